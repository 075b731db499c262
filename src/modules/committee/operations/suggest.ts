// Suggests who could mediate at a place. Open files are counted by the module that keeps them, not here.
import { works } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import { operation } from '#kernel/operation.ts'
import { suggestMediators } from '../candidates.ts'
import { committee } from '../contract.ts'
import { areaNamed } from '../rights.ts'

const asks = works('mediator', 'community_staff', 'community_head', 'subdistrict_staff', 'district_staff')

export const suggest = operation(committee.suggest, {
  permit: [asks],
  sight: 'tenant',
  subject: areaNamed,
  async run({ input, subject, tx, actor, now }) {
    const { kind, language, buildings, declared } = input
    const where = { areaPos: subject!.area_pos, day: localDay(now) }
    const told = await suggestMediators(tx, actor.tenant, { ...where, kind, language, buildings, declared }, undefined)
    const shown = ({ homeId: _, skills: __, languages: ___, level: ____, ...one }: (typeof told)['avoided'][number]) =>
      one
    return {
      suggested: told.suggested.map(({ one, reasons }) => ({ ...shown(one), reasons: [...reasons] })),
      avoided: told.avoided.map(shown),
    }
  },
})
