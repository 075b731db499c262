// Who manages a place 物业: by ties of organisations to it, or to what it lies in.
import type { Actor } from '#kernel/access.ts'
import type { Keys } from '#kernel/crypto.ts'
import type { Tx } from '#kernel/database.ts'
import { pathOf } from '#modules/area/index.ts'
import { toOrganisation } from '../organisations/contact.ts'
import { organisationById } from '../organisations/store.ts'
import { managersOf } from '../ties/store.ts'
import { compoundsOf } from './store.ts'

type Reader = { readonly tx: Tx; readonly actor: Actor; readonly keys: Keys }
type Place = { readonly id: string; readonly name: string }

/** Masked; what the reader does not see is left out. */
export async function managersShown({ tx, actor, keys }: Reader, places: readonly Place[]) {
  const ties = await managersOf(
    tx,
    actor.tenant,
    places.map(({ id }) => id),
  )
  const shown = await Promise.all(
    ties.map(async (tie) => {
      const row = await organisationById(tx, actor.tenant, tie.organisation_id!)
      if (!row || row.ended_on) return []
      const { id, name, contactName, contactPhone } = toOrganisation(keys, row)
      const of = places.find((one) => one.id === tie.to_id)?.name ?? ''
      return [{ id, name, contactName, contactPhone, of, fromDay: tie.from_day }]
    }),
  )
  return shown.flat()
}

/** What is managed as a whole; nobody manages a district. */
const NEAR = ['community', 'grid', 'building', 'unit', 'home']

/** Of everything a home lies in: its unit, building, compound, grid. */
export async function managersOfHome(reader: Reader, pos: number) {
  const { tx, actor } = reader
  const path = await pathOf(tx, actor.tenant, pos)
  const building = path.find((one) => one.level === 'building')
  const compounds = building ? await compoundsOf(tx, actor.tenant, building.area_pos) : []
  return managersShown(reader, [...path.filter(({ level }) => NEAR.includes(level)), ...compounds])
}
