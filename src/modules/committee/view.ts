// Committees and mediators as their readers see them.
import type { z } from 'zod'
import type { Actor } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import type { Tx } from '#kernel/database.ts'
import { type Days, gapsOf, isTrained, sits, type Trained, USUAL_DAYS } from './gaps.ts'
import { hears, keeps, seats } from './rights.ts'
import type { Committee, CommitteeFull, Mediator } from './shapes.ts'
import { type CommitteeRow, committeeById, committeesUnder, type MediatorRow, mediatorById, seatsOf } from './store.ts'
import { committeeRules, lastTrainings } from './training-store.ts'

/** What is asked of everybody who sits: the latest trainings of some, and within how many days something is due. */
export type Learned = { readonly trained: Trained; readonly days: Days }

export async function learnedBy(tx: Tx, tenant: string, mediators: readonly string[]): Promise<Learned> {
  const [days, last] = await Promise.all([daysHere(tx, tenant), lastTrainings(tx, tenant, mediators)])
  const trained = new Map(last.flatMap(({ mediator_id, day }) => (mediator_id ? [[mediator_id, day] as const] : [])))
  return { trained, days }
}

/** Within how many days something is due here: the usual, or as the district has set it. */
export async function daysHere(tx: Tx, tenant: string): Promise<Days> {
  const rules = await committeeRules(tx, tenant)
  return { ...USUAL_DAYS, ...Object.fromEntries(rules.map((rule) => [rule.code, rule.days])) }
}

/** A mediator as he is now, with what he has learned. */
export const mediatorNow = async (tx: Tx, tenant: string, id: string, today: string) =>
  toMediator((await mediatorById(tx, tenant, id))!, today, await learnedBy(tx, tenant, [id]))

export const toMediator = (row: MediatorRow, today: string, { trained, days }: Learned): z.input<typeof Mediator> => ({
  id: row.id,
  committeeId: row.committee_id,
  accountId: row.account_id,
  name: row.name ?? '',
  nameEn: row.name_en ?? '',
  mode: row.mode as 'full_time',
  way: row.way as 'elected',
  head: row.head,
  certificate: row.certificate,
  skills: row.skills,
  languages: row.languages,
  from: row.from_on,
  to: row.to_on,
  left: row.left_on,
  active: sits(row, today),
  trained: isTrained(row, trained, days.training, today),
  version: row.version,
})

export function toCommittee(
  row: CommitteeRow,
  seated: readonly MediatorRow[],
  today: string,
  learned: Learned,
): z.input<typeof Committee> {
  const now = seated.filter((seat) => sits(seat, today))
  return {
    id: row.id,
    kind: row.kind,
    kindZh: row.kind_zh,
    kindEn: row.kind_en,
    name: row.name,
    nameEn: row.name_en,
    word: row.word,
    areaId: row.area_id,
    areaName: row.area_name,
    areaNameEn: row.area_name_en,
    level: row.level,
    phone: row.phone,
    termStart: row.term_start,
    termEnd: row.term_end,
    state: row.state as 'open',
    version: row.version,
    members: now.length,
    fullTime: { need: row.full_time, has: now.filter((seat) => seat.mode === 'full_time').length },
    gaps: row.state === 'open' ? gapsOf(row, seated, today, learned.trained, learned.days) : [],
  }
}

const canOf = (actor: Actor, row: CommitteeRow): string[] => {
  if (row.state === 'ended') return []
  return [
    ...(keeps.allows(actor, row) ? ['change', 'end'] : []),
    ...(seats.allows(actor, row) ? ['seat'] : []),
    ...(hears.allows(actor, row) ? ['complain'] : []),
  ]
}

/** The whole of a committee, for whoever may look at it. */
export async function fullView(
  tx: Tx,
  actor: Actor,
  row: CommitteeRow,
  now: Date,
): Promise<z.input<typeof CommitteeFull>> {
  const { tenant } = actor
  const byId = (id: string | null) => (id && id !== row.id ? committeeById(tx, tenant, id) : undefined)
  const [seated, under, parent, stamp] = await Promise.all([
    seatsOf(tx, tenant, [row.id]),
    committeesUnder(tx, tenant, row.id),
    byId(row.parent_id),
    byId(row.stamp_owner),
  ])
  const today = localDay(now)
  const learned = await learnedBy(
    tx,
    tenant,
    seated.map((seat) => seat.id),
  )
  return {
    ...toCommittee(row, seated, today, learned),
    parentId: row.parent_id,
    parentName: parent?.name ?? '',
    stampOwner: row.stamp_owner,
    stampName: stamp?.name ?? row.name,
    industry: row.industry,
    women: row.women,
    basis: row.basis,
    normBasis: row.norm_basis,
    membersMin: row.members_min,
    membersMax: row.members_max,
    mediators: seated.map((seat) => toMediator(seat, today, learned)),
    rooms: under.map(({ id, name, name_en }) => ({ id, name, nameEn: name_en })),
    can: canOf(actor, row),
  }
}
