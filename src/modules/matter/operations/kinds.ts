// Kinds, their limits and the access list: rows that the subdistrict keeps, each change with its version.

import { type Selectable, sql } from 'kysely'
import { holds, machineOnly, signedIn } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import { k } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import type { AccessItemTable } from '#kernel/schema/tables.ts'
import { matter } from '../contract.ts'
import { forgetKinds, rowsOf, toKind } from '../kinds.ts'
import { matterProblems } from '../words.ts'

const keeps = holds('system_admin', 'district_staff', 'subdistrict_staff')

export const kinds = operation(matter.kinds, {
  permit: [signedIn],
  async run({ input, tx, actor }) {
    const rows = await rowsOf(tx, actor.tenant)
    return {
      kinds: [...rows.kinds.values()].filter((row) => input.retired || !row.retired_at).map(toKind),
      can: keeps.mayEver(actor) ? ['setKind'] : [],
    }
  },
})

export const setKind = operation(matter.setKind, {
  permit: [keeps, machineOnly],
  async run({ input, actor, now, tx }) {
    const { code, version, hintZh, hintEn, publicZh, publicEn, limitMinutes, onMenu, effectDays, retired, ...same } =
      input
    const row = {
      ...same,
      hint_zh: hintZh,
      hint_en: hintEn,
      public_zh: publicZh,
      public_en: publicEn,
      limit_minutes: limitMinutes,
      on_menu: onMenu,
      effect_days: effectDays,
      retired_at: retired ? now : null,
      version: version + 1,
      changed_at: now,
    }
    const [saved] =
      version === 0
        ? await tx.all(
            k
              .insertInto('matter_kind')
              .values({ tenant_id: actor.tenant, code, ...row })
              .onConflict((clash) => clash.doNothing())
              .returningAll(),
          )
        : await tx.all(
            k
              .updateTable('matter_kind')
              .set(row)
              .where('tenant_id', '=', actor.tenant)
              .where('code', '=', code)
              .where('version', '=', version)
              .returningAll(),
          )
    if (!saved) throw new Problem(version === 0 ? matterProblems.kindTaken : doorProblems.changed, { code })
    forgetKinds(actor.tenant)
    return toKind(saved)
  },
})

export const rules = operation(matter.rules, {
  permit: [signedIn],
  async run({ tx, actor }) {
    const { limits, dangers } = await rowsOf(tx, actor.tenant)
    return {
      limits: [...limits.values()].map((row) => ({
        clock: row.clock,
        limitMinutes: row.limit_minutes,
        counting: row.counting,
        basis: row.basis,
        basisEn: row.basis_en,
      })),
      dangers: dangers.map((row) => ({
        words: row.words,
        except: row.except_words,
        call: row.call,
        zh: row.zh,
        en: row.en,
      })),
      can: keeps.mayEver(actor) ? ['setLimit', 'setDangers'] : [],
    }
  },
})

export const setLimit = operation(matter.setLimit, {
  permit: [keeps, machineOnly],
  async run({ input, actor, write }) {
    const row = {
      limit_minutes: input.limitMinutes,
      counting: input.counting,
      basis: input.basis,
      basis_en: input.basisEn,
    }
    write(
      k
        .insertInto('matter_limit')
        .values({ tenant_id: actor.tenant, clock: input.clock, ...row })
        .onConflict((clash) => clash.columns(['tenant_id', 'clock']).doUpdateSet(row)),
    )
    forgetKinds(actor.tenant)
    return input
  },
})

export const setDangers = operation(matter.setDangers, {
  permit: [keeps, machineOnly],
  async run({ input, actor, tx }) {
    await tx.all(k.deleteFrom('emergency_rule').where('tenant_id', '=', actor.tenant))
    const rows = input.rules.map((rule, sort) => ({
      tenant_id: actor.tenant,
      id: newId(),
      sort,
      words: rule.words,
      except_words: rule.except,
      call: rule.call,
      zh: rule.zh,
      en: rule.en,
    }))
    if (rows.length) await tx.all(k.insertInto('emergency_rule').values(rows))
    forgetKinds(actor.tenant)
    return { rules: rows.length }
  },
})

type ItemRow = Selectable<AccessItemTable>
const toItem = (row: ItemRow) => ({
  id: row.id,
  kind: row.kind,
  name: { zh: row.name_zh, en: row.name_en },
  lead: { zh: row.lead_zh, en: row.lead_en },
  basis: { zh: row.basis_zh, en: row.basis_en },
  duties: row.duties as ('find' | 'pass_on' | 'assist' | 'tell')[],
  frequency: { zh: row.frequency_zh, en: row.frequency_en },
  standard: { zh: row.standard_zh, en: row.standard_en },
  feedback: { zh: row.feedback_zh, en: row.feedback_en },
  documentNo: row.document_no,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  version: row.version,
})

export const items = operation(matter.items, {
  permit: [signedIn],
  async run({ input, tx, actor, now }) {
    const day = input.on ?? localDay(now)
    const rows = await tx.all(
      k
        .selectFrom('access_item')
        .selectAll()
        .where('tenant_id', '=', actor.tenant)
        .where('valid_from', '<=', day)
        .where(sql<boolean>`(valid_to is null or valid_to >= ${day}::date)`)
        .orderBy('kind')
        .orderBy('id'),
    )
    return { items: rows.map(toItem), can: keeps.mayEver(actor) ? ['setItem'] : [] }
  },
})

export const setItem = operation(matter.setItem, {
  permit: [keeps, machineOnly],
  async run({ input, actor, now, tx, made }) {
    const { name, lead, basis, frequency, standard, feedback } = input
    const row = {
      kind: input.kind,
      name_zh: name.zh,
      name_en: name.en,
      lead_zh: lead.zh,
      lead_en: lead.en,
      basis_zh: basis.zh,
      basis_en: basis.en,
      duties: input.duties,
      frequency_zh: frequency.zh,
      frequency_en: frequency.en,
      standard_zh: standard.zh,
      standard_en: standard.en,
      feedback_zh: feedback.zh,
      feedback_en: feedback.en,
      document_no: input.documentNo,
      valid_from: input.validFrom,
      valid_to: input.validTo,
      version: input.version + 1,
      changed_at: now,
    }
    if (!(await rowsOf(tx, actor.tenant)).kinds.has(input.kind))
      throw new Problem(matterProblems.noKind, { kind: input.kind })
    const id = input.id ?? newId()
    const [saved] = input.id
      ? await tx.all(
          k
            .updateTable('access_item')
            .set(row)
            .where('tenant_id', '=', actor.tenant)
            .where('id', '=', id)
            .where('version', '=', input.version)
            .returningAll(),
        )
      : await tx.all(
          k
            .insertInto('access_item')
            .values({ tenant_id: actor.tenant, id, ...row })
            .returningAll(),
        )
    if (!saved) {
      const there = await tx.first(
        k.selectFrom('access_item').select('id').where('tenant_id', '=', actor.tenant).where('id', '=', id),
      )
      throw new Problem(there ? doorProblems.changed : doorProblems.missing)
    }
    made({ id, area_pos: 0, version: row.version })
    return toItem(saved)
  },
})
