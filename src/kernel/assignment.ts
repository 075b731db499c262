// Handing a row to an agency or a person: from then on they see this one row, wherever it lies (find_account, decided 18).
import { sql } from 'kysely'
import { k, type Statement, type Tx } from './database.ts'
import { newId } from './ids.ts'

type Handed = { readonly tenant: string; readonly subject: string }

export const assign = (to: Handed, holders: readonly string[], now: Date): Statement<unknown>[] =>
  holders.map((holder) =>
    k
      .insertInto('assignment')
      .values({ tenant_id: to.tenant, id: newId(), holder_id: holder, subject_id: to.subject, made_at: now }),
  )

export const unassign = (from: Handed, holder: string | undefined, now: Date): Statement<unknown> => {
  const all = k
    .updateTable('assignment')
    .set({ ended_at: now })
    .where('tenant_id', '=', from.tenant)
    .where('subject_id', '=', from.subject)
    .where('ended_at', 'is', null)
  return holder ? all.where('holder_id', '=', holder) : all
}

/** Who holds these rows now, and since when; an agency or a person. */
export const holdersOf = (tx: Tx, tenant: string, subjects: readonly string[]) =>
  tx.all(
    k
      .selectFrom('assignment')
      .select(['subject_id', 'holder_id', 'made_at'])
      .where('tenant_id', '=', tenant)
      .where(sql<boolean>`subject_id = any(${subjects}::uuid[])`)
      .where('ended_at', 'is', null),
  )
