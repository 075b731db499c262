// Handing a matter to an agency or a person: from then on they see this one row, wherever it lies.
import { k, type Statement } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'

type Handed = { readonly tenant: string; readonly matter: string }

export const assign = (to: Handed, holders: readonly string[], now: Date): Statement<unknown>[] =>
  holders.map((holder) =>
    k
      .insertInto('assignment')
      .values({ tenant_id: to.tenant, id: newId(), holder_id: holder, subject_id: to.matter, made_at: now }),
  )

export const unassign = (from: Handed, holder: string | undefined, now: Date): Statement<unknown> => {
  const all = k
    .updateTable('assignment')
    .set({ ended_at: now })
    .where('tenant_id', '=', from.tenant)
    .where('subject_id', '=', from.matter)
    .where('ended_at', 'is', null)
  return holder ? all.where('holder_id', '=', holder) : all
}
