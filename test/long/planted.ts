// Long form of C6: more than 20,000 values of people put in through every door of a server that logs all it can, then looked for.
// node test/long/planted.ts          about three minutes; the last figures stand in results/planted.json
// node test/long/planted.ts --bite   what help somebody asks for is stored as it was written: it must be found
// Looked for in every file of the database (rows, what is written ahead, its log with every statement and value), in rows
// written out as a dump, in the data folder with spool and seals, in a backup, in the server's lines, in answers that refuse.
// The backup is sealed as a whole, so that nothing could be found in it unless it were not.
// Exports that hold values in full are looked through as well: there they must be found, or nothing here could find anything.
import { appendFileSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { startEmbedded } from '#kernel/embedded/embedded.ts'
import { newName } from '#kernel/ids.ts'
import { DEMO_PASSWORD } from '#modules/account/index.ts'
import { idCheckSign } from '#modules/register/classes/id-number.ts'
import { command, ROOT } from '../kill/server.ts'
import { needInClear } from '../kill/without.ts'
import { type OwnServer, onOwnServer } from './own-server.ts'
import { keep } from './results.ts'
import { MARK, NUMBER, PHONE, tracesBelow, tracesIn, tracesInFile } from './traces.ts'

const { values: given } = parseArgs({ options: { bite: { type: 'boolean', default: false } } })
const GOOD = given.bite ? 200 : 3_600
const BROKEN = given.bite ? 20 : 400
const ENTERED = given.bite ? 10 : 100
const BUILDING = '清荷苑3号楼'
const HEAD = '姓名,公民身份号码,联系电话,现住址,与户主关系,户号,需要的帮助,户籍地址'

/** Somebody with six values of his own: name, number, birthday in it, phone, need, home place. */
function planted(at: number) {
  const year = 12 + (at % 10)
  const day = Math.floor(at / 10) % 300
  const birth = `${year}${String(1 + (day % 12)).padStart(2, '0')}${String(1 + (Math.floor(day / 12) % 28)).padStart(2, '0')}`
  const seventeen = `${NUMBER}${birth}${String(Math.floor(at / 10) % 1000).padStart(3, '0')}`
  return {
    name: `柳${MARK}${String.fromCodePoint(0x4e00 + at)}`,
    number: seventeen + idCheckSign(seventeen),
    phone: `${PHONE}${String(at).padStart(5, '0')}`,
    need: `想要${MARK}第${at}种帮助`,
    homePlace: `${MARK}村${at}号`,
  }
}
const VALUES = 6

type Asking = { readonly url: string; readonly token?: string }
const ask = async ({ url, token }: Asking, operation: string, input: object) => {
  const response = await fetch(`${url}/api/${operation}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': newName(),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify(input),
  })
  return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) }
}
const told = async (by: Asking, operation: string, input: object) => {
  const { status, bytes } = await ask(by, operation, input)
  if (status !== 200) throw new Error(`${operation}: ${status} ${bytes.toString().slice(0, 300)}`)
  return JSON.parse(bytes.toString())
}
const signIn = async (url: string, login: string): Promise<Asking> => ({
  url,
  token: (await told({ url }, 'account.signIn', { login, password: DEMO_PASSWORD })).token,
})

/** A file of good rows and broken ones; `wait`: its state until which is waited. */
async function importFile(by: Asking, areaId: string, from: number, good: number, broken: number, load: boolean) {
  const line = (at: number, isBroken: boolean) => {
    const { name, number, phone, need, homePlace } = planted(at)
    const room = `${1 + (at % 30)}0${1 + (Math.floor(at / 30) % 4)}`
    const where = isBroken ? `天边苑${MARK}9号楼1单元${room}室` : `${BUILDING}${1 + (at % 3)}单元${room}室`
    return [name, number, phone, where, '户主', `H${at}`, need, homePlace].join(',')
  }
  const rows = Array.from({ length: good + broken }, (_, at) => line(from + at, at >= good))
  const query = new URLSearchParams({ areaId, class: 'registered', name: '名册.csv' })
  const sent = await fetch(`${by.url}/api/register.sendFile?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', authorization: `Bearer ${by.token}` },
    body: Buffer.from([HEAD, ...rows].join('\n')),
  })
  const { id } = (await sent.json()) as { id: string }
  const until = async (...states: string[]) => {
    for (;;) {
      const batch = await told(by, 'register.batch', { id })
      if (states.includes(batch.state) && (batch.state !== 'received' || batch.headings)) return batch
      if (batch.state === 'failed') throw new Error(`the file failed: ${batch.fault}`)
      await pause(200)
    }
  }
  await told(by, 'register.checkBatch', { id, version: (await until('received')).version })
  const checked = await until('checked')
  if (!load) return checked
  await told(by, 'register.loadBatch', { id, version: checked.version, choice: 'good' })
  return until('published')
}

