// Kinds of notices and the quiet hours of a place, read once per tenant.
import { k, type Tx } from '#kernel/database.ts'
import type { Lang } from '#kernel/words.ts'
import type { QuietHours } from './quiet.ts'
import type { KindView } from './usual-kind.ts'
import { USUAL_RULE, usualKinds } from './usual-kinds.ts'

export type RuleView = { quietFrom: number; quietTo: number; digestAt: number; version: number }
export type NoticeRows = { kinds: ReadonlyMap<string, KindView>; rule: RuleView }

const byTenant = new Map<string, Promise<NoticeRows>>()

/** Forgets what was read, after a change here or in another process. */
export const forgetNoticeRows = (tenant: string): void => {
  byTenant.delete(tenant)
}

async function read(tx: Tx, tenant: string): Promise<NoticeRows> {
  const [kinds, rule] = await Promise.all([
    tx.all(k.selectFrom('notice_kind').selectAll().where('tenant_id', '=', tenant)),
    tx.first(k.selectFrom('notice_rule').selectAll().where('tenant_id', '=', tenant)),
  ])
  const merged = new Map(usualKinds)
  for (const row of kinds) {
    const usual = usualKinds.get(row.code)
    if (!usual) continue
    merged.set(row.code, {
      code: row.code,
      to: usual.to,
      nameZh: usual.nameZh,
      nameEn: usual.nameEn,
      titleZh: row.title_zh,
      titleEn: row.title_en,
      bodyZh: row.body_zh,
      bodyEn: row.body_en,
      smsZh: row.sms_zh,
      smsEn: row.sms_en,
      urgent: row.urgent,
      channels: row.channels as KindView['channels'],
      version: row.version,
    })
  }
  return {
    kinds: merged,
    rule: rule
      ? { quietFrom: rule.quiet_from, quietTo: rule.quiet_to, digestAt: rule.digest_at, version: rule.version }
      : { ...USUAL_RULE },
  }
}

export function noticeRows(tx: Tx, tenant: string): Promise<NoticeRows> {
  let rows = byTenant.get(tenant)
  if (!rows) {
    rows = read(tx, tenant)
    byTenant.set(tenant, rows)
    rows.catch(() => byTenant.delete(tenant))
  }
  return rows
}

export const titleOf = (kind: KindView, lang: Lang): string => (lang === 'en' ? kind.titleEn : kind.titleZh)
export const bodyOf = (kind: KindView, lang: Lang): string => (lang === 'en' ? kind.bodyEn : kind.bodyZh)
export const smsOf = (kind: KindView, lang: Lang): string => (lang === 'en' ? kind.smsEn : kind.smsZh)

export const usualQuiet = (rule: RuleView): QuietHours => ({ from: rule.quietFrom, to: rule.quietTo })

/** A person's own quiet hours, where he wishes some. */
export function quietOf(
  wish: { readonly quiet: string | null; readonly quiet_from: number | null; readonly quiet_to: number | null },
  rule: RuleView,
): QuietHours {
  if (wish.quiet === 'none') return { from: 0, to: 0 }
  return wish.quiet === 'own' ? { from: wish.quiet_from!, to: wish.quiet_to! } : usualQuiet(rule)
}
