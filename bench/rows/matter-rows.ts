// The rows of one generated matter, as the door would have written them: same columns, same hashes, same sealed values.
import { commandKey } from '#kernel/commands.ts'
import type { Keys } from '#kernel/crypto.ts'
import { canonical, type JournalRow, journalInput, leafHash } from '#kernel/journal/journal.ts'
import { matter } from '#modules/matter/contract.ts'
import { sealReporter } from '#modules/matter/view.ts'
import type { Chance } from './chance.ts'
import { type Cell, copyLine } from './copy.ts'
import { type Move, type MoveName, minutes, type Story } from './story.ts'
import { BENCH_TABLES, type BenchTable } from './tables.ts'

export type Lines = Record<BenchTable, string[]>
export const noLines = (): Lines => Object.fromEntries(BENCH_TABLES.map((table) => [table, []])) as unknown as Lines

type Clock = {
  kind: 'take' | 'answer' | 'finish'
  counting: string
  limit: number
  basis: string
  from: Date
  stopped: Date | null
}

const CLOCK_ENDS: Record<Clock['kind'], readonly MoveName[]> = {
  take: ['take', 'withdraw'],
  answer: ['answer', 'withdraw'],
  finish: ['finish', 'withdraw'],
}

function clocksOf(story: Story): Clock[] {
  const at = (...names: MoveName[]) => story.moves.find((move) => names.includes(move.name))?.at
  const clock = (
    kind: Clock['kind'],
    counting: string,
    limit: number,
    basis: string,
    from: Date | undefined,
  ): Clock[] => (from ? [{ kind, counting, limit, basis, from, stopped: at(...CLOCK_ENDS[kind]) ?? null }] : [])
  const { zh, code, counting, limit } = story.kind
  return [
    ...clock('take', 'duty', 30, '接单时限 30 分钟，按值班时间', at('report')),
    ...clock('answer', 'always', 120, '接单后 2 小时内响应，昼夜连续', at('take')),
    ...clock('finish', counting, limit, `${zh}（${code}）办结时限`, at('take')),
  ]
}

const dueOf = (clock: Clock) => new Date(clock.from.getTime() + minutes(clock.limit))
const warnOf = (clock: Clock) => new Date(clock.from.getTime() + minutes(clock.limit * 0.8))

const inputs: Record<MoveName, (story: Story, move: Move) => object> = {
  report: ({ spot, way, words, name, phone }) => ({
    ...(way === 'scan' ? { code: spot.door!.code } : { areaId: spot.areaId }),
    words,
    spot: '',
    ...(name ? { name } : {}),
    ...(phone ? { phone } : {}),
    photos: [],
  }),
  take: ({ id }) => ({ id }),
  answer: ({ id }, move) => ({ id, said: move.text, via: 'phone' }),
  finish: ({ id }, move) => ({ id, result: 'solved', done: move.text, photos: [] }),
  verify: ({ id }, move) => ({ id, reply: move.text }),
  rate: ({ receipt }) => ({ receipt, satisfaction: 5, said: '' }),
  withdraw: ({ receipt }) => ({ receipt, why: '' }),
}

function answerOf(story: Story, move: Move, version: number, due: Date): object {
  const changed = { id: story.id, state: move.to, version }
  if (move.name !== 'report') return changed
  const page = story.receipt ? `/r/${story.receipt}?sent=1` : `/desk/matters/${story.id}`
  return {
    ...changed,
    no: story.no,
    receipt: story.receipt ?? null,
    page,
    promisedAt: due.toISOString(),
    emergency: null,
  }
}

export type Writing = {
  readonly keys: Keys
  readonly chance: Chance
  readonly receiptHash: (receipt: string) => Buffer
}

