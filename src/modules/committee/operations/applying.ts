// 报名当调解员: what anybody may read and send, and what an applicant finds behind his receipt.
import { type Actor, anyone, rule } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import type { Tx } from '#kernel/database.ts'
import type { Directory } from '#kernel/directory.ts'
import { newCode, newId, showCode } from '#kernel/ids.ts'
import { step } from '#kernel/lifecycle.ts'
import { operation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { phoneDigits } from '#modules/register/index.ts'
import { enterByDistrict } from '#modules/room/index.ts'
import { applicantKey, enterByApplication } from '../applicants.ts'
import { committee } from '../contract.ts'
import { applicantLife } from '../lifecycle.ts'
import { toCall } from '../recruiting.ts'
import * as store from '../recruiting-store.ts'
import { openIn, sealIn } from '../sealed.ts'
import { committeeProblems } from '../words.ts'

const RECEIPT_LENGTH = 20
const PHONE = /^(1\d{10}|0\d{9,11})$/

/** As many of one call on one day; a real one has dozens in a month. */
const MOST_A_DAY = 200

const callNamed = (input: { callId: string }, tx: Tx, actor: Actor) => store.lockCall(tx, actor.tenant, input.callId)

export const openCalls = operation(committee.openCalls, {
  permit: [anyone('calls are public')],
  enter: enterByDistrict,
  async run({ tx, actor, now }) {
    const calls = await store.callsOn(tx, actor.tenant, localDay(now))
    return {
      calls: calls.map((row) => ({
        ...toCall(row),
        ...{ committee: row.committee, committeeEn: row.committee_en, phone: row.committee_phone },
      })),
    }
  },
})

/** His row's id is known before it exists: row-level security lets whoever applies write that one row and no other. */
async function enterToApply(input: { district: string }, actor: Actor, directory: Directory) {
  const entered = await enterByDistrict(input, actor, directory)
  return entered && { ...entered, ids: [...entered.ids, newId()] }
}

export const apply = operation(committee.apply, {
  permit: [anyone('anybody who is grown up may apply')],
  enter: enterToApply,
  sight: 'tenant',
  subject: callNamed,
  moves: step(applicantLife, 'apply'),
  async run({ input, subject, to, actor, keys, now, directory, write, made }) {
    const call = subject!
    const today = localDay(now)
    if (today < call.from_on || today > call.to_on || call.committee_state === 'ended')
      throw new Problem(committeeProblems.callOver)
    if (call.came_on === today && call.came >= MOST_A_DAY) throw new Problem(committeeProblems.callBusy)
    write(store.countOne(call, today))
    const phone = phoneDigits(input.phone)
    if (!PHONE.test(phone)) throw new Problem(committeeProblems.badPhone)
    const row = { tenant_id: actor.tenant, id: actor.ids.at(-1)! }
    const receipt = newCode(RECEIPT_LENGTH)
    const body = JSON.stringify({ name: input.name, phone, about: input.about })
    write(
      store.insertApplicant({
        ...{ ...row, call_id: call.id, area_pos: call.area_pos, state: to, key_version: keys.version },
        ...{ body: sealIn(keys, 'mediator_applicant', row, 'body', body), made_at: now, changed_at: now },
      }),
    )
    write(directory.entry('receipt', applicantKey(receipt), { tenant: actor.tenant, subject: row.id }, now))
    made({ id: row.id, area_pos: call.area_pos, state: to, version: 1 })
    return { receipt: showCode(receipt) }
  },
})

const isApplicant = rule<{ readonly id: string }>(
  'the applicant, by his receipt',
  (actor, row) => actor.kind === 'resident' && actor.ids.includes(row.id),
  (actor) => actor.kind === 'resident' || actor.kind === 'anonymous',
)
const own = (_: unknown, tx: Tx, actor: Actor) => store.applicantById(tx, actor.tenant, actor.id)
const ownLocked = (_: unknown, tx: Tx, actor: Actor) => store.lockApplicant(tx, actor.tenant, actor.id)

export const application = operation(committee.application, {
  permit: [isApplicant],
  enter: enterByApplication,
  subject: own,
  async run({ subject, tx, actor, keys }) {
    const row = subject!
    const call = (await store.callById(tx, actor.tenant, row.call_id))!
    return {
      ...{ state: row.state, on: row.made_at.toISOString() },
      ...{ committee: call.committee, committeeEn: call.committee_en, phone: call.committee_phone },
      answer: openIn(keys, 'mediator_applicant', row, 'answer', row.answer),
      can: applicantLife.states[row.state].open ? ['withdrawApplication'] : [],
    }
  },
})

/** What he left goes at once: nobody needs it any more. */
export const withdrawApplication = operation(committee.withdrawApplication, {
  permit: [isApplicant],
  enter: enterByApplication,
  subject: ownLocked,
  moves: step(applicantLife, 'withdrawApplication'),
  async run({ subject, to, now, write, made }) {
    const row = subject!
    write(store.changeApplicant(row, { state: to, body: null, answer: null }, now))
    made({ id: row.id, area_pos: row.area_pos, state: to, version: row.version + 1 })
    return { state: to }
  },
})
