// Copies of this repository with one protection taken out, to see that the trial notices.
import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ROOT, type Tree } from './server.ts'

const swap = (text: string, from: string, to: string): string => {
  if (!text.includes(from)) throw new Error(`the file no longer holds: ${from}`)
  return text.replace(from, to)
}

/** The journal row is written in a transaction of its own, after the command has committed. */
export function lateJournal(): Tree {
  const door = 'src/kernel/door.ts'
  let text = readFileSync(path.join(ROOT, door), 'utf8')
  text = swap(text, 'this.writes.push(writeJournal(row))', 'this.late.push(writeJournal(row))')
  const writes = '  readonly writes: Statement<unknown>[] = []\n'
  text = swap(text, writes, `${writes}  readonly late: Statement<unknown>[] = []\n`)
  const otherwise = `    else await client.query('rollback')\n`
  text = swap(
    text,
    otherwise,
    `${otherwise}    if (work.late.length) {
      await client.query('begin')
      await client.query(SET_SCOPE, [...scopeOf(actor)])
      await flush(tx, work.late)
      await commit(client)
    }\n`,
  )
  return treeWith(door, text)
}

/** Asks this machine's clock what time it is, as if no database had ever been asked. */
export function wallClock(): Tree {
  const file = 'src/kernel/clock.ts'
  const text = readFileSync(path.join(ROOT, file), 'utf8')
  return treeWith(file, swap(text, 'Math.max(count.latest, count.offset + ticks())', 'wall()'))
}

/** Whoever comes waits, however many there are and however long it takes. */
export function unboundedLine(): Tree {
  const file = 'src/kernel/guard/turns.ts'
  const text = readFileSync(path.join(ROOT, file), 'utf8')
  const endless = text.replace(/most: \d+, patienceMs: [\d_]+/g, 'most: Infinity, patienceMs: Infinity')
  if (endless === text) throw new Error('the bounds are written otherwise')
  return treeWith(file, endless)
}

/** Everything is taken in until the disk holds nothing more. */
export function withoutReserve(): Tree {
  const file = 'src/kernel/guard/room.ts'
  const text = readFileSync(path.join(ROOT, file), 'utf8')
  return treeWith(file, swap(text, '48 * 2 ** 20', '-1'))
}

/** A report is answered while its rows are still on their way to the disk, which is filled to the last page. */
export function acknowledgedEarly(): Tree {
  const file = 'src/kernel/door.ts'
  const text = readFileSync(path.join(ROOT, file), 'utf8')
  const waits = 'await together([work.settled(), flush(tx, work.writes), commit(client)])\n    else'
  const tree = withoutReserve()
  writeFileSync(path.join(tree, file), swap(text, waits, `void ${waits.slice(6).replace('\n', '.catch(() => {})\n')}`))
  return tree
}

/** A login that nobody has is refused without a look at the password. */
export function unhashed(): Tree {
  const file = 'src/modules/account/operations/sign-in.ts'
  const text = readFileSync(path.join(ROOT, file), 'utf8')
  const hashed = 'await passwordFits(row?.password ?? null, input.password)'
  return treeWith(file, swap(text, hashed, `row !== undefined && (${hashed})`))
}

/** Whoever reports waits for the gateway of SMS. */
export function sentAtOnce(): Tree {
  const file = 'src/modules/matter/operations/report.ts'
  const text = readFileSync(path.join(ROOT, file), 'utf8')
  const begins = '  async run(context) {\n'
  const asks = `fetch(process.env.SMS_URL ?? '', { method: 'POST', body: '{}', signal: AbortSignal.timeout(10_000) })`
  return treeWith(file, swap(text, begins, `${begins}    await ${asks}.catch(() => {})\n`))
}

/** What the key file says is read once, at the start. */
export function neverLooksAgain(): Tree {
  const file = 'src/kernel/keys/keys.ts'
  const text = readFileSync(path.join(ROOT, file), 'utf8')
  return treeWith(file, swap(text, 'existsSync(file) ? readRing(file, profile) : undefined', 'undefined'))
}

/** A call counts as arrived before it has left. */
export function notedBeforeSent(): Tree {
  const file = 'src/modules/callback/sweep.ts'
  const text = readFileSync(path.join(ROOT, file), 'utf8')
  const begins = '  const { url, headers, body, inside } = one\n'
  const arrived = `{ id: one.id, no: one.no, status: 200, fault: null, answer: '' }`
  const notes = `await perform(house, settle, machine(tenant, 'callback'), ${arrived})`
  return treeWith(file, swap(text, begins, `${begins}  ${notes}\n`))
}

/** What help somebody asks for is stored as he wrote it. */
export function needInClear(): Tree {
  const file = 'src/modules/register/people/sealed.ts'
  const text = readFileSync(path.join(ROOT, file), 'utf8')
  return treeWith(file, swap(text, "need: sealed('need')", 'need: plain.need ? Buffer.from(plain.need) : null'))
}

function treeWith(changed: string, text: string): Tree {
  const tree = mkdtempSync(path.join(tmpdir(), 'linli-without-'))
  for (const name of ['src', 'db', 'demo', 'package.json'])
    cpSync(path.join(ROOT, name), path.join(tree, name), { recursive: true })
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(tree, 'node_modules'))
  writeFileSync(path.join(tree, changed), text)
  return tree
}
