// Visits, investigations and sessions, which both sides may read; evidence; and how long it may take.
import { localDay } from '#kernel/clock.ts'
import { k } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { dayNumber, timeAt } from '#modules/calendar/index.ts'
import { checkDisclosed } from '../avoidance.ts'
import { mediation } from '../contract.ts'
import { remindAnew } from '../limit.ts'
import { hasCome, locked, moved, noted, stepOf, type Working } from '../moving.ts'
import { agreedByAll, refuses } from '../parties.ts'
import { lastDay } from '../periods.ts'
import { mediates } from '../rights.ts'
import { sealIn } from '../sealed.ts'
import { changeMeeting, meetingsOf, partiesOf } from '../store.ts'
import { mediationProblems } from '../words.ts'

const MOST_LONGER_DAYS = 366
const WORKED_ON = ['accepted', 'mediating', 'suspended', 'agreed', 'performing']

/** What is added to a file is added while somebody works on it. */
export function workedOn({ subject }: Pick<Working, 'subject'>): void {
  if (!WORKED_ON.includes(subject!.state)) throw new Problem(doorProblems.wrongState, { state: subject!.state })
}

type Told = {
  readonly mode: 'site' | 'room' | 'video' | 'phone'
  readonly heldOn: string
  readonly from: number
  readonly until: number
  readonly place: string
  readonly present: string
  readonly roomId?: string | undefined
  readonly words: string
  readonly undisputed: readonly string[]
}

function writeRecord(
  context: Working,
  kind: 'visit' | 'investigation' | 'session',
  told: Told,
  result: string,
): string {
  const { subject, actor, keys, now, write } = context
  const row = { tenant_id: subject!.tenant_id, id: newId() }
  const { place, present, words, undisputed } = told
  write(
    k.insertInto('mediation_record').values({
      ...{ ...row, mediation_id: subject!.id, area_pos: subject!.area_pos, kind, mode: told.mode },
      ...{ held_on: hasCome(told.heldOn, now), from_minute: told.from, until_minute: told.until },
      ...{ room_id: told.roomId ?? null, undisputed: undisputed.length, by_id: actor.id, made_at: now },
      body: sealIn(
        keys,
        'mediation_record',
        row,
        'body',
        JSON.stringify({ place, present, words, undisputed, result }),
      ),
      key_version: keys.version,
    }),
  )
  return row.id
}

export const record = operation(mediation.record, {
  permit: [mediates],
  subject: locked,
  async run(context) {
    workedOn(context)
    const recordId = writeRecord(context, context.input.kind, context.input, '')
    return { ...noted(context, context.input.kind), recordId }
  },
})

/** The session that had been agreed on was held. */
async function held(context: Working, id: string): Promise<void> {
  const one = (await meetingsOf(context.tx, context.subject!)).find((each) => each.id === id)
  if (!one) throw new Problem(mediationProblems.notThere)
  if (one.state !== 'planned') throw new Problem(doorProblems.changed)
  context.write(changeMeeting(one, { state: 'held' }))
  await remindAnew(context, context.subject!, 'meeting', one.id, null)
}

export const hold = operation(mediation.hold, {
  permit: [mediates],
  subject: locked,
  moves: stepOf('hold'),
  async run(context) {
    const { input, subject, tx } = context
    if (refuses(await partiesOf(tx, subject!))) throw new Problem(mediationProblems.sideRefuses)
    if (input.meetingId) await held(context, input.meetingId)
    await checkDisclosed(tx, subject!)
    const recordId = writeRecord(context, 'session', input, input.result)
    const told = input.toldRights && !subject!.rights_told_on ? { rights_told_on: input.heldOn } : {}
    return { ...moved(context, 'hold', { set: told }), recordId }
  },
})

export const addEvidence = operation(mediation.addEvidence, {
  permit: [mediates],
  subject: locked,
  async run(context) {
    const { input, subject, tx, keys, now, write } = context
    workedOn(context)
    const of = subject!
    if (input.partyId && !(await partiesOf(tx, of)).some((one) => one.id === input.partyId))
      throw new Problem(mediationProblems.notThere)
    const row = { tenant_id: of.tenant_id, id: newId() }
    write(
      k.insertInto('mediation_evidence').values({
        ...{ ...row, mediation_id: of.id, area_pos: of.area_pos, party_id: input.partyId ?? null },
        ...{ paper: input.paper, original: input.original, pages: input.pages, made_at: now },
        ...{ given_on: hasCome(input.givenOn, now), key_version: keys.version },
        name: sealIn(keys, 'mediation_evidence', row, 'name', input.name),
      }),
    )
    return { ...noted(context, 'addEvidence', { reason: input.paper }), evidenceId: row.id }
  },
})

export const suspend = operation(mediation.suspend, {
  permit: [mediates],
  subject: locked,
  moves: stepOf('suspend'),
  run: async (context) => moved(context, 'suspend', { set: { suspended_at: context.now }, words: context.input.words }),
})

/** The days that it stood still are added to what was left. */
export const resume = operation(mediation.resume, {
  permit: [mediates],
  subject: locked,
  moves: stepOf('resume'),
  async run(context) {
    const { subject, actor, tx, now } = context
    const row = subject!
    const { days } = await timeAt(tx, actor.tenant, row.area_pos, 'work')
    const still = dayNumber(localDay(now)) - dayNumber(localDay(row.suspended_at!))
    const due_on = row.due_on && lastDay(days, row.due_on, still)
    await remindAnew(context, row, 'limit', row.id, due_on)
    return moved(context, 'resume', { set: { suspended_at: null, due_on } })
  },
})

/** Longer by consent alone: every party says so, none is counted as agreeing by silence. */
export const extend = operation(mediation.extend, {
  permit: [mediates],
  subject: locked,
  moves: stepOf('extend'),
  async run(context) {
    const { input, subject, tx, keys } = context
    const row = subject!
    agreedByAll(keys, await partiesOf(tx, row), input.agreedBy)
    const from = row.due_on ?? input.until
    if (input.until <= from || dayNumber(input.until) - dayNumber(from) > MOST_LONGER_DAYS)
      throw new Problem(mediationProblems.extendForward)
    await remindAnew(context, row, 'limit', row.id, input.until)
    const changed = moved(context, 'extend', { set: { due_on: input.until }, reason: input.until, words: input.words })
    return { ...changed, dueOn: input.until }
  },
})
