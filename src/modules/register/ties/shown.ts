// Ties as they are shown: people masked, places and organisations by name; an end outside the reader's area stays out.
import type { Actor } from '#kernel/access.ts'
import type { Keys } from '#kernel/crypto.ts'
import { k, type Tx } from '#kernel/database.ts'
import { areaById } from '#modules/area/index.ts'
import { compoundById } from '../compounds/store.ts'
import { homeById } from '../homes/store.ts'
import { openField } from '../people/sealed.ts'
import { personById } from '../people/store.ts'
import { maskName } from '../personal.ts'
import type { TieRow } from './store.ts'

type Reader = { readonly tx: Tx; readonly actor: Actor; readonly keys: Keys }
type Kind = 'person' | 'organisation' | 'home' | 'area'

/** What an end is called; undefined when it is not there for this reader. */
async function nameOf({ tx, actor, keys }: Reader, kind: Kind, id: string): Promise<string | undefined> {
  if (kind === 'person') {
    const row = await personById(tx, actor.tenant, id)
    return row && maskName(openField(keys, row, 'name'))
  }
  if (kind === 'home') return (await homeById(tx, actor.tenant, id))?.address
  if (kind === 'area')
    return ((await areaById(tx, actor.tenant, id)) ?? (await compoundById(tx, actor.tenant, id)))?.name
  const row = await tx.first(
    k.selectFrom('organisation').select('name').where('tenant_id', '=', actor.tenant).where('id', '=', id),
  )
  return row?.name
}

export async function shownTies(reader: Reader, rows: readonly TieRow[]) {
  const shown = await Promise.all(
    rows.map(async (row) => {
      const from = row.person_id ? 'person' : 'organisation'
      const fromId = row.person_id ?? row.organisation_id!
      const [of, to] = await Promise.all([nameOf(reader, from, fromId), nameOf(reader, row.to_kind, row.to_id)])
      if (of === undefined || to === undefined) return []
      return [
        {
          ...{ id: row.id, kind: row.kind, of: { kind: from, id: fromId, name: of } as const },
          ...{ to: { kind: row.to_kind, id: row.to_id, name: to } as const },
          ...{ fromDay: row.from_day, toDay: row.to_day, source: row.source, version: row.version },
        },
      ]
    }),
  )
  return shown.flat()
}
