// 选聘调解员 at the desk: a call is opened, each applicant is answered, and who is appointed gets his seat for a term.
import { type Actor, machineOnly } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import type { Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { step } from '#kernel/lifecycle.ts'
import { type Context, operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { maskName, maskPhone } from '#modules/register/index.ts'
import { toldBy } from '../applicants.ts'
import { committee } from '../contract.ts'
import { type ApplicantState, applicantLife } from '../lifecycle.ts'
import { toCall } from '../recruiting.ts'
import * as store from '../recruiting-store.ts'
import { committeeLocked, seats } from '../rights.ts'
import { sealIn } from '../sealed.ts'
import { committeeById } from '../store.ts'
import { committeeProblems } from '../words.ts'
import { seat } from './seats.ts'

const committeeNamed = (input: { id: string }, tx: Tx, actor: Actor) => committeeById(tx, actor.tenant, input.id)
const callLocked = (input: { id: string }, tx: Tx, actor: Actor) => store.lockCall(tx, actor.tenant, input.id)
const named = (input: { id: string }, tx: Tx, actor: Actor) => store.applicantById(tx, actor.tenant, input.id)
const locked = (input: { id: string }, tx: Tx, actor: Actor) => store.lockApplicant(tx, actor.tenant, input.id)

const CAN: Readonly<Record<ApplicantState, readonly string[]>> = {
  applied: ['applicant', 'shortlist', 'declineApplicant'],
  shortlisted: ['applicant', 'appoint', 'declineApplicant'],
  appointed: [],
  declined: [],
  withdrawn: [],
}

export const calls = operation(committee.calls, {
  permit: [seats],
  sight: 'tenant',
  subject: committeeNamed,
  async run({ subject, tx, actor, keys, now }) {
    const today = localDay(now)
    const rows = await store.callsOf(tx, actor.tenant, subject!.id)
    const applicants = await store.applicantsOf(
      tx,
      actor.tenant,
      rows.map(({ id }) => id),
    )
    const line = (row: store.ApplicantRow) => {
      const { name, phone } = toldBy(keys, row)
      return {
        ...{ id: row.id, state: row.state, name: maskName(name), phone: phone && maskPhone(phone) },
        ...{ on: row.made_at.toISOString(), version: row.version, can: [...CAN[row.state]] },
      }
    }
    return {
      calls: rows.map((row) => ({
        ...{ ...toCall(row), open: row.from_on <= today && today <= row.to_on, version: row.version },
        applicants: applicants.filter(({ call_id }) => call_id === row.id).map(line),
      })),
    }
  },
})

export const openCall = operation(committee.openCall, {
  permit: [seats, machineOnly],
  sight: 'tenant',
  subject: committeeLocked,
  async run({ input, subject, actor, now, write, made }) {
    const of = subject!
    if (of.state === 'ended') throw new Problem(committeeProblems.ended, { name: of.name })
    if (input.to < input.from || input.to < localDay(now)) throw new Problem(committeeProblems.callDays)
    const id = newId()
    write(
      store.insertCall({
        ...{ tenant_id: actor.tenant, id, committee_id: of.id, area_pos: of.area_pos, places: input.places },
        ...{ mode: input.mode, wants_zh: input.wantsZh, wants_en: input.wantsEn, from_on: input.from },
        ...{ to_on: input.to, made_at: now, changed_at: now },
      }),
    )
    made({ id, area_pos: of.area_pos, version: 1 })
    return { id }
  },
})

/** Today is its last day; one that was to open later opens for today alone. */
export const closeCall = operation(committee.closeCall, {
  permit: [seats],
  sight: 'tenant',
  subject: callLocked,
  async run({ input, subject, now, write, made }) {
    const row = subject!
    if (row.version !== input.version) throw new Problem(doorProblems.changed)
    const today = localDay(now)
    if (row.to_on <= today) throw new Problem(committeeProblems.callOver)
    write(store.closeCallOn(row, today, now))
    made({ id: row.id, area_pos: row.area_pos, version: row.version + 1 })
    return { id: row.id }
  },
})

export const applicant = operation(committee.applicant, {
  permit: [seats],
  subject: named,
  run: async ({ subject, keys }) => toldBy(keys, subject!),
})

type Working = Context<{ readonly version: number }, store.ApplicantRow | undefined, ApplicantState>

function changed({ input, subject, to, now, write, made }: Working, set: Readonly<Record<string, unknown>> = {}) {
  const row = subject!
  if (row.version !== input.version) throw new Problem(doorProblems.changed)
  write(store.changeApplicant(row, { state: to, ...set }, now))
  made({ id: row.id, area_pos: row.area_pos, state: to, version: row.version + 1 })
  return { id: row.id, state: to, version: row.version + 1 }
}

export const shortlist = operation(committee.shortlist, {
  permit: [seats],
  subject: locked,
  moves: step(applicantLife, 'shortlist'),
  run: async (context) => changed(context),
})

export const declineApplicant = operation(committee.declineApplicant, {
  permit: [seats],
  subject: locked,
  moves: step(applicantLife, 'declineApplicant'),
  async run(context) {
    const { input, subject, keys } = context
    const row = subject!
    // Both columns have one key.
    const body = row.body && sealIn(keys, 'mediator_applicant', row, 'body', JSON.stringify(toldBy(keys, row)))
    const answer = sealIn(keys, 'mediator_applicant', row, 'answer', input.words)
    return changed(context, { body, answer, key_version: keys.version })
  },
})

/** The call is held meanwhile: of two who appoint to its last place, one does. */
export const appoint = operation(committee.appoint, {
  permit: [seats],
  subject: locked,
  moves: step(applicantLife, 'appoint'),
  async run(context) {
    const { input, subject, tx, actor, perform } = context
    const row = subject!
    if (row.version !== input.version) throw new Problem(doorProblems.changed)
    const call = (await store.lockCall(tx, actor.tenant, row.call_id))!
    if ((await store.appointedTo(tx, actor.tenant, call.id)) >= call.places)
      throw new Problem(committeeProblems.placesTaken, { places: call.places })
    const seated = await perform(seat, {
      ...{ id: call.committee_id, accountId: input.accountId, mode: call.mode, way: 'hired' },
      ...{ from: input.from, to: input.to },
    })
    return changed(context, { mediator_id: seated.id })
  },
})
