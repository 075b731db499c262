// 回避: each mediator discloses, the parties are told, somebody may ask for another, and the head decides.
import { machineOnly } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import { newId } from '#kernel/ids.ts'
import { keepKind } from '#kernel/keep-kind.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { timeAt } from '#modules/calendar/index.ts'
import { daysHere } from '#modules/committee/index.ts'
import {
  avoidancesOf,
  changeAvoidance,
  insertAvoidance,
  insertDisclosure,
  keepTieKind,
  toldTies,
} from '../avoidance-store.ts'
import { mediation } from '../contract.ts'
import { checkNamed, handTo } from '../mediators.ts'
import { hasCome, locked, noted, type Working } from '../moving.ts'
import { lastDay } from '../periods.ts'
import { desks, heads, keeps, mediates, mediatesSomewhere } from '../rights.ts'
import { sealIn } from '../sealed.ts'
import { type MediationRow, partiesOf } from '../store.ts'
import { checkTies, tieKindsOf } from '../tie-kinds.ts'
import { mediationProblems } from '../words.ts'

export const tieKinds = operation(mediation.tieKinds, {
  permit: [mediatesSomewhere, keeps],
  async run({ tx, actor }) {
    return { kinds: [...(await tieKindsOf(tx, actor.tenant)).values()] }
  },
})

export const setTieKind = operation(mediation.setTieKind, {
  permit: [keeps],
  async run({ input, tx, actor }) {
    const { version: read, ...row } = input
    const version = await keepKind(tx, read, {
      ...keepTieKind(actor.tenant, row, read),
      now: async () => (await tieKindsOf(tx, actor.tenant)).get(input.code),
    })
    return { code: input.code, version }
  },
})

/** A file that is over takes nothing more of this. */
function stillOpen({ subject }: Pick<Working, 'subject'>): MediationRow {
  const row = subject!
  if (row.closed_at || !row.committee_id) throw new Problem(doorProblems.wrongState, { state: row.state })
  return row
}

async function checkParties({ tx }: Working, row: MediationRow, ids: readonly (string | undefined)[]): Promise<void> {
  const named = ids.filter((id) => id !== undefined)
  if (named.length === 0) return
  const parties = new Set((await partiesOf(tx, row)).map(({ id }) => id))
  if (!named.every((id) => parties.has(id))) throw new Problem(mediationProblems.notThere)
}

export const disclose = operation(mediation.disclose, {
  permit: [mediates],
  subject: locked,
  async run(context) {
    const { input, actor, tx, keys, now, write } = context
    const file = stillOpen(context)
    const { ties, words = '' } = input
    await checkTies(
      tx,
      actor.tenant,
      ties.map(({ kind }) => kind),
    )
    await checkParties(
      context,
      file,
      ties.map(({ partyId }) => partyId),
    )
    const row = { tenant_id: file.tenant_id, id: newId() }
    write(
      insertDisclosure({
        ...{ ...row, mediation_id: file.id, area_pos: file.area_pos, mediator_id: actor.id, made_at: now },
        body: sealIn(keys, 'mediation_disclosure', row, 'body', JSON.stringify({ ties, words })),
        ...{ key_version: keys.version, tied: ties.length > 0 },
      }),
    )
    return { ...noted(context, 'disclose', { reason: ties.length > 0 ? 'tied' : 'none' }), disclosureId: row.id }
  },
})

export const tellTies = operation(mediation.tellTies, {
  permit: [mediates, desks],
  subject: locked,
  async run(context) {
    const file = stillOpen(context)
    context.write(toldTies(file, hasCome(context.input.on, context.now)))
    return noted(context, 'tellTies')
  },
})

export const askAvoidance = operation(mediation.askAvoidance, {
  // Linli itself for a party that asks on its own page.
  permit: [mediates, desks, machineOnly],
  subject: locked,
  async run(context) {
    const { input, actor, tx, keys, now, write } = context
    const file = stillOpen(context)
    if (!file.mediator_ids.includes(input.mediatorId)) throw new Problem(mediationProblems.notThere)
    await checkTies(tx, actor.tenant, input.tie ? [input.tie] : [])
    await checkParties(context, file, [input.partyId])
    const [asked, rules, { days }] = await Promise.all([
      avoidancesOf(tx, file),
      daysHere(tx, actor.tenant),
      timeAt(tx, actor.tenant, file.area_pos, 'work'),
    ])
    if (asked.some((one) => one.state === 'asked' && one.mediator_id === input.mediatorId))
      throw new Problem(mediationProblems.alreadyAsked)
    const row = { tenant_id: file.tenant_id, id: newId() }
    const today = localDay(now)
    const due_on = lastDay(days, today, rules.avoidance)
    const body = JSON.stringify({ tie: input.tie ?? null, words: input.words })
    write(
      insertAvoidance({
        ...{ ...row, mediation_id: file.id, area_pos: file.area_pos, mediator_id: input.mediatorId, made_at: now },
        ...{ party_id: input.partyId ?? null, body: sealIn(keys, 'mediation_avoidance', row, 'body', body) },
        ...{ key_version: keys.version, state: 'asked', asked_by: actor.id, asked_on: today, due_on },
      }),
    )
    return { ...noted(context, 'askAvoidance'), avoidanceId: row.id, dueOn: due_on }
  },
})

/** Who heads the community's committee, or the subdistrict that guides it; never about himself. */
export const decideAvoidance = operation(mediation.decideAvoidance, {
  permit: [heads],
  subject: locked,
  async run(context) {
    const { input, actor, tx, keys, now, write } = context
    const file = stillOpen(context)
    const asked = (await avoidancesOf(tx, file)).find((one) => one.id === input.avoidanceId && one.state === 'asked')
    if (!asked) throw new Problem(mediationProblems.notThere)
    if (asked.mediator_id === actor.id) throw new Problem(mediationProblems.notOneself)
    const decided = { decided_by: actor.id, decided_on: localDay(now) }
    const decision = sealIn(keys, 'mediation_avoidance', asked, 'decision', input.words)
    const state = input.granted ? ('granted' as const) : ('refused' as const)
    write(changeAvoidance(asked, { state, decision, ...decided }))
    if (!input.granted) return noted(context, 'decideAvoidance', { reason: state })
    const left = file.mediator_ids.filter((id) => id !== asked.mediator_id)
    const leadId = file.lead_id === asked.mediator_id ? input.leadId : file.lead_id
    if (!leadId || leadId === asked.mediator_id) throw new Problem(mediationProblems.leadNeeded)
    if (!left.includes(leadId)) await checkNamed(tx, context.subject!, file.committee_id!, { leadId, withIds: [] }, now)
    const handed = handTo(context, file, [...new Set([leadId, ...left])])
    return noted(context, 'decideAvoidance', { set: { ...handed, lead_id: leadId }, reason: state })
  },
})
