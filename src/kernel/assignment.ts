// Handing a row to an agency or a person: from then on they see this one row, wherever it lies (find_account, decided 18).
import { k, type Statement } from './database.ts'
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
