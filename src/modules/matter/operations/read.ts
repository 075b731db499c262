// Looking: queues, one matter, how its time is counted, its photos, and the reporter's number, which leaves a trace.
import { type Actor, allOf, holds, rule, works } from '#kernel/access.ts'
import { clock, localDay, localInstant } from '#kernel/clock.ts'
import { k, type Tx } from '#kernel/database.ts'
import { isOpen } from '#kernel/lifecycle.ts'
import { abilities, type Context, operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { areaById, pathOf } from '#modules/area/index.ts'
import { countedMs, explain as explainTime } from '#modules/calendar/index.ts'
import { type Counting, clocksOf, timeFor } from '../clocks.ts'
import { matter } from '../contract.ts'
import { rowsOf } from '../kinds.ts'
import { matterLife } from '../lifecycle.ts'
import { countMatters, type ListedRow, listMatters, scope, TOTAL_LIMIT, writeCursor } from '../lists.ts'
import { maskNumbers } from '../numbers-in-words.ts'
import { fileOf, filesOf, type HeldMatter, matterById, stepsOf } from '../store.ts'
import { maskedReporter, openReporter, toClock, toListed, toStep } from '../view.ts'
import { matterProblems } from '../words.ts'
import { answer, finish, sendBack, take, verify } from './handle.ts'

const READERS = [
  'grid_worker',
  'community_staff',
  'community_head',
  'subdistrict_staff',
  'subdistrict_leader',
  'district_staff',
  'district_leader',
] as const
const reads = works(...READERS)
/** For questions without one subject: the spans of the asker limit the answer. */
const readsSomewhere = holds(...READERS)

/** Moves that staff make; the reporter's own are offered on his page. */
const staffMoves = [take, answer, finish, sendBack, verify]

const named = (input: { id: string }, tx: Tx, actor: Actor) => matterById(tx, actor.tenant, input.id, clock.now())

/** The one who handles it, while it is open, for this matter (decided 21): no reason is asked, the matter is the reason. */
const handlesItNow = allOf<HeldMatter>(
  rule(
    'handles it',
    (actor, row) => row.handler_id === actor.id,
    (actor) => actor.kind === 'staff',
  ),
  rule('while it is open', (_, row) => isOpen(matterLife, row.state)),
)
const mayTakeIt = allOf<HeldMatter>(
  works('grid_worker'),
  rule('while it is open', (_, row) => isOpen(matterLife, row.state)),
)
const checksIt = allOf<HeldMatter>(
  works('community_staff', 'community_head', 'subdistrict_staff'),
  rule('while it waits for the check', (_, row) => row.state === 'finished'),
)

export const reveal = operation(matter.reveal, {
  permit: [handlesItNow, mayTakeIt, checksIt],
  subject: named,
  async run({ subject, keys }) {
    return openReporter(keys, subject!)
  },
})

/** Whether the reporter's number is his business now. */
const mayReveal = (row: ListedRow | HeldMatter, actor: Actor): boolean =>
  reveal.permit.some((one) => one.mayEver(actor) && one.allows(actor, row as HeldMatter))

/** Moves of the life, and a look at the number where there is one. */
function canOf(row: ListedRow | (HeldMatter & { reachable: boolean }), actor: Actor): string[] {
  const moves = abilities(staffMoves, actor, row).filter((move) => move !== 'answer' || row.answered_at === null)
  return row.reachable && mayReveal(row, actor) ? [...moves, 'reveal'] : moves
}

async function spansFor({ input, tx, actor }: Context<{ areaId?: string | undefined }, unknown>) {
  const area = input.areaId ? await areaById(tx, actor.tenant, input.areaId) : undefined
  if (input.areaId && !area) throw new Problem(doorProblems.missing)
  return scope(actor, area)
}

export const list = operation(matter.list, {
  permit: [readsSomewhere],
  async run(context) {
    const { input, tx, actor, now } = context
    const rows = await listMatters(
      tx,
      actor,
      input,
      input.areaId ? await spansFor(context) : scope(actor, undefined),
      now,
      localDay(now),
    )
    const page = rows.slice(0, input.limit)
    const total = rows[0]?.total ?? 0
    return {
      matters: page.map((row) => toListed(row, canOf(row, actor))),
      total: Math.min(total, TOTAL_LIMIT),
      more: total > TOTAL_LIMIT,
      next: rows.length > input.limit ? writeCursor(page.at(-1)!) : null,
      now: now.toISOString(),
    }
  },
})

export const counts = operation(matter.counts, {
  permit: [readsSomewhere],
  async run(context) {
    const { tx, actor, now } = context
    const day = localDay(now)
    const { done_today, ...rest } = await countMatters(tx, actor, await spansFor(context), now, day, localInstant(day))
    return { ...rest, doneToday: done_today }
  },
})

export const get = operation(matter.get, {
  permit: [reads],
  subject: named,
  async run({ subject, tx, actor, now, keys }) {
    const row = subject!
    const tenant = row.tenant_id
    const [rows, path, clocks, steps, files, handler, place] = await Promise.all([
      rowsOf(tx, tenant),
      pathOf(tx, tenant, row.area_pos),
      clocksOf(tx, tenant, row.id),
      stepsOf(tx, tenant, row.id),
      filesOf(tx, tenant, row.id),
      row.handler_id
        ? tx.first(
            k.selectFrom('account').select('name').where('tenant_id', '=', tenant).where('id', '=', row.handler_id),
          )
        : undefined,
      row.place_id
        ? tx.first(k.selectFrom('place').select('name').where('tenant_id', '=', tenant).where('id', '=', row.place_id))
        : undefined,
    ])
    const kind = rows.kinds.get(row.kind)!
    const running = clocks.find((one) => one.kind === row.clock && one.stopped_at === null)
    const looks = mayReveal(row, actor)
    const listed = toListed(
      {
        ...row,
        reachable: row.reporter_phone !== null,
        sorted_at: null,
        total: 0,
        kind_zh: kind.zh,
        kind_en: kind.en,
        grid_name: path.find((step) => step.level === 'grid')?.name ?? null,
        handler_name: handler?.name ?? null,
        started_at: running?.started_at ?? null,
        cover: files[0]?.id ?? null,
      },
      canOf({ ...row, reachable: row.reporter_phone !== null }, actor),
    )
    return {
      ...listed,
      words: looks ? row.words : maskNumbers(row.words),
      way: row.way,
      path: path.map((step) => ({ level: step.level, name: step.name, nameEn: step.name_en })),
      placeName: place?.name ?? null,
      lon: row.lon,
      lat: row.lat,
      reporter: maskedReporter(keys, row),
      photoList: files.map(({ id, purpose, width, height }) => ({ id, purpose, width, height })),
      clocks: await Promise.all(clocks.map((one) => toClock(tx, tenant, one, now))),
      steps: steps.map((step) => ({ ...toStep(step), text: looks ? step.text : maskNumbers(step.text) })),
      reply: row.reply,
      solved: row.solved,
      proof: kind.proof,
      lateTimes: row.late_times,
    }
  },
})

const HOURS: Record<Counting, string> = {
  always: '昼夜连续计算',
  duty: '值班时间，按工作日历',
  work: '工作时间，按工作日历',
}

export const explain = operation(matter.explain, {
  permit: [reads],
  subject: named,
  async run({ input, subject, tx, now }) {
    const row = subject!
    const clocks = await clocksOf(tx, row.tenant_id, row.id)
    const wanted = input.clock ?? row.clock ?? 'finish'
    const found = clocks.findLast((one) => one.kind === wanted)
    if (!found) throw new Problem(matterProblems.noClock)
    const time = await timeFor(tx, row.tenant_id, row.area_pos, found.counting)
    const until = found.stopped_at ?? now
    const usedMinutes = countedMs(time, found.started_at, until) / 60_000
    const end = found.stopped_at ?? new Date(Math.max(found.due_at.getTime(), now.getTime()))
    return {
      clock: await toClock(tx, row.tenant_id, found, now),
      basis: found.basis,
      hours: HOURS[found.counting],
      intervals: explainTime(time, found.started_at, end).map((line) => ({
        from: line.from.toISOString(),
        to: line.to.toISOString(),
        counted: line.counted,
        reason: line.reason,
        name: line.day?.name ?? null,
        minutes: line.ms / 60_000,
        totalMinutes: line.totalMs / 60_000,
      })),
      usedMinutes,
      leftMinutes: found.limit_minutes - usedMinutes,
      until: until.toISOString(),
    }
  },
})

export const photo = operation(matter.photo, {
  permit: [reads],
  subject: named,
  async run({ input, subject, tx, files }) {
    const row = await fileOf(tx, subject!.tenant_id, subject!.id, input.file)
    const bytes = row && (await files.read(row.id, input.size))
    if (!bytes) throw new Problem(doorProblems.missing)
    return { mime: row.mime, name: `${subject!.no}.jpg`, bytes: new Uint8Array(bytes) }
  },
})
