// Looking: queues, one matter, how its time is counted, its photos, and the reporter's number, which leaves a trace.
import { type Actor, allOf, holds, rule, works } from '#kernel/access.ts'
import { clock, localDay, localInstant } from '#kernel/clock.ts'
import type { Tx } from '#kernel/database.ts'
import { isOpen } from '#kernel/lifecycle.ts'
import { abilities, type Context, operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import type { Text } from '#kernel/words.ts'
import { areaById, pathOf } from '#modules/area/index.ts'
import { countedMs, explain as explainTime } from '#modules/calendar/index.ts'
import { type Counting, clocksOf, timeFor } from '../clocks.ts'
import { matter } from '../contract.ts'
import { rowsOf } from '../kinds.ts'
import { inOffice, READERS } from '../leads.ts'
import { matterLife, type PAUSES, SPOKEN } from '../lifecycle.ts'
import { countMatters, type ListedRow, listMatters, lookedFrom, scope, TOTAL_LIMIT, writeCursor } from '../lists.ts'
import { namedIn, namesInList, namesWhole } from '../names.ts'
import { maskNumbers } from '../numbers-in-words.ts'
import { routeFor } from '../routing.ts'
import { type RequestRow, requestsOf, stoodStill } from '../standstill.ts'
import { fileOf, filesOf, type HeldMatter, matterById, photosAmong, stepsOf } from '../store.ts'
import { maskedReporter, openReporter, toClock, toListed, toStep } from '../view.ts'
import { voiceName, voicesAlong } from '../voices.ts'
import { matterProblems } from '../words.ts'
import { ask, extend, meet, note, pause, refuse, resume } from './along.ts'
import { raise } from './climb.ts'
import { decline, dispatch, giveBack, invite, ruleOn, sign, transfer } from './dispatch.ts'
import { acknowledge, answer, finish, sendBack, take, verify } from './handle.ts'
import { merge } from './over.ts'
import { comment, mark, urge } from './supervise.ts'

const handedToHim = rule<{ id: string }>(
  'it was handed to him',
  (actor, row) => inOffice(actor) && actor.ids.includes(row.id),
  (actor) => actor.kind === 'staff',
)
const inHisArea = works(...READERS)
const reads = [inHisArea, handedToHim] as const
/** For questions without one subject: the spans of the asker limit the answer. */
const readsSomewhere = holds(...READERS, 'department_clerk', 'mediator', 'lawyer', 'expert')

/** Moves that staff make; the reporter's own are offered on his page. */
const staffMoves = [
  ...[take, answer, finish, sendBack, verify, acknowledge, decline, dispatch, sign, giveBack, ruleOn, transfer, invite],
  ...[note, meet, pause, resume, extend, raise, merge],
]

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

/**
 * Who hands a report on has to know what it says: one that is nothing but a recording is heard by the community's desk,
 * too, until somebody has it. Where there are words, the words are enough.
 */
const handsOnWhatWasOnlySaid = allOf<HeldMatter>(
  works('community_staff', 'community_head'),
  rule('while nobody has taken it', (_, row) => row.state === 'reported'),
  rule('it was only spoken', (_, row) => row.words.startsWith(SPOKEN)),
)

/** Whether the reporter's number is his business now. */
const mayReveal = (row: ListedRow | HeldMatter, actor: Actor): boolean =>
  reveal.permit.some((one) => one.mayEver(actor) && one.allows(actor, row as HeldMatter))

const mayHear = (row: HeldMatter, actor: Actor): boolean =>
  voice.permit.some((one) => one.mayEver(actor) && one.allows(actor, row))

/** What is said about a matter without moving it: offered by its rules, as long as its state lets it. */
const words = [ask, refuse, urge, mark, comment] as const

function mayBeSaid(row: ListedRow | HeldMatter, actor: Actor): string[] {
  const open = isOpen(matterLife, row.state) && row.state !== 'replied'
  return words
    .filter((one) => (one === ask || one === refuse ? row.state === 'handling' : open || one !== urge))
    .filter((one) => one.permit.some((rule) => rule.mayEver(actor) && rule.allows(actor, row as HeldMatter)))
    .map((one) => one.signature.name.slice('matter.'.length))
}

/** Moves of the life, words that move nothing, and a look at the number where there is one. */
function canOf(row: ListedRow | (HeldMatter & { reachable: boolean }), actor: Actor): string[] {
  const moves = abilities(staffMoves, actor, row).filter((move) => move !== 'answer' || row.answered_at === null)
  const reveals = row.reachable && mayReveal(row, actor) ? ['reveal'] : []
  return [...moves, ...mayBeSaid(row, actor), ...reveals]
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
    const { routes } = await rowsOf(tx, actor.tenant)
    const page = rows.slice(0, input.limit)
    const total = rows[0]?.total ?? 0
    return {
      matters: page.map((row) =>
        toListed(row, canOf(row, actor), routeFor(routes, row.kind, row.area_pos, localDay(now))),
      ),
      total: Math.min(total, TOTAL_LIMIT),
      more: total > TOTAL_LIMIT,
      next: rows.length > input.limit ? writeCursor(page.at(-1)!) : null,
      lookedFrom: lookedFrom(input, localDay(now)),
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

const toRequest = (one: RequestRow) => ({
  id: one.id,
  what: one.what,
  reason: one.reason as (typeof PAUSES)[number],
  words: one.words,
  until: one.until_at.toISOString(),
  decision: one.decision,
})

export const get = operation(matter.get, {
  permit: reads,
  subject: named,
  async run({ subject, tx, actor, now, keys }) {
    const row = subject!
    const tenant = row.tenant_id
    const [rows, path, clocks, stood, steps, files, requests, named] = await Promise.all([
      rowsOf(tx, tenant),
      pathOf(tx, tenant, row.area_pos),
      clocksOf(tx, tenant, row.id),
      stoodStill(tx, tenant, row.id),
      stepsOf(tx, tenant, row.id),
      filesOf(tx, tenant, row.id),
      requestsOf(tx, tenant, row.id),
      namedIn(tx, row, localDay(now)),
    ])
    const kind = rows.kinds.get(row.kind)!
    const looks = mayReveal(row, actor)
    const reachable = row.reporter_phone !== null
    const listed = {
      ...{ ...row, reachable, sorted_at: null, total: 0, kind_zh: kind.zh, kind_en: kind.en },
      ...{ ...namesInList(row, named, path), cover: photosAmong(files)[0]?.id ?? null },
      started_at: clocks.find((one) => one.kind === row.clock && one.stopped_at === null)?.started_at ?? null,
    }
    return {
      ...toListed(
        listed,
        canOf({ ...row, reachable }, actor),
        routeFor(rows.routes, row.kind, row.area_pos, localDay(now)),
      ),
      ...namesWhole(row, named, path, steps),
      words: looks ? row.words : maskNumbers(row.words),
      path: path.map((step) => ({ level: step.level, name: step.name, nameEn: step.name_en })),
      lon: row.lon,
      lat: row.lat,
      reporter: maskedReporter(keys, row),
      photoList: photosAmong(files).map(({ id, purpose, width, height }) => ({ id, purpose, width, height })),
      voiceList: mayHear(row, actor) ? voicesAlong(steps, files) : [],
      clocks: await Promise.all(clocks.map((one) => toClock(tx, tenant, one, now, stood))),
      steps: steps.map((step) => ({ ...toStep(step), text: looks ? step.text : maskNumbers(step.text) })),
      reply: row.reply,
      solved: row.solved,
      proof: kind.proof,
      lateTimes: row.late_times,
      acknowledged: row.acknowledged >= row.late_times,
      requests: requests.map(toRequest),
    }
  },
})

const HOURS: Record<Counting, Text> = {
  always: { zh: '昼夜连续计算', en: 'day and night' },
  duty: { zh: '值班时间，按工作日历', en: 'hours of duty, by the working calendar' },
  work: { zh: '工作时间，按工作日历', en: 'working hours, by the working calendar' },
}

export const explain = operation(matter.explain, {
  permit: reads,
  subject: named,
  async run({ input, subject, tx, now }) {
    const row = subject!
    const clocks = await clocksOf(tx, row.tenant_id, row.id)
    const wanted = input.clock ?? row.clock ?? 'finish'
    const found = clocks.findLast((one) => one.kind === wanted)
    if (!found) throw new Problem(matterProblems.noClock)
    const time = await timeFor(tx, row.tenant_id, row.area_pos, found.counting)
    const until = found.stopped_at ?? now
    const stood = found.kind === 'finish' ? await stoodStill(tx, row.tenant_id, row.id) : []
    const usedMinutes = countedMs(time, found.started_at, until, stood) / 60_000
    const end = found.stopped_at ?? new Date(Math.max(found.due_at.getTime(), now.getTime()))
    return {
      clock: await toClock(tx, row.tenant_id, found, now, stood),
      basis: { zh: found.basis, en: found.basis_en },
      hours: HOURS[found.counting],
      intervals: explainTime(time, found.started_at, end, stood).map((line) => ({
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
  permit: reads,
  subject: named,
  async run({ input, subject, tx, files }) {
    const row = await fileOf(tx, subject!.tenant_id, subject!.id, input.file)
    const bytes = row && row.purpose !== 'voice' && (await files.read(row.id, input.size))
    if (!bytes) throw new Problem(doorProblems.missing)
    return { mime: row.mime, name: `${subject!.no}.jpg`, bytes: new Uint8Array(bytes) }
  },
})

/** Somebody's own words: heard by whoever sees the words unmasked, so by nobody once it is over. */
export const voice = operation(matter.voice, {
  permit: [...reveal.permit, handsOnWhatWasOnlySaid],
  subject: named,
  async run({ input, subject, tx, files }) {
    const row = await fileOf(tx, subject!.tenant_id, subject!.id, input.file)
    const bytes = row?.purpose === 'voice' && (await files.read(row.id, 'full'))
    if (!row || !bytes) throw new Problem(doorProblems.missing)
    return { mime: row.mime, name: voiceName(subject!.no, row.mime), bytes: new Uint8Array(bytes) }
  },
})
