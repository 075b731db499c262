// The kinds of committees with their norms, and what mediators may be versed in: rows that the district keeps.
import { holds, machineOnly } from '#kernel/access.ts'
import { k } from '#kernel/database.ts'
import { keepKind } from '#kernel/keep-kind.ts'
import { operation } from '#kernel/operation.ts'
import { committee } from '../contract.ts'
import { committeeKinds, mediationSkills } from '../store.ts'

export const mayKeepKinds = holds('district_staff')

type KindRow = Awaited<ReturnType<typeof committeeKinds>>[number]
export const toKind = (row: KindRow) => ({
  code: row.code,
  zh: row.zh,
  en: row.en,
  basis: row.basis,
  level: row.level as 'community' | null,
  tier: row.tier,
  stamp: row.stamp,
  membersMin: row.members_min,
  membersMax: row.members_max,
  fullTime: row.full_time,
  normBasis: row.norm_basis,
  sort: row.sort,
  retired: row.retired,
  version: row.version,
})

export const setKind = operation(committee.setKind, {
  permit: [mayKeepKinds, machineOnly],
  async run({ input, actor: { tenant }, tx }) {
    const { code, version, membersMin, membersMax, fullTime, normBasis, ...rest } = input
    const norm = { members_min: membersMin, members_max: membersMax, full_time: fullTime, norm_basis: normBasis }
    const row = { ...rest, ...norm, version: version + 1 }
    const kept = await keepKind(tx, version, {
      add: k
        .insertInto('committee_kind')
        .values({ tenant_id: tenant, code, ...row })
        .onConflict((clash) => clash.doNothing())
        .returning('version'),
      change: k
        .updateTable('committee_kind')
        .set(row)
        .where('tenant_id', '=', tenant)
        .where('code', '=', code)
        .where('version', '=', version)
        .returning('version'),
      now: async () => (await committeeKinds(tx, tenant)).map(toKind).find((one) => one.code === code),
    })
    return { code, version: kept }
  },
})

export const setSkill = operation(committee.setSkill, {
  permit: [mayKeepKinds, machineOnly],
  async run({ input: { code, version, ...rest }, actor: { tenant }, tx }) {
    const row = { ...rest, version: version + 1 }
    const kept = await keepKind(tx, version, {
      add: k
        .insertInto('mediation_skill')
        .values({ tenant_id: tenant, code, ...row })
        .onConflict((clash) => clash.doNothing())
        .returning('version'),
      change: k
        .updateTable('mediation_skill')
        .set(row)
        .where('tenant_id', '=', tenant)
        .where('code', '=', code)
        .where('version', '=', version)
        .returning('version'),
      now: async () => {
        const found = (await mediationSkills(tx, tenant)).find((one) => one.code === code)
        return found && { ...found, tenant_id: undefined }
      },
    })
    return { code, version: kept }
  },
})
