// SQL of the study of disputes.
import { sql } from 'kysely'
import type { Tx } from '#kernel/database.ts'
import type { Placed } from './told.ts'

/** Areas right below one, in the order of the map. */
export const areasBelow = (tx: Tx, tenant: string, parent: string): Promise<Placed[]> =>
  tx.all(sql<Placed>`
    select id, name as zh, name_en as en, area_pos as pos, area_end as end from area
    where tenant_id = ${tenant} and parent_id = ${parent} and valid_to is null
      and level in ('subdistrict', 'community', 'grid')
    order by area_pos`)
