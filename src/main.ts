// The only entry: reads the settings and runs one command.
import { parseArgs } from 'node:util'
import { type Config, readConfig, tracing } from '#kernel/config.ts'
import { perform } from '#kernel/door.ts'
import { actorOf } from '#kernel/http/identity.ts'
import { verifyJournal } from '#kernel/journal/verify.ts'
import { Problem } from '#kernel/problem.ts'
import { operations } from '#modules/index.ts'
import { addTenant } from './commands/add-tenant.ts'
import { importAreas } from './commands/area-import.ts'
import { backupCommand } from './commands/backup-command.ts'
import { importCommand } from './commands/import-command.ts'
import { inviteAgain } from './commands/invite-again.ts'
import { keysCommand } from './commands/keys-command.ts'
import { type Opened, openHouse } from './commands/open-house.ts'
import { recountRegister } from './commands/register-recount.ts'
import { restoreCommand } from './commands/restore-command.ts'
import { retentionCommand } from './commands/retention-command.ts'
import { endOnFault, logOf, serve } from './commands/serve.ts'
import { startWork } from './commands/work.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

const HELP = `linli <command>
  start [--empty]              everything on this machine: database, demo, pages
  serve [--no-work]            pages and interface
  work                         sealing and jobs only
  migrate                      bring the database up to date
  demo                         load the demo street into an empty database
  demo city --out DIR          files of an invented city's registers   [--rows N] [--seed N] [--faults KINDS] [--xlsx]
  tenant add CODE NAME [EN]    found a district and invite its first administrator
  account invite LOGIN         invite again: when the time ran out, or the last administrator lost his second factor
  area import KIND SOURCE      official COUNTY | tree FILE | grids FILE | buildings FILE   [--tenant CODE]
  register recount [--mend]    compare the counts kept for each grid with the rows
  import CLASS FILE            into the registers   [--area CODE] [--tenant CODE] [--dry-run] [--all-or-nothing]
  import city DIR              a city's seven files and its tree
  do OPERATION JSON [--as LOGIN]
  journal verify               check every row against its seals
  backup [DIR]                 everything but the keys, while it works; without DIR into LINLI_BACKUP_DIR
  restore DIR                  verify it whole, then put it in place   [--over] [--numbers-ahead N] [--despite-journal]
  restore --prove DIR          restore it on trial beside the working system, compare, throw away
  restore --release            after a restore: let messages leave again   [--send-waiting]
  keys                         versions of the root key, and what is sealed with which
  keys new | rotate            a new version; then everything sealed anew with it, while the server works
  keys retire N | custodians   destroy an old version, with two of three custodians | set these three
  retention [--now]            what is due, held and has ended; --now ends what is due, whatever the clock was before
                               --list-lost: begin the list of what has ended anew, when the old one cannot be found
  docs                         write generated files
  test | check | bench         for those who change it (CONTRIBUTING.md)
`

async function withHouse(config: Config, work: (opened: Opened) => Promise<void>, listLost = false): Promise<void> {
  const opened = await openHouse(config, () => {}, undefined, listLost)
  try {
    await work(opened)
  } finally {
    await opened.close()
  }
}

async function work(config: Config): Promise<void> {
  const log = logOf(config)
  const opened = await openHouse(config, log.said, log)
  endOnFault(opened)
  try {
    const running = await startWork(opened)
    await new Promise((resolve) => process.once('SIGTERM', resolve).once('SIGINT', resolve).once('disconnect', resolve))
    await running.stop()
  } finally {
    await opened.close()
    log.end()
  }
}

async function tenantAdd(opened: Opened, [code, name, nameEn = '']: readonly string[]): Promise<void> {
  if (!code || !name) throw new Error('tenant add: CODE and NAME are needed')
  await addTenant(opened, { code, name, nameEn }, say)
}