/** Every door once and more: entry, correction, a request of the person himself, a reporter, files of good and broken rows, refusals. */
async function putIn({ url, code }: OwnServer, areaOf: (name: string) => Promise<string>) {
  const [chen, zhou] = [await signIn(url, 'chenjing'), await signIn(url, 'zhouxiaolan')]
  const areaId = await areaOf(BUILDING)
  const refused: Buffer[] = []
  const answered: Buffer[] = []
  const { id: homeId } = await told(zhou, 'register.addHome', { areaId, room: '9901' })
  for (let at = 0; at < ENTERED; at++) {
    const { number, ...person } = planted(at)
    const entered = await told(zhou, 'register.enter', { homeId, class: 'registered', ...person, number })
    const again = planted(at + ENTERED)
    const change = { id: entered.id, version: 1, phone: again.phone, need: again.need, homePlace: again.homePlace }
    answered.push((await ask(zhou, 'register.change', change)).bytes)
    refused.push((await ask(zhou, 'register.enter', { homeId, class: 'registered', ...person, number })).bytes)
    refused.push(
      (await ask(zhou, 'register.enter', { homeId, class: 'registered', ...person, phone: `${person.phone}77777777` }))
        .bytes,
    )
    refused.push((await ask(zhou, 'register.enter', { homeId, class: person.need, ...person })).bytes)
    refused.push((await ask(zhou, 'register.change', { id: person.name, version: 1, need: person.need })).bytes)
    await told({ url }, 'matter.report', { code, words: '楼道灯不亮', name: person.name, phone: person.phone })
    if (at % 10) continue
    const { slip } = await told(chen, 'register.giveSlip', { id: entered.id })
    await told({ url }, 'register.askCorrection', { slip, words: `我不叫${person.name}，请改。` })
    answered.push((await ask(chen, 'finding.number', { whole: person.phone })).bytes)
  }
  const { areaId: community } = (await told(chen, 'register.batches', {})).batches[0] ?? {
    areaId: await areaOf('清荷社区'),
  }
  const loaded = await importFile(chen, community, 2 * ENTERED, GOOD, BROKEN, true)
  const waiting = await importFile(
    chen,
    community,
    2 * ENTERED + GOOD + BROKEN,
    Math.floor(GOOD / 10),
    BROKEN / 10,
    false,
  )
  for (const id of [loaded.id, waiting.id])
    answered.push((await ask(chen, 'register.batchFaults', { id, limit: 200 })).bytes)
  answered.push((await ask(chen, 'register.people', { areaId, limit: 200 })).bytes)
  const people = 2 * ENTERED + GOOD + BROKEN + Math.floor(GOOD / 10) + BROKEN / 10
  return { chen, areaId, refused, answered, people, tally: loaded.tally, waiting: waiting.tally }
}

/** A list with names and phones in full, agreed to by a second person where it is many, and what is found in it. */
async function exported(url: string, chen: Asking, areaId: string): Promise<string[][]> {
  const found: string[][] = []
  for (const format of ['csv-utf8', 'csv-gb18030']) {
    const asked = await told(chen, 'register.askExport', {
      ...{ areaId, class: 'registered', columns: ['fullName', 'fullPhone'], format, reason: 'service' },
      for: { kind: 'document', no: '邻街办〔2026〕12 号' },
    })
    if (asked.state === 'waiting')
      await told(await signIn(url, 'linhuizhen'), 'register.approveExport', { id: asked.id, version: asked.version })
    const { bytes } = await ask(chen, 'register.fetchExport', { id: asked.id })
    found.push(tracesIn(bytes))
  }
  return found
}

/** Who may do all, on the database of the other address. */
const withName = (all: string, other: string) => {
  const url = new URL(all)
  url.pathname = new URL(other).pathname
  return url.href
}

/** All that the database writes into its log, which it keeps short: what is new is copied every fifth of a second. */
function followLog(file: string, into: string) {
  let at = 0
  const copy = (from: string) => {
    if (!existsSync(from)) return
    const bytes = readFileSync(from).subarray(at)
    at += bytes.length
    appendFileSync(into, bytes)
  }
  const look = () => {
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) < at) {
      copy(`${file}.1`)
      at = 0
    }
    copy(file)
  }
  const timer = setInterval(look, 200)
  return {
    stop() {
      clearInterval(timer)
      look()
    },
  }
}

