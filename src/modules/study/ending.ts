// How what is kept of study meetings ends: three years on, the figures stay and the words go.
import { sql } from 'kysely'
import { NOBODY } from '#kernel/access.ts'
import { k } from '#kernel/database.ts'
import type { DueRow, Ending } from '#kernel/ending/ending.ts'
import { PIPL, YEAR } from '#kernel/personal.ts'

export const endings: readonly Ending[] = [
  {
    code: 'study.measure',
    zh: '研判会的措施和负责人',
    en: 'Measures of study meetings and who owned them',
    basis: PIPL.staff,
    from: 'made',
    days: 3 * YEAR,
    fields: ['study.owner', 'study.words'],
    due: ({ tenant, before, after, limit }) => sql<DueRow>`
      select id, area_pos from study_measure
      where tenant_id = ${tenant} and made_at < ${before} and owner_id <> ${NOBODY}::uuid and id > ${after}
      order by id limit ${limit}`,
    end: (tenant, ids) => [
      k
        .updateTable('study_measure')
        .set({ words: '', result: '', owner_id: NOBODY })
        .where('tenant_id', '=', tenant)
        .where('id', 'in', [...ids]),
    ],
  },
  {
    code: 'study.minutes',
    zh: '研判会的纪要',
    en: 'Minutes of study meetings',
    basis: PIPL.duty,
    from: 'made',
    days: 3 * YEAR,
    fields: ['study.words'],
    due: ({ tenant, before, after, limit }) => sql<DueRow>`
      select id, area_pos from study_meeting
      where tenant_id = ${tenant} and made_at < ${before} and minutes <> '' and id > ${after} order by id limit ${limit}`,
    end: (tenant, ids) => [
      k
        .updateTable('study_meeting')
        .set({ minutes: '' })
        .where('tenant_id', '=', tenant)
        .where('id', 'in', [...ids]),
    ],
  },
]
