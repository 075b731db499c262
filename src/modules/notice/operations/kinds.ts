// Kinds of notices and quiet hours as rows that a place keeps at its desk.
import { holds, machineOnly, signedIn } from '#kernel/access.ts'
import { k } from '#kernel/database.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { notice } from '../contract.ts'
import { forgetNoticeRows, noticeRows } from '../kinds.ts'
import { CODE_PLACES, PLACES, SMS_PLACES, wrongPlaces } from '../template.ts'
import { noticeProblems } from '../words.ts'

const keeps = holds('system_admin', 'district_staff', 'subdistrict_staff')

export const kinds = operation(notice.kinds, {
  permit: [signedIn],
  async run({ actor, tx }) {
    const rows = await noticeRows(tx, actor.tenant)
    return { kinds: [...rows.kinds.values()], rule: rows.rule, can: keeps.mayEver(actor) ? ['setKind', 'setRule'] : [] }
  },
})

function refuseWrongPlaces(texts: readonly string[], allowed: readonly string[]): void {
  const [name] = texts.flatMap((text) => wrongPlaces(text, allowed))
  if (name !== undefined)
    throw new Problem(noticeProblems.wrongPlace, {
      name: `{${name}}`,
      allowed: allowed.map((one) => `{${one}}`).join(' '),
    })
}

export const setKind = operation(notice.setKind, {
  permit: [keeps, machineOnly],
  async run({ input, actor, now, tx }) {
    const usual = (await noticeRows(tx, actor.tenant)).kinds.get(input.code)
    if (!usual) throw new Problem(noticeProblems.noKind, { kind: input.code })
    refuseWrongPlaces([input.titleZh, input.titleEn, input.bodyZh, input.bodyEn], PLACES)
    refuseWrongPlaces([input.smsZh, input.smsEn], usual.to === 'resident' ? CODE_PLACES : SMS_PLACES)
    const channels = [...new Set(input.channels)]
    if (channels.includes('sms') && !(input.smsZh && input.smsEn)) throw new Problem(noticeProblems.smsText)
    // Without its code the message would be worth nothing.
    if (usual.to === 'resident' && ![input.smsZh, input.smsEn].every((text) => text.includes('{code}')))
      throw new Problem(noticeProblems.codeText, { place: '{code}' })
    if (usual.to !== 'staff' && channels.some((one) => one !== 'sms')) throw new Problem(noticeProblems.wrongWay)
    const row = {
      title_zh: input.titleZh,
      title_en: input.titleEn,
      body_zh: input.bodyZh,
      body_en: input.bodyEn,
      sms_zh: input.smsZh,
      sms_en: input.smsEn,
      urgent: input.urgent,
      channels,
      version: input.version + 1,
      changed_at: now,
    }
    const [saved] =
      input.version === 0
        ? await tx.all(
            k
              .insertInto('notice_kind')
              .values({ tenant_id: actor.tenant, code: input.code, ...row })
              .onConflict((clash) => clash.doNothing())
              .returning('version'),
          )
        : await tx.all(
            k
              .updateTable('notice_kind')
              .set(row)
              .where('tenant_id', '=', actor.tenant)
              .where('code', '=', input.code)
              .where('version', '=', input.version)
              .returning('version'),
          )
    if (!saved) throw new Problem(doorProblems.changed)
    forgetNoticeRows(actor.tenant)
    return { ...usual, ...input, channels, version: saved.version }
  },
})

export const setRule = operation(notice.setRule, {
  permit: [keeps, machineOnly],
  async run({ input, actor, now, tx }) {
    const { rule } = await noticeRows(tx, actor.tenant)
    if (rule.version !== input.version) throw new Problem(doorProblems.changed)
    const set = {
      quiet_from: input.quietFrom,
      quiet_to: input.quietTo,
      digest_at: input.digestAt,
      version: input.version + 1,
      changed_at: now,
    }
    await tx.all(
      k
        .insertInto('notice_rule')
        .values({ tenant_id: actor.tenant, ...set })
        .onConflict((clash) => clash.column('tenant_id').doUpdateSet(set)),
    )
    forgetNoticeRows(actor.tenant)
    return { ...input, version: set.version }
  },
})