const room = path.join(tmpdir(), `linli-planted-${newName()}`)
mkdirSync(room)
const lines = path.join(room, 'server.log')
const databaseLog = path.join(room, 'database.log')
const out = openSync(lines, 'a')
const tree = given.bite ? needInClear() : ROOT

const TALKATIVE = {
  ...{ log_statement: 'all', log_min_duration_statement: '0', log_parameter_max_length: '-1' },
  ...{ log_error_verbosity: 'verbose', log_min_error_statement: 'info' },
}

/** Every statement and value of every connection from now on; those that are there already begin anew. */
async function talkAll(owner: pg.Pool, { server }: OwnServer): Promise<void> {
  const database = (await owner.query('select current_database() as name')).rows[0].name as string
  for (const [name, value] of Object.entries(TALKATIVE))
    await owner.query(`alter database ${database} set ${name} = '${value}'`)
  await server.kill()
  await server.start()
}

/** Rows as a dump would write them, by table. */
async function dumped(owner: pg.Pool): Promise<Record<string, string[]>> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'pgboss')`,
  )
  const found: Record<string, string[]> = {}
  for (const { name } of tables) {
    const { rows } = await owner.query<{ t: string }>(`select t::text from ${name} t`)
    const traces = tracesIn(Buffer.from(rows.map(({ t }) => t).join('\n')))
    if (traces.length) found[name] = traces
  }
  return found
}

async function plantAndLook(on: OwnServer, owner: pg.Pool) {
  await talkAll(owner, on)
  const data = (await owner.query('show data_directory')).rows[0].data_directory as string
  const log = followLog(path.join(data, 'log'), databaseLog)
  const areaOf = async (name: string) =>
    (await owner.query('select id from area where name = $1 order by id limit 1', [name])).rows[0]?.id as string
  const put = await putIn(on, areaOf)
  const inExports = await exported(on.url, put.chen, put.areaId)
  const backup = path.join(room, 'backup')
  const took = await command(tree, on.dataDir, 'backup', backup)
  if (took.code !== 0) throw new Error(took.said)
  await owner.query('checkpoint')
  log.stop()
  const inDump = await dumped(owner)
  return {
    ...{ people: put.people, values: put.people * VALUES, loaded: put.tally, waiting: put.waiting },
    statementsLogged: readFileSync(databaseLog, 'latin1').match(/execute|statement:/g)?.length ?? 0,
    ...{ serverLogBytes: readFileSync(lines).length, inDump, inDatabase: tracesBelow(data) },
    ...{ inData: tracesBelow(on.dataDir), inBackup: tracesBelow(backup) },
    ...{ inServerLog: tracesInFile(lines), inDatabaseLog: tracesInFile(databaseLog), refusals: put.refused.length },
    inRefusals: [...new Set(put.refused.flatMap(tracesIn))],
    inMaskedAnswers: [...new Set(put.answered.flatMap(tracesIn))],
    inExports,
  }
}

try {
  const figures = await onOwnServer(
    { demo: true, out, tree, env: { LINLI_TRACE: 'on', LINLI_LOG: 'json' } },
    async (on) => {
      const embedded = await startEmbedded({ dataDir: on.dataDir, log: () => {} })
      const owner = new pg.Pool({ connectionString: withName(embedded.superUrl, embedded.url), max: 2 })
      try {
        return await plantAndLook(on, owner)
      } finally {
        await owner.end()
        await embedded.stop()
      }
    },
  )
  const { inDump, inDatabase, inData, inBackup, inServerLog, inDatabaseLog, inRefusals, inMaskedAnswers, inExports } =
    figures
  const places = [inDump, inDatabase.found, inData.found, inBackup.found].map((one) => Object.keys(one).length)
  const nothing = [
    ...places,
    inServerLog.length,
    inDatabaseLog.length,
    inRefusals.length,
    inMaskedAnswers.length,
  ].every((n) => n === 0)
  const finds = inExports.every((one) => one.length > 0)
  const whole = nothing && finds && figures.values >= 20_000 && figures.statementsLogged > 1_000
  keep(
    'planted',
    given.bite ? 'need in clear' : 'trial',
    given.bite ? places[0]! > 0 && places[1]! > 0 : whole,
    figures,
  )
} finally {
  closeSync(out)
  rmSync(room, { recursive: true, force: true })
}
