// The reporter's own page: plain steps, kept promises, the reply, who looked at his number. No internal opinions.
import { machine } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import type { Tx } from '#kernel/database.ts'
import { mayMove } from '#kernel/lifecycle.ts'
import { type Context, operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { workersAt } from '#modules/account/index.ts'
import { pathOf } from '#modules/area/index.ts'
import { countedMs } from '#modules/calendar/index.ts'
import { type ClockRow, clocksOf, timeFor } from '../clocks.ts'
import { matter } from '../contract.ts'
import { rowsOf } from '../kinds.ts'
import { matterLife, type PAUSES, type ROUTES } from '../lifecycle.ts'
import { enterByReceipt, isReporter, reported } from '../reporter.ts'
import { fileOf, filesOf, looksAt, type MatterRow, photosAmong, type StepRow, stepsOf } from '../store.ts'
import { maskedReporter } from '../view.ts'
import { voiceName, voicesAlong } from '../voices.ts'
import { disputeUntil } from './judge.ts'
import { progress } from './over.ts'

/** The clock that a step stopped, so that the story can say whether the promise was kept. */
const STOPPED_BY: Record<string, ClockRow['kind']> = { take: 'take', answer: 'answer', finish: 'finish' }
/** What is between colleagues: opinions, objections, who asked for what. That it was sent back or ruled on is told, the reasons are not. */
const INNER: ReadonlySet<string> = new Set([
  ...['return', 'invite', 'note', 'meet', 'ask', 'refuse', 'acknowledge', 'urge', 'mark', 'comment'],
  ...['warn', 'joined', 'archive'],
])

/** The next of the promises made to him: what is owed among colleagues (signing, checking) is not his worry. */
function promiseOf(state: string, clocks: readonly ClockRow[], now: Date) {
  if (state === 'paused') return null
  const [next] = clocks
    .filter((one) => one.stopped_at === null)
    .sort((a, b) => a.due_at.getTime() - b.due_at.getTime())
    .flatMap((one) =>
      one.kind === 'take' || one.kind === 'answer' || one.kind === 'finish'
        ? [{ what: one.kind, at: one.due_at.toISOString(), late: one.due_at < now }]
        : [],
    )
  return next ?? null
}

type Detail = {
  via?: string
  reason?: (typeof PAUSES)[number]
  route?: (typeof ROUTES)[number]
  until?: string
  to?: string
  agency?: string
}

/** What of a step is for him: where it went, why it waits and until when, and what was written to him. */
function toldIn({ move, text, detail }: StepRow) {
  const { via, reason, route, until, to, agency } = detail as Detail
  const waits = ['pause', 'standForMediation', 'extend'].includes(move)
  return {
    text: via === 'page' || ['decline', 'extend', 'standForMediation'].includes(move) ? text : '',
    reason: (waits && reason) || null,
    route: (move === 'decline' && route) || null,
    until: (waits && until) || null,
    to: to ?? agency ?? '',
  }
}

async function storyStep(tx: Tx, step: StepRow, clocks: readonly ClockRow[]) {
  const kind = STOPPED_BY[step.move]
  const stopped = kind && clocks.find((one) => one.kind === kind && one.stopped_at?.getTime() === step.at.getTime())
  const used =
    stopped &&
    countedMs(await timeFor(tx, stopped.tenant_id, stopped.area_pos, stopped.counting), stopped.started_at, step.at)
  return {
    move: step.move,
    at: step.at.toISOString(),
    name: ['take', 'answer', 'finish', 'verify'].includes(step.move) ? step.actor_name : '',
    ...toldIn(step),
    kept: stopped ? step.at <= stopped.due_at : null,
    minutes: used === undefined ? null : Math.floor(used / 60_000),
    limitMinutes: stopped?.limit_minutes ?? null,
    dueAt: stopped?.due_at.toISOString() ?? null,
  }
}

/** How the matter stands that this one was joined to. */
async function joinedTo({ subject, actor, perform }: Context<unknown, MatterRow | undefined>) {
  const into = subject!.merged_into
  return into ? perform(progress, { id: into }, machine(actor.tenant, 'merged')) : null
}

const asksEffect = (row: MatterRow) =>
  row.state === 'closed' && row.effect_asked_at !== null && row.effect_holds === null

function canOf(row: MatterRow, joined: { repliedAt: string | null } | null, now: Date): string[] {
  const can = (['rate', 'dispute', 'withdraw'] as const).filter((move) =>
    mayMove(matterLife, move, row.state),
  ) as string[]
  const until = disputeUntil(
    joined ? { replied_at: joined.repliedAt ? new Date(joined.repliedAt) : null, effect_asked_at: null } : row,
  )
  const inTime = until !== undefined && now <= until
  return [
    ...can.filter((move) => move !== 'dispute' || inTime),
    ...(asksEffect(row) ? ['confirm'] : []),
    ...(row.reporter_name || row.reporter_phone ? ['forget'] : []),
  ]
}

export const story = operation(matter.story, {
  permit: [isReporter],
  enter: enterByReceipt,
  subject: reported,
  async run(context) {
    const { subject, tx, now, keys } = context
    const row = subject!
    const tenant = row.tenant_id
    const joined = await joinedTo(context)
    const [rows, path, clocks, steps, files, looks, workers] = await Promise.all([
      rowsOf(tx, tenant),
      pathOf(tx, tenant, row.area_pos),
      clocksOf(tx, tenant, row.id),
      stepsOf(tx, tenant, row.id),
      filesOf(tx, tenant, row.id),
      looksAt(tx, tenant, row.id),
      workersAt(tx, tenant, row.area_pos, ['grid_worker'], localDay(now)),
    ])
    const kind = rows.kinds.get(row.kind)!
    const replied = steps.findLast((step) => step.move === 'verify' || step.move === 'decline')
    return {
      no: row.no,
      state: row.state,
      title: row.title,
      words: row.words,
      address: row.address,
      kindZh: kind.zh,
      kindEn: kind.en,
      // What was photographed on the spot is the worker's proof and the reporter's answer; he sees both once it is replied.
      photoList: photosAmong(files)
        .filter((file) => file.purpose === 'reported' || row.reply !== null)
        .map(({ id, purpose, width, height }) => ({ id, purpose, width, height })),
      voiceList: hisVoices(steps, files),
      reply: row.reply && replied ? { text: row.reply, at: replied.at.toISOString(), by: replied.actor_name } : null,
      can: canOf(row, joined, now),
      joined,
      asksEffect: asksEffect(row),
      promise: promiseOf(row.state, clocks, now),
      disputeUntil: disputeUntil(row)?.toISOString() ?? null,
      steps: await Promise.all(
        steps.filter((step) => !INNER.has(step.move)).map((step) => storyStep(tx, step, clocks)),
      ),
      looks: looks.map((look) => ({ at: look.at.toISOString(), who: look.name ?? '' })),
      publicLine: kind.public ? { zh: kind.public_zh, en: kind.public_en } : null,
      ...maskedReporter(keys, row),
      round: row.round,
      gridName: path.find((one) => one.level === 'grid')?.name ?? '',
      worker: workers[0] ? { name: workers[0].name, phone: workers[0].phone } : null,
      version: row.version,
    }
  },
})

export const storyPhoto = operation(matter.storyPhoto, {
  permit: [isReporter],
  enter: enterByReceipt,
  subject: reported,
  async run({ input, subject, tx, files }) {
    const row = await fileOf(tx, subject!.tenant_id, subject!.id, input.file)
    const shown =
      row &&
      (subject!.reply !== null ||
        (await filesOf(tx, subject!.tenant_id, subject!.id)).some(
          (file) => file.id === row.id && file.purpose === 'reported',
        ))
    const bytes = shown && (await files.read(row.id, input.size))
    if (!bytes) throw new Problem(doorProblems.missing)
    return { mime: row.mime, name: `${subject!.no}.jpg`, bytes: new Uint8Array(bytes) }
  },
})

/** What the reporter said himself; what colleagues recorded in their notes is theirs. */
const hisVoices = (steps: readonly StepRow[], files: Awaited<ReturnType<typeof filesOf>>) =>
  voicesAlong(
    steps.filter(({ move }) => move === 'report'),
    files,
  )

export const storyVoice = operation(matter.storyVoice, {
  permit: [isReporter],
  enter: enterByReceipt,
  subject: reported,
  async run({ input, subject, tx, files }) {
    const { tenant_id: tenant, id, no } = subject!
    const [steps, stored] = await Promise.all([stepsOf(tx, tenant, id), filesOf(tx, tenant, id)])
    const own = hisVoices(steps, stored).find((one) => one.id === input.file)
    const bytes = own && (await files.read(own.id, 'full'))
    if (!own || !bytes) throw new Problem(doorProblems.missing)
    return { mime: own.mime, name: voiceName(no, own.mime), bytes: new Uint8Array(bytes) }
  },
})
