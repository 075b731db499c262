// Committees and mediators, for everybody at work: who mediates where is no secret.
import { type Actor, signedIn } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import type { Tx } from '#kernel/database.ts'
import { operation } from '#kernel/operation.ts'
import { committee } from '../contract.ts'
import { keeps, seats, spanOf } from '../rights.ts'
import { committeeById, committeeKinds, committeesWithin, mediationSkills, mediatorById, seatsOf } from '../store.ts'
import { fullView, toCommittee, toMediator } from '../view.ts'
import { mayKeepKinds, toKind } from './kinds.ts'

const committeeNamed = (input: { id: string }, tx: Tx, actor: Actor) => committeeById(tx, actor.tenant, input.id)
const mediatorNamed = (input: { mediatorId: string }, tx: Tx, actor: Actor) =>
  mediatorById(tx, actor.tenant, input.mediatorId)

export const list = operation(committee.list, {
  permit: [signedIn],
  async run({ input, tx, actor, now }) {
    const { area, span } = await spanOf(tx, actor, input.areaId)
    const rows = await committeesWithin(tx, actor.tenant, span, input.ended)
    const seated = await seatsOf(
      tx,
      actor.tenant,
      rows.map((row) => row.id),
    )
    const today = localDay(now)
    const of = Map.groupBy(seated, (seat) => seat.committee_id)
    return {
      committees: rows.map((row) => toCommittee(row, of.get(row.id) ?? [], today)),
      can: (area ? keeps.allows(actor, area) : keeps.mayEver(actor)) ? ['add'] : [],
    }
  },
})

export const get = operation(committee.get, {
  permit: [signedIn],
  sight: 'tenant',
  subject: committeeNamed,
  run: ({ subject, tx, actor, now }) => fullView(tx, actor, subject!, now),
})

export const kinds = operation(committee.kinds, {
  permit: [signedIn],
  async run({ tx, actor }) {
    const [all, skills] = await Promise.all([committeeKinds(tx, actor.tenant), mediationSkills(tx, actor.tenant)])
    return {
      kinds: all.map(toKind),
      skills: skills.map(({ tenant_id: _, family, ...rest }) => ({ ...rest, family: family as 'dispute' })),
      can: mayKeepKinds.mayEver(actor) ? ['setKind', 'setSkill'] : [],
    }
  },
})

export const mediator = operation(committee.mediator, {
  permit: [signedIn],
  sight: 'tenant',
  subject: mediatorNamed,
  async run({ subject, tx, actor, now }) {
    const row = subject!
    const home = (await committeeById(tx, actor.tenant, row.committee_id))!
    const may = seats.allows(actor, row) && row.account_id !== actor.id && row.left_on === null
    return {
      ...toMediator(row, localDay(now)),
      committeeName: home.name,
      committeeNameEn: home.name_en,
      can: may ? ['changeSeat', 'leave'] : [],
    }
  },
})
