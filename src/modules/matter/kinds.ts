// Kinds, limits and words of danger as rows, read once per tenant; and what a resident's words suggest.
import type { Selectable } from 'kysely'
import type { z } from 'zod'
import { k, type Tx } from '#kernel/database.ts'
import type { EmergencyRuleTable, MatterKindTable, MatterLimitTable } from '#kernel/schema/tables.ts'
import type { Text } from '#kernel/words.ts'
import { everyRule, type RuleRow } from './routing.ts'
import type { Kind } from './shapes.ts'

export type KindRow = Selectable<MatterKindTable>
type LimitRow = Selectable<MatterLimitTable>
type DangerRow = Selectable<EmergencyRuleTable>
export type Rows = {
  kinds: ReadonlyMap<string, KindRow>
  limits: ReadonlyMap<string, LimitRow>
  dangers: readonly DangerRow[]
  routes: readonly RuleRow[]
}

/** For matters of which nobody can say yet what they are. */
export const OTHER = '99'

const byTenant = new Map<string, Promise<Rows>>()

/** Forgets what was read, after a change here or in another process. */
export const forgetKinds = (tenant: string): void => {
  byTenant.delete(tenant)
}

async function read(tx: Tx, tenant: string): Promise<Rows> {
  const [kinds, limits, dangers, routes] = await Promise.all([
    tx.all(k.selectFrom('matter_kind').selectAll().where('tenant_id', '=', tenant).orderBy('code')),
    tx.all(k.selectFrom('matter_limit').selectAll().where('tenant_id', '=', tenant)),
    tx.all(k.selectFrom('emergency_rule').selectAll().where('tenant_id', '=', tenant).orderBy('sort')),
    everyRule(tx, tenant),
  ])
  return {
    kinds: new Map(kinds.map((row) => [row.code, row])),
    limits: new Map(limits.map((row) => [row.clock, row])),
    dangers,
    routes,
  }
}

export function rowsOf(tx: Tx, tenant: string): Promise<Rows> {
  let rows = byTenant.get(tenant)
  if (!rows) {
    rows = read(tx, tenant)
    byTenant.set(tenant, rows)
    rows.catch(() => byTenant.delete(tenant))
  }
  return rows
}

/** The kinds whose words occur in the text, the most and the longest first. Same words, same order: no learning, no person. */
export function suggest(rows: Rows, text: string): KindRow[] {
  const said = text.toLowerCase()
  return [...rows.kinds.values()]
    .filter((kind) => !kind.retired_at)
    .map((kind) => ({
      kind,
      score: kind.words.filter((word) => said.includes(word.toLowerCase())).reduce((sum, word) => sum + word.length, 0),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.kind.code.localeCompare(b.kind.code))
    .map(({ kind }) => kind)
}

export type Danger = { call: '110' | '119' | '120' } & Text

/** The first rule with a word in the text that is not part of one of its exceptions, with that word put into its sentence. */
export function danger(rows: Rows, text: string): Danger | undefined {
  for (const rule of rows.dangers) {
    const rest = rule.except_words.reduce(
      (left, except) => left.replaceAll(except.toLowerCase(), ' '),
      text.toLowerCase(),
    )
    const word = rule.words.find((one) => rest.includes(one.toLowerCase()))
    if (word) return { call: rule.call, zh: rule.zh.replace('{word}', word), en: rule.en.replace('{word}', word) }
  }
  return undefined
}

export const toKind = (row: KindRow): z.input<typeof Kind> => ({
  code: row.code,
  family: row.family,
  zh: row.zh,
  en: row.en,
  hintZh: row.hint_zh,
  hintEn: row.hint_en,
  public: row.public,
  publicZh: row.public_zh,
  publicEn: row.public_en,
  limitMinutes: row.limit_minutes,
  counting: row.counting,
  proof: row.proof,
  emergency: row.emergency,
  words: row.words,
  onMenu: row.on_menu,
  effectDays: row.effect_days,
  retired: row.retired_at !== null,
  version: row.version,
})
