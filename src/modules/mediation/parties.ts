// Parties as they are kept and shown: names and phones sealed, the rest of the form as one sealed value.
import type { z } from 'zod'
import type { Keys } from '#kernel/crypto.ts'
import { k, type Statement } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { Problem } from '#kernel/problem.ts'
import { maskName, maskPhone } from '#modules/register/index.ts'
import type { Party, PartyIn } from './contract/shapes.ts'
import { MOST_REPRESENTATIVES } from './lifecycle.ts'
import { openIn, openJson, sealIn } from './sealed.ts'
import type { MediationRow, PartyRow } from './store.ts'
import { mediationProblems } from './words.ts'

type Given = z.output<typeof PartyIn>
type Details = Pick<Given, 'sex' | 'age' | 'occupation' | 'address' | 'legalRepresentative' | 'creditCode' | 'heads'>

export type Added = {
  readonly represents?: string | undefined
  readonly agentOf?: string | undefined
  readonly agentScope?: 'general' | 'special' | undefined
  /** The page that its code leads to, where it has one. */
  readonly pageId?: string | undefined
}

type Of = Pick<MediationRow, 'tenant_id' | 'id' | 'area_pos'>

/** The row of a party; `sort` is its place in the file. */
export function partyRow(keys: Keys, of: Of, given: Given, sort: number, now: Date, added: Added = {}) {
  const row = { tenant_id: of.tenant_id, id: newId() }
  const { sex, age, occupation, address, legalRepresentative, creditCode, heads } = given
  const details: Details = { sex, age, occupation, address, legalRepresentative, creditCode, heads }
  const statement: Statement<unknown> = k.insertInto('mediation_party').values({
    ...{ ...row, mediation_id: of.id, area_pos: of.area_pos, side: given.side, kind: given.kind, sort },
    name: sealIn(keys, 'mediation_party', row, 'name', given.name),
    phone: given.phone ? sealIn(keys, 'mediation_party', row, 'phone', given.phone) : null,
    details: sealIn(keys, 'mediation_party', row, 'details', JSON.stringify(details)),
    ...{ key_version: keys.version, person_id: given.personId ?? null, consent: given.consent, made_at: now },
    ...{ represents: added.represents ?? null, agent_of: added.agentOf ?? null, agent_scope: added.agentScope ?? null },
    page_id: added.pageId ?? null,
  })
  return { id: row.id, statement }
}

export const nameOf = (keys: Keys, row: PartyRow): string => openIn(keys, 'mediation_party', row, 'name', row.name)

/** As everybody sees it who reads the file: 孙** of a person, the whole of an organisation. */
export const shownName = (keys: Keys, row: PartyRow): string =>
  row.kind === 'organisation' ? nameOf(keys, row) : maskName(nameOf(keys, row))

/** For whoever has to call or to write it on paper; the look is journalled. */
export const inFull = (keys: Keys, row: PartyRow) => ({
  ...{ id: row.id, name: nameOf(keys, row) },
  phone: row.phone ? openIn(keys, 'mediation_party', row, 'phone', row.phone) : null,
})

export function toParty(keys: Keys, row: PartyRow): z.input<typeof Party> {
  const details = openJson<Details>(keys, 'mediation_party', row, 'details', row.details)
  const phone = row.phone ? openIn(keys, 'mediation_party', row, 'phone', row.phone) : null
  return {
    ...{ id: row.id, side: row.side, kind: row.kind, name: shownName(keys, row) },
    phone: phone === null ? null : maskPhone(phone),
    ...{ sex: details?.sex ?? null, age: details?.age ?? null, occupation: details?.occupation ?? '' },
    ...{ address: details?.address ?? '', legalRepresentative: maskName(details?.legalRepresentative ?? '') },
    ...{ creditCode: details?.creditCode ?? '', heads: details?.heads ?? null, consent: row.consent },
    ...{ represents: row.represents, agentOf: row.agent_of, agentScope: row.agent_scope },
  }
}

/** Those whose word counts: representatives and agents speak for them. */
export const principals = (rows: readonly PartyRow[]): PartyRow[] =>
  rows.filter((row) => row.represents === null && row.agent_of === null)

/** Whoever could sign for a party: itself, an agent with special powers, or all who represent a group. */
export const refuses = (rows: readonly PartyRow[]): boolean => rows.some((row) => row.consent === 'refused')

/** A new representative or agent belongs to a party of this file; a group has five who speak for it at most. */
export function checkAdded(rows: readonly PartyRow[], { represents, agentOf }: Added): void {
  for (const id of [represents, agentOf])
    if (id && !rows.some((row) => row.id === id)) throw new Problem(mediationProblems.notThere)
  if (!represents) return
  if (rows.find((row) => row.id === represents)?.kind !== 'group') throw new Problem(mediationProblems.groupOnly)
  if (rows.filter((row) => row.represents === represents).length >= MOST_REPRESENTATIVES)
    throw new Problem(mediationProblems.representatives)
}

/** @throws mediation.consentOfAll with those who have not said that they agree */
export function agreedByAll(keys: Keys, rows: readonly PartyRow[], agreedBy: readonly string[]): void {
  const missing = principals(rows).filter(({ id }) => !agreedBy.includes(id))
  if (missing.length > 0)
    throw new Problem(mediationProblems.consentOfAll, { who: missing.map((one) => shownName(keys, one)).join('、') })
}

export function bothSides(given: readonly Pick<Given, 'side'>[]): void {
  if (new Set(given.map(({ side }) => side)).size < 2) throw new Problem(mediationProblems.oneSide)
}
