// Periods as they hold in a district: the usual ones, or what it said instead.
import { k, type Tx } from '#kernel/database.ts'
import { RULES, type Rule, type RuleCode, usualRules } from './usual-rules.ts'

export type RuleHere = Rule & { readonly version: number }

export async function rulesOf(tx: Tx, tenant: string): Promise<Readonly<Record<RuleCode, RuleHere>>> {
  const kept = await tx.all(k.selectFrom('mediation_rule').selectAll().where('tenant_id', '=', tenant))
  const here = (code: RuleCode): RuleHere => {
    const said = kept.find((row) => row.code === code)
    const { numbers, basis, version } = said ?? { ...usualRules.get(code)!, version: 0 }
    return { ...usualRules.get(code)!, numbers, basis, version }
  }
  return Object.fromEntries(RULES.map((code) => [code, here(code)])) as Record<RuleCode, RuleHere>
}
