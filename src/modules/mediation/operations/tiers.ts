// Up a tier with the whole file and a receipt, or out to the body in charge. One file, one number: nothing is counted twice.
import { k } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { committeeById } from '#modules/committee/index.ts'
import { mediation } from '../contract.ts'
import type { BODIES } from '../lifecycle.ts'
import { allNamed, checkNamed, handTo } from '../mediators.ts'
import { locked, moved, noted, stepOf, type Working } from '../moving.ts'
import { beforeAnybody, desks, mediates } from '../rights.ts'
import { sealIn } from '../sealed.ts'
import { handoversOf, signFor } from '../store.ts'
import { mediationProblems } from '../words.ts'

type To = {
  readonly tier: number
  readonly committee?: string
  readonly body?: (typeof BODIES)[number]
  readonly words: string
}

/** The row, and the number of the receipt for it. */
async function writeHandover(context: Working, { tier, committee, body, words }: To): Promise<string> {
  const { subject, actor, tx, keys, now, write } = context
  const of = subject!
  const row = { tenant_id: of.tenant_id, id: newId() }
  const earlier = await handoversOf(tx, of)
  const receipt_no = `${of.no ?? ''}移${earlier.length + 1}`
  write(
    k.insertInto('mediation_handover').values({
      ...{ ...row, mediation_id: of.id, area_pos: of.area_pos, from_tier: of.tier, to_tier: tier },
      ...{ from_committee: of.committee_id, to_committee: committee ?? null, to_body: body ?? null },
      words: sealIn(keys, 'mediation_handover', row, 'words', words),
      ...{ key_version: keys.version, sent_by: actor.id, sent_at: now, receipt_no },
    }),
  )
  return receipt_no
}

export const handUp = operation(mediation.handUp, {
  permit: [mediates, desks],
  subject: locked,
  moves: stepOf('handUp'),
  async run(context) {
    const { input, subject, actor, tx } = context
    const row = subject!
    const committee = await committeeById(tx, actor.tenant, input.committeeId)
    if (committee?.state !== 'open' || committee.id === row.committee_id) throw new Problem(mediationProblems.notThere)
    const { tier } = committee
    if (tier <= row.tier) throw new Problem(mediationProblems.higher)
    const { words } = input
    const receiptNo = await writeHandover(context, { tier, committee: committee.id, words })
    const set = { ...handTo(context, row, []), tier, committee_id: committee.id, lead_id: null }
    return { ...moved(context, 'handUp', { set, words }), receiptNo }
  },
})

/** Signed for by the desk that gets it: those it names see the whole file, and no closed note of those before them. */
export const receive = operation(mediation.receive, {
  permit: [desks],
  subject: locked,
  async run(context) {
    const { input, subject, actor, tx, now, write } = context
    const row = subject!
    const waiting = (await handoversOf(tx, row)).find((one) => one.to_committee && !one.received_at)
    if (!waiting) throw new Problem(mediationProblems.notHandedUp)
    await checkNamed(tx, context.subject!, waiting.to_committee!, input, now)
    write(signFor(waiting, actor.id, now))
    const handed = handTo(context, row, allNamed(input))
    return noted(context, 'receive', { set: { ...handed, lead_id: input.leadId } })
  },
})

const STILL_OPEN: readonly string[] = ['accepted', 'mediating', 'suspended']

/** 三调联动: one procedure leads, and the file stays one file with one number. */
export const workJointly = operation(mediation.workJointly, {
  permit: [mediates, desks],
  subject: locked,
  async run(context) {
    const { procedure, bodies } = context.input
    const { state } = context.subject!
    if (!STILL_OPEN.includes(state)) throw new Problem(doorProblems.wrongState, { state })
    return noted(context, 'workJointly', { set: { procedure, joint: [...new Set(bodies)] }, reason: procedure })
  },
})

export const handOn = operation(mediation.handOn, {
  permit: [mediates, beforeAnybody],
  subject: locked,
  moves: stepOf('handOn'),
  async run(context) {
    const { input, subject, now } = context
    const { body, words } = input
    const receiptNo = await writeHandover(context, { tier: subject!.tier, body, words })
    const set = { closed_at: now, outcome: 'handedOn' as const, due_on: null }
    return { ...moved(context, 'handOn', { set, reason: body, words }), receiptNo }
  },
})
