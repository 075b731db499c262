// A move between communities as both sides see it: masked, until the new community has confirmed it.
import type { Actor } from '#kernel/access.ts'
import type { Keys } from '#kernel/crypto.ts'
import type { Tx } from '#kernel/database.ts'
import { areaById } from '#modules/area/index.ts'
import type { PersonRow } from '../people/store.ts'
import { toPerson } from '../people/view.ts'
import { enters } from '../rights.ts'
import type { RelocationRow } from './store.ts'

type Shown = Pick<ReturnType<typeof toPerson>, 'name' | 'birthYear' | 'sex' | 'class'>

const at = (row: { tenant_id: string; id: string }) => ({
  ...{ tenant: row.tenant_id, table: 'relocation', column: 'shown', row: row.id },
})

export function sealShown(keys: Keys, row: { tenant_id: string; id: string }, person: PersonRow): Buffer {
  const { name, birthYear, sex, class: of } = toPerson(keys, person)
  return keys.seal(JSON.stringify({ name, birthYear, sex, class: of } satisfies Shown), at(row))
}

type Reader = { readonly tx: Tx; readonly actor: Actor; readonly keys: Keys }

/** Those that are not settled; `way` is as seen from the area that was asked about. */
export async function shownRelocations(
  { tx, actor, keys }: Reader,
  rows: readonly { readonly row: RelocationRow; readonly way: 'in' | 'out' }[],
) {
  const ids = [...new Set(rows.flatMap(({ row }) => [row.from_area_id, row.to_area_id]))]
  const areas = await Promise.all(ids.map((id) => areaById(tx, actor.tenant, id)))
  const nameOf = (id: string) => areas[ids.indexOf(id)]?.name ?? ''
  return rows.flatMap(({ row, way }) => {
    if (!row.shown || (row.state !== 'open' && row.state !== 'declined')) return []
    const may = enters.allows(actor, way === 'in' ? row : { area_pos: row.from_pos })
    return [
      {
        ...{ id: row.id, way, ...(JSON.parse(keys.open(row.shown, at(row))) as Shown) },
        ...{ personId: way === 'out' ? row.person_id : null, from: nameOf(row.from_area_id) },
        ...{ to: nameOf(row.to_area_id), day: row.day, state: row.state, reason: row.reason },
        ...{ madeAt: row.made_at.toISOString(), version: row.version },
        can: may ? (way === 'in' ? ['confirmRelocation', 'declineRelocation'] : ['recallRelocation']) : [],
      },
    ]
  })
}
