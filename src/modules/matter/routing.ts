// Who a kind of matter goes to at a place: rules as rows, each with an owner, a basis and a term. The nearest area wins.
import type { Selectable } from 'kysely'
import { k, type Tx } from '#kernel/database.ts'
import type { RoutingRuleTable } from '#kernel/schema/tables.ts'

export type RuleRow = Selectable<RoutingRuleTable> & { area_pos: number; area_end: number; agency_name: string }

export const everyRule = (tx: Tx, tenant: string): Promise<RuleRow[]> =>
  tx.all(
    k
      .selectFrom('routing_rule as r')
      .innerJoin('area', (join) => join.onRef('area.id', '=', 'r.area_id').on('area.tenant_id', '=', tenant))
      .innerJoin('agency', (join) => join.onRef('agency.id', '=', 'r.agency_id').on('agency.tenant_id', '=', tenant))
      .selectAll('r')
      .select(['area.area_pos', 'area.area_end', 'agency.name as agency_name'])
      .where('r.tenant_id', '=', tenant)
      .where('agency.retired_at', 'is', null),
  )

/** The rule for a kind at a place on a day: of the nearest area, and of two there the one changed last. */
export const routeFor = (rules: readonly RuleRow[], kind: string, pos: number, day: string): RuleRow | undefined =>
  rules
    .filter((rule) => rule.kind === kind && rule.area_pos <= pos && rule.area_end >= pos)
    .filter((rule) => rule.valid_from <= day && (rule.valid_to === null || rule.valid_to >= day))
    .sort((a, b) => b.area_pos - a.area_pos || b.changed_at.getTime() - a.changed_at.getTime())[0]

export const ruleById = (tx: Tx, tenant: string, id: string) =>
  tx.first(k.selectFrom('routing_rule').selectAll().where('tenant_id', '=', tenant).where('id', '=', id).forUpdate())

export const allRules = (tx: Tx, tenant: string, day: string) =>
  tx.all(
    k
      .selectFrom('routing_rule as r')
      .innerJoin('area', (join) => join.onRef('area.id', '=', 'r.area_id').on('area.tenant_id', '=', tenant))
      .innerJoin('agency', (join) => join.onRef('agency.id', '=', 'r.agency_id').on('agency.tenant_id', '=', tenant))
      .leftJoin('account as owner', (join) =>
        join.onRef('owner.id', '=', 'r.owner_id').on('owner.tenant_id', '=', tenant),
      )
      .selectAll('r')
      .select(['area.name as area_name', 'agency.name as agency_name', 'owner.name as owner_name'])
      .where('r.tenant_id', '=', tenant)
      .where((e) => e.or([e('r.valid_to', 'is', null), e('r.valid_to', '>=', day)]))
      .orderBy('r.kind')
      .orderBy('area.area_pos')
      .limit(1000),
  )

/** The item of the access list under which a kind may be handed out on that day: what is not on the list is not assigned. */
export const activeItem = (tx: Tx, tenant: string, kind: string, item: string | undefined, day: string) => {
  let query = k
    .selectFrom('access_item')
    .select(['id', 'name_zh'])
    .where('tenant_id', '=', tenant)
    .where('kind', '=', kind)
    .where('valid_from', '<=', day)
    .where((e) => e.or([e('valid_to', 'is', null), e('valid_to', '>=', day)]))
  if (item) query = query.where('id', '=', item)
  return tx.first(query.orderBy('valid_from', 'desc').limit(1))
}

/** Rulings of the last months that nobody has made a rule of yet. */
export const offers = (tx: Tx, tenant: string, since: Date) =>
  tx.all(
    k
      .selectFrom('matter_step as step')
      .innerJoin('matter', (join) => join.onRef('matter.id', '=', 'step.matter_id').on('matter.tenant_id', '=', tenant))
      .innerJoin('agency', (join) =>
        join.onRef('agency.id', '=', 'matter.agency_id').on('agency.tenant_id', '=', tenant),
      )
      .leftJoin('routing_rule as rule', (join) =>
        join.onRef('rule.learned_from', '=', 'matter.id').on('rule.tenant_id', '=', tenant),
      )
      .select(['matter.id', 'matter.no', 'matter.kind', 'matter.area_pos', 'step.text as ruling', 'step.detail'])
      .select(['agency.id as agency_id', 'agency.name as agency_name'])
      .where('step.tenant_id', '=', tenant)
      .where('step.move', '=', 'rule')
      .where('step.at', '>=', since)
      .where('rule.id', 'is', null)
      .orderBy('step.at', 'desc')
      .limit(50),
  )
