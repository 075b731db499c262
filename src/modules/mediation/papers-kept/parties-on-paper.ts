// Parties as the documents print them, in full: representatives of a group stand beside it, agents under whom they act for.
import { localDay } from '#kernel/clock.ts'
import type { Keys } from '#kernel/crypto.ts'
import type { Agent, PartyOnPaper } from '../papers/shape.ts'
import { inFull } from '../parties.ts'
import { openJson } from '../sealed.ts'
import type { PartyRow } from '../store.ts'
import { GENERAL_POWERS, SPECIAL_POWERS } from './official-words.ts'

type Details = {
  readonly sex?: 'male' | 'female'
  readonly age?: number
  readonly occupation?: string
  readonly address?: string
  readonly legalRepresentative?: string
  readonly creditCode?: string
  readonly heads?: number
}

const SEXES = { male: '男', female: '女' } as const

const agentOnPaper = (row: PartyRow, name: string): Agent => ({
  name,
  relation: '',
  scope: row.agent_scope ?? 'general',
  powers: row.agent_scope === 'special' ? SPECIAL_POWERS : GENERAL_POWERS,
  from: localDay(row.made_at),
  to: null,
})

/** Empty boxes are left out, so that the forms print them empty. */
type Given<T> = { readonly [K in keyof T]?: NonNullable<T[K]> }
const given = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value ?? '')) as Given<T>

/** `named`: in full, or as the desk reads it. */
export function partiesOnPaper(
  keys: Keys,
  rows: readonly PartyRow[],
  named: (row: PartyRow) => string,
): PartyOnPaper[] {
  const names = new Map(rows.map((row) => [row.id, named(row)]))
  return rows
    .filter((row) => row.agent_of === null)
    .map((row) => {
      const details = openJson<Details>(keys, 'mediation_party', row, 'details', row.details) ?? {}
      const { sex, age, occupation, address, legalRepresentative, creditCode, heads } = details
      return {
        ...{ id: row.id, side: row.side, kind: row.kind, name: names.get(row.id)! },
        ...given({ age, occupation, address, legalRepresentative, creditCode, headCount: heads }),
        ...given({ sex: sex && SEXES[sex], phone: inFull(keys, row).phone ?? undefined }),
        ...given({ represents: row.represents ? names.get(row.represents) : undefined }),
        agents: rows.filter((one) => one.agent_of === row.id).map((one) => agentOnPaper(one, names.get(one.id)!)),
      }
    })
}
