// How what is kept of those who keep the means ledger ends.
import { sql } from 'kysely'
import { NOBODY } from '#kernel/access.ts'
import { k } from '#kernel/database.ts'
import type { DueRow, Ending } from '#kernel/ending/ending.ts'
import { PIPL, YEAR } from '#kernel/personal.ts'

export const endings: readonly Ending[] = [
  {
    code: 'room.notedBy',
    zh: '台账上的数是谁登记的',
    en: 'Who noted an amount of the means',
    basis: PIPL.staff,
    from: 'made',
    days: 3 * YEAR,
    fields: ['room.notedBy'],
    due: ({ tenant, before, after, limit }) => sql<DueRow>`
      select means.id, area.area_pos from means
      join area on area.tenant_id = ${tenant} and area.id = means.area_id
      where means.tenant_id = ${tenant} and means.made_at < ${before} and means.noted_by <> ${NOBODY}::uuid
        and means.id > ${after} order by means.id limit ${limit}`,
    end: (tenant, ids) => [
      k
        .updateTable('means')
        .set({ noted_by: NOBODY })
        .where('tenant_id', '=', tenant)
        .where('id', 'in', [...ids]),
    ],
  },
]