async function doOne(opened: Opened, args: readonly string[]): Promise<void> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { as: { type: 'string' } },
  })
  const [name = '', json = '{}'] = positionals
  const login = values.as
  const operation = operations.get(name)
  if (!operation) throw new Error(`do: there is no operation ${name}`)
  if (!login) throw new Error('do: say as whom: --as LOGIN')
  const found = await opened.house.directory.find('login', login)
  if (!found) throw new Error(`do: no account ${login}`)
  const actor = await actorOf(opened.house, found.tenant, found.subject)
  say(JSON.stringify(await perform(opened.house, operation, actor, JSON.parse(json)), null, 2))
}

async function verify(opened: Opened): Promise<void> {
  const verdict = await verifyJournal(opened.db, opened.house.keys, opened.config.sealFile)
  say(`${verdict.rows} 行，${verdict.seals} 个封印，${verdict.unsealed} 行待封 · rows, seals, not yet sealed`)
  for (const fault of verdict.faults) say(JSON.stringify(fault))
  say(verdict.faults.length === 0 ? '日志完整 · the journal is whole' : `${verdict.faults.length} 处不符 · faults`)
  if (verdict.faults.length > 0) process.exitCode = 2
}

async function run(command: string, args: readonly string[], config: Config): Promise<void> {
  switch (command) {
    case 'start':
      return serve(config, { demo: !args.includes('--empty'), work: true })
    case 'serve':
      return serve(config, { demo: false, work: !args.includes('--no-work') })
    case 'work':
      return work(config)
    case 'migrate':
      return withHouse(config, async () => {
        say('数据库已是最新 · the database is up to date')
      })
    case 'demo':
      if (args[0] === 'city') {
        const { cityCommand } = await import('#demo/city/city-command.ts')
        return cityCommand(args.slice(1), say)
      }
      return withHouse(config, async (opened) => {
        const { loadDemo } = await import('#demo/load.ts')
        await loadDemo(opened.house, say)
        await opened.counted()
      })
    case 'tenant':
      if (args[0] !== 'add') break
      return withHouse(config, (opened) => tenantAdd(opened, args.slice(1)))
    case 'account':
      if (args[0] !== 'invite') break
      return withHouse(config, (opened) => inviteAgain(opened.house, args[1], say))
    case 'area':
      if (args[0] !== 'import') break
      return withHouse(config, (opened) => importAreas(opened, args.slice(1), say))
    case 'register':
      if (args[0] !== 'recount') break
      return withHouse(config, (opened) => recountRegister(opened, args.slice(1), say))
    case 'import':
      return withHouse(config, (opened) => importCommand(opened, args, say))
    case 'do':
      return withHouse(config, (opened) => doOne(opened, args))
    case 'journal':
      if (args[0] !== 'verify') break
      return withHouse(config, verify)
    case 'backup':
      return backupCommand(config, args, say)
    case 'restore':
      return restoreCommand(config, args, say)
    case 'keys':
      return keysCommand(config, args, say)
    case 'retention':
      return withHouse(config, (opened) => retentionCommand(opened.house, args, say), args.includes('--list-lost'))
    case 'docs': {
      const { docs } = await import('./commands/docs-command.ts')
      return docs(config, say)
    }
    case 'help':
      say(HELP)
      return
  }
  throw new Error(`linli ${[command, ...args].join(' ')}\n\n${HELP}`)
}

/** A refusal in its words, both languages, with what was wrong; anything else as it says itself. */
function told(error: unknown): string {
  if (!(error instanceof Problem)) return error instanceof Error ? error.message : String(error)
  const details = Object.keys(error.details).length ? `\n${JSON.stringify(error.details, null, 2)}` : ''
  return `${error.entry.code}\n${error.body('zh').message}\n${error.body('en').message}${details}`
}

const [command = 'help', ...args] = process.argv.slice(2)
try {
  await run(command, args, readConfig())
} catch (error) {
  process.stderr.write(`${told(error)}\n`)
  if (tracing()) process.stderr.write(`${error instanceof Error ? error.stack : ''}\n`)
  process.exitCode = 1
}
process.disconnect?.()
