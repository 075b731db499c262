// Beginning and ending ties: of a person to a home, an organisation or a person, of property management to an area.
import type { Actor } from '#kernel/access.ts'
import { k, type Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { type Context, operation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { areaById } from '#modules/area/index.ts'
import { compoundById } from '../compounds/store.ts'
import { register } from '../contract.ts'
import { homeById } from '../homes/store.ts'
import { lockOrganisation, organisationById } from '../organisations/store.ts'
import { dayOf, sameVersion } from '../people/changing.ts'
import { personById } from '../people/store.ts'
import { enters, reads } from '../rights.ts'
import { registerProblems } from '../words.ts'
import { shownTies } from './shown.ts'
import { lockTie, tiesOfPerson, tiesTo } from './store.ts'

const personNamed = (input: { id: string }, tx: Tx, actor: Actor) => personById(tx, actor.tenant, input.id)
const organisationLocked = (input: { id: string }, tx: Tx, actor: Actor) => lockOrganisation(tx, actor.tenant, input.id)
const locked = (input: { id: string }, tx: Tx, actor: Actor) => lockTie(tx, actor.tenant, input.id)

/** What each kind of tie may lead to. */
const LEADS = {
  owns: ['home'],
  rents: ['home'],
  works_at: ['organisation'],
  looks_after: ['person', 'area'],
  manages: ['area'],
} as const

export const ties = operation(register.ties, {
  permit: [reads],
  subject: personNamed,
  async run({ subject, tx, actor, keys }) {
    const [his, toHim] = await Promise.all([
      tiesOfPerson(tx, actor.tenant, subject!.id),
      tiesTo(tx, actor.tenant, subject!.id),
    ])
    return { ties: await shownTies({ tx, actor, keys }, [...his, ...toHim]) }
  },
})

type Ends = {
  person_id: string | null
  organisation_id: string | null
  to_kind: 'home' | 'organisation' | 'person' | 'area'
}
type Writing = Pick<Context, 'actor' | 'now' | 'write' | 'made'>

function writeTie(
  { actor, now, write, made }: Writing,
  ends: Ends & { kind: keyof typeof LEADS; to_id: string; area_pos: number },
  fromDay: string,
): { id: string } {
  const id = newId()
  write(
    k.insertInto('tie').values({
      ...{ tenant_id: actor.tenant, id, ...ends, from_day: dayOf(now, fromDay), source: 'desk' },
      ...{ made_at: now, changed_at: now },
    }),
  )
  made({ id, area_pos: ends.area_pos, version: 1 })
  return { id }
}

export const tie = operation(register.tie, {
  permit: [enters],
  subject: personNamed,
  async run(context) {
    const { input, subject, tx, actor } = context
    const { kind, toKind, toId } = input
    if (!(LEADS[kind] as readonly string[]).includes(toKind) || toId === input.id)
      throw new Problem(registerProblems.tieKind)
    const find = { home: homeById, organisation: organisationById, person: personById, area: areaById }[toKind]
    if (!(await find(tx, actor.tenant, toId))) throw new Problem(registerProblems.tieEnd)
    const ends = { person_id: subject!.id, organisation_id: null, kind, to_kind: toKind, to_id: toId }
    return writeTie(context, { ...ends, area_pos: subject!.area_pos }, input.fromDay)
  },
})

export const manage = operation(register.manage, {
  permit: [enters],
  subject: organisationLocked,
  async run(context) {
    const { input, subject, tx, actor } = context
    const { tenant } = actor
    const place = (await areaById(tx, tenant, input.areaId)) ?? (await compoundById(tx, tenant, input.areaId))
    if (!place) throw new Problem(registerProblems.tieEnd)
    const ends = { person_id: null, organisation_id: subject!.id, to_kind: 'area', to_id: input.areaId } as const
    return writeTie(context, { ...ends, kind: 'manages', area_pos: subject!.area_pos }, input.fromDay)
  },
})

export const untie = operation(register.untie, {
  permit: [enters],
  subject: locked,
  async run({ input, subject, now, write, made }) {
    const row = subject!
    sameVersion(row, input.version)
    if (row.to_day) throw new Problem(registerProblems.tieOver)
    const set = { to_day: dayOf(now, input.day, row.from_day), version: row.version + 1, changed_at: now }
    write(k.updateTable('tie').set(set).where('tenant_id', '=', row.tenant_id).where('id', '=', row.id))
    made({ id: row.id, area_pos: row.area_pos, version: set.version })
    return { id: row.id }
  },
})