/** Adds the rows of a story: 1 matter, 1–3 clocks, 1–6 steps with as many journal and command rows, receipt, photo. */
export function writeStory(lines: Lines, story: Story, writing: Writing): void {
  const { chance } = writing
  const { tenant } = story.grid
  const clocks = clocksOf(story)
  const put = (table: BenchTable, ...cells: Cell[]) => lines[table].push(copyLine(cells))
  writeMatter(put, story, clocks, writing.keys)
  for (const clock of clocks)
    put(
      'matter_clock',
      ...[tenant, chance.id(clock.from), story.id, story.spot.areaPos, 1, clock.kind, clock.counting, clock.limit],
      ...[clock.basis, clock.from, warnOf(clock), dueOf(clock), false, clock.stopped],
    )
  for (const [index, move] of story.moves.entries()) writeMove(put, story, move, index + 1, dueOf(clocks[0]!), writing)
  const first = story.moves[0]!
  if (story.receipt) put('directory', writing.receiptHash(story.receipt), 'receipt', tenant, story.id, first.at)
  if (story.photos) {
    const id = chance.id(first.at)
    const sum = Buffer.alloc(32, id)
    put(
      'file',
      tenant,
      id,
      story.id,
      story.spot.areaPos,
      'reported',
      'image/jpeg',
      180_000,
      1600,
      1200,
      sum,
      first.by.id,
      first.at,
    )
  }
}

type Put = (table: BenchTable, ...cells: Cell[]) => void

function writeMatter(put: Put, story: Story, clocks: readonly Clock[], keys: Keys): void {
  const { grid, spot, handler, moves, state } = story
  const at = (name: MoveName) => moves.find((move) => move.name === name)?.at ?? null
  const first = moves[0]!
  const open = clocks.filter((clock) => !clock.stopped)
  const next = open.sort((a, b) => dueOf(a).getTime() - dueOf(b).getTime())[0]
  const late = clocks.filter((clock) => clock.stopped && clock.stopped > dueOf(clock)).length
  const personal = sealReporter(keys, { tenant: grid.tenant, id: story.id }, story.name, story.phone)
  const verified = moves.find((move) => move.name === 'verify')
  put(
    'matter',
    ...[grid.tenant, story.id, story.no, state, moves.length, story.kind.code, story.way, story.words, story.title],
    ...[
      grid.id,
      spot.areaId,
      spot.areaPos,
      story.way === 'scan' ? spot.door!.id : null,
      spot.address,
      spot.lon,
      spot.lat,
    ],
    ...[first.by.kind === 'staff' ? first.by.id : null, personal.reporter_name, personal.reporter_phone, story.photos],
    ...[handler?.id ?? null, handler ? [handler.id] : [], next?.kind ?? null, next ? warnOf(next) : null],
    ...[next ? dueOf(next) : null, late, at('answer'), verified?.text ?? null, state === 'closed' ? true : null],
    ...[state === 'closed' ? 5 : null, first.at, moves.at(-1)!.at, at('verify'), at('rate') ?? at('withdraw')],
  )
}

function writeMove(put: Put, story: Story, move: Move, version: number, due: Date, { keys, chance }: Writing): void {
  const { id, spot } = story
  const { tenant } = story.grid
  const operation = `matter.${move.name}`
  const staff = move.by.kind === 'staff'
  put(
    'matter_step',
    ...[tenant, chance.id(move.at), id, spot.areaPos, 1, move.name, move.at, staff ? 'staff' : 'reporter'],
    ...[staff ? move.by.id : null, staff ? move.by.name : '', move.text, '{}'],
  )
  const input = inputs[move.name](story, move)
  const row: JournalRow = {
    tenant_id: tenant,
    id: chance.id(move.at),
    era: 1,
    at: move.at,
    actor_kind: move.by.kind,
    actor_id: move.by.id,
    operation,
    subject_kind: 'matter',
    subject_id: id,
    subject_version: version,
    area_pos: spot.areaPos,
    from_state: move.from,
    to_state: move.to,
    input: JSON.parse(canonical(journalInput(matter[move.name].input, input, keys))),
  }
  const { tenant_id, era, at, actor_kind, actor_id, subject_kind, area_pos, from_state, to_state } = row
  put(
    'journal',
    ...[tenant_id, row.id, era, at, actor_kind, actor_id, operation, subject_kind, id, version, area_pos],
    ...[from_state, to_state, canonical(row.input), leafHash(row)],
  )
  const key = chance.id(move.at)
  const sealed = keys.seal(JSON.stringify(answerOf(story, move, version, due)), {
    tenant,
    table: 'command',
    column: 'answer',
    row: key,
  })
  put('command', tenant, key, actor_id, operation, commandKey(keys, key, operation, input).mac, id, sealed, at)
}
