// Who could mediate a file: from its kind, its place and its disclosures, so that nobody asks about buildings one by one.
import { barredFrom } from '#kernel/barring.ts'
import { localDay } from '#kernel/clock.ts'
import type { Tx } from '#kernel/database.ts'
import { isOpen } from '#kernel/lifecycle.ts'
import { operation } from '#kernel/operation.ts'
import { suggestMediators, whyAvoided } from '#modules/committee/index.ts'
import { homeById } from '#modules/register/index.ts'
import { staysOut } from '../avoidance.ts'
import { mediation } from '../contract.ts'
import { type MediationState, mediationLife } from '../lifecycle.ts'
import { seen } from '../moving.ts'
import { desks, mediates } from '../rights.ts'
import { loadOf } from '../store.ts'

const OPEN = (Object.keys(mediationLife.states) as MediationState[]).filter((state) => isOpen(mediationLife, state))

async function openFiles(tx: Tx, tenant: string): Promise<ReadonlyMap<string, number>> {
  const load = new Map<string, number>()
  for (const { account_id } of await loadOf(tx, tenant, OPEN)) load.set(account_id, (load.get(account_id) ?? 0) + 1)
  return load
}

export const suggest = operation(mediation.suggest, {
  permit: [mediates, desks],
  subject: seen,
  async run({ subject, tx, actor, now }) {
    const file = subject!
    const home = file.home_id ? await homeById(tx, actor.tenant, file.home_id) : undefined
    const barred = await barredFrom(tx, actor.tenant, [file.id])
    const ask = {
      // Mediators are versed in families of kinds.
      kind: file.kind.slice(0, 4),
      language: undefined,
      buildings: home?.building_id ? [home.building_id] : [],
      declared: [...(await staysOut(tx, file)), ...barred.map((one) => one.account_id)],
    }
    const where = { areaPos: file.area_pos, day: localDay(now) }
    const told = await suggestMediators(tx, actor.tenant, { ...ask, ...where }, await openFiles(tx, actor.tenant))
    const shown = ({
      mediatorId,
      accountId,
      name,
      nameEn,
      committeeName,
      committeeNameEn,
    }: (typeof told)['avoided'][number]) => ({
      ...{ mediatorId, accountId, name, nameEn, committeeName, committeeNameEn },
    })
    return {
      suggested: told.suggested.map(({ one, reasons }) => ({ ...shown(one), reasons: [...reasons] })),
      avoided: told.avoided.map((one) => ({ ...shown(one), why: whyAvoided(one, ask) })),
    }
  },
})
