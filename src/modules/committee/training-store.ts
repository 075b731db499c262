// All SQL of what mediators have learned, and of the rules about days.
import { sql } from 'kysely'
import { k, type Tx } from '#kernel/database.ts'

export const committeeRules = (tx: Tx, tenant: string) =>
  tx.all(
    k
      .selectFrom('committee_rule')
      .select(['code', 'days', 'basis', 'version'])
      .where('tenant_id', '=', tenant)
      .orderBy('code'),
  )

/** The latest training of each of the given mediators. */
export const lastTrainings = (tx: Tx, tenant: string, mediators: readonly string[]) =>
  mediators.length
    ? tx.all(
        k
          .selectFrom('mediator_training')
          .select(['mediator_id', sql<string>`max(on_day)`.as('day')])
          .where('tenant_id', '=', tenant)
          .where('mediator_id', 'in', mediators)
          .groupBy('mediator_id'),
      )
    : Promise.resolve([])

/** Everything a mediator has learned, the newest first. */
export const trainingsOf = (tx: Tx, tenant: string, mediator: string) =>
  tx.all(
    k
      .selectFrom('mediator_training')
      .select(['id', 'course', 'hours', 'on_day as day', 'certificate'])
      .where('tenant_id', '=', tenant)
      .where('mediator_id', '=', mediator)
      .orderBy('on_day', 'desc')
      .orderBy('id', 'desc')
      .limit(100),
  )
