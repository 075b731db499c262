// Complaints against a mediator (人民调解法 art. 15): recorded, answered in time, told to the mediator when decided. Nothing is counted.
import { type Actor, machineOnly, signedIn } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import type { Keys } from '#kernel/crypto.ts'
import type { Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { type Context, operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { dayNumber, dayText } from '#modules/calendar/index.ts'
import {
  answeredAbout,
  type ComplaintRow,
  changeComplaint,
  complaintFrom,
  complaintsOf,
  insertComplaint,
  lockComplaint,
} from '../complaint-store.ts'
import { committee } from '../contract.ts'
import { hears, keeps, mediatorLocked } from '../rights.ts'
import { openIn, sealIn } from '../sealed.ts'
import { committeeById, type MediatorRow } from '../store.ts'
import { daysHere } from '../view.ts'
import { committeeProblems } from '../words.ts'
import { leave } from './seats.ts'

type Body = { readonly words: string; readonly name: string; readonly phone: string }

const bodyOf = (keys: Keys, row: ComplaintRow): Body => {
  const text = openIn(keys, 'mediator_complaint', row, 'body', row.body)
  return text.startsWith('{') ? (JSON.parse(text) as Body) : { words: text, name: '', phone: '' }
}

const decided = (keys: Keys, row: ComplaintRow) => ({
  ...{ id: row.id, about: row.about, state: row.state, outcome: row.outcome, answeredOn: row.answered_on },
  answer: openIn(keys, 'mediator_complaint', row, 'answer', row.answer),
})

type Complained = Context<Body & { readonly about: ComplaintRow['about'] }, MediatorRow | undefined>

async function recorded({ input, subject, tx, actor, keys, now, write, made }: Complained, party_id: string | null) {
  const mediator = subject!
  const { complaint } = await daysHere(tx, actor.tenant)
  const row = { tenant_id: actor.tenant, id: newId() }
  const due_on = dayText(dayNumber(localDay(now)) + complaint)
  const { about, words, name, phone } = input
  write(
    insertComplaint({
      ...{ ...row, mediator_id: mediator.id, area_pos: mediator.area_pos, about, state: 'open', due_on, party_id },
      ...{
        body: sealIn(keys, 'mediator_complaint', row, 'body', JSON.stringify({ words, name, phone })),
        key_version: keys.version,
      },
      ...{ made_by: actor.id, made_at: now, changed_at: now },
    }),
  )
  made({ id: row.id, area_pos: mediator.area_pos, version: 1 })
  return { id: row.id, dueOn: due_on }
}

export const complain = operation(committee.complain, {
  permit: [hears, machineOnly],
  sight: 'tenant',
  subject: mediatorLocked,
  run: (context) => recorded(context, null),
})

/** One at a time: the next when the last is answered. */
export const complainFrom = operation(committee.complainFrom, {
  permit: [machineOnly],
  sight: 'tenant',
  subject: mediatorLocked,
  async run(context) {
    const { partyId } = context.input
    const last = await complaintFrom(context.tx, context.actor.tenant, partyId)
    if (last?.state === 'open') throw new Problem(committeeProblems.complaintOpen, { day: last.due_on })
    return recorded(context, partyId)
  },
})

const committeeNamed = (input: { id: string }, tx: Tx, actor: Actor) => committeeById(tx, actor.tenant, input.id)

export const complaints = operation(committee.complaints, {
  permit: [keeps],
  sight: 'tenant',
  subject: committeeNamed,
  async run({ subject, tx, actor, keys, now }) {
    const today = localDay(now)
    const rows = await complaintsOf(tx, actor.tenant, subject!.id)
    return {
      // Nobody reads here what was said of himself before it is decided.
      complaints: rows
        .filter((row) => row.account_id !== actor.id)
        .map((row) => ({
          ...{ ...decided(keys, row), ...bodyOf(keys, row), mediatorName: row.mediator_name ?? '' },
          ...{ on: row.made_at.toISOString(), dueOn: row.due_on, version: row.version },
          late: row.state === 'open' && row.due_on < today,
        })),
    }
  },
})

const complaintLocked = (input: { id: string }, tx: Tx, actor: Actor) => lockComplaint(tx, actor.tenant, input.id)

export const answerComplaint = operation(committee.answerComplaint, {
  permit: [keeps],
  sight: 'tenant',
  subject: complaintLocked,
  async run({ input, subject, tx, actor, keys, now, write, perform, made }) {
    const row = subject!
    if (row.account_id === actor.id) throw new Problem(committeeProblems.notSelf)
    if (row.version !== input.version) throw new Problem(doorProblems.changed)
    if (row.state !== 'open') throw new Problem(committeeProblems.alreadyAnswered)
    const today = localDay(now)
    const { outcome, words } = input
    if (outcome === 'removal') {
      const seat = await mediatorLocked({ mediatorId: row.mediator_id }, tx, actor)
      if (seat && !seat.left_on) await perform(leave, { mediatorId: seat.id, version: seat.version, day: today })
    }
    const answer = sealIn(keys, 'mediator_complaint', row, 'answer', words)
    write(changeComplaint(row, { state: 'answered', outcome, answer, answered_by: actor.id, answered_on: today }, now))
    made({ id: row.id, area_pos: row.area_pos, version: row.version + 1 })
    return { id: row.id, version: row.version + 1 }
  },
})

export const myComplaints = operation(committee.myComplaints, {
  permit: [signedIn],
  async run({ tx, actor, keys }) {
    const rows = await answeredAbout(tx, actor.tenant, actor.id)
    return { complaints: rows.map((row) => decided(keys, row)) }
  },
})
