// The study meeting, measure and sweep of 第12网格 that the matrix asks about.
import type { Street } from '#test/street.ts'

type Versioned = { readonly id: string; readonly version: number }
export type StudyWorld = {
  readonly study: { readonly meeting: Versioned; readonly measure: Versioned; readonly sweep: Versioned }
}

export async function studyThere(
  { owner, tenant }: Street,
  areaId: string,
  ownerId: string,
  linli: <T>(name: string, input: object) => Promise<T>,
): Promise<StudyWorld> {
  const days = { from: '2026-10-01', to: '2026-10-31' }
  const meeting = await linli<Versioned>('study.planMeeting', { areaId, every: 'once', onDay: '2026-11-01', ...days })
  const sweep = await linli<Versioned>('study.planSweep', { areaId, field: 'all', title: '入冬排查', ...days })
  const { rows } = await owner.query<{ id: string }>(
    `insert into study_measure (tenant_id, id, meeting_id, area_pos, words, owner_id, due_on, made_at, changed_at)
     select tenant_id, gen_random_uuid(), id, area_pos, '夜间加一次巡看', $3, '2026-12-01', made_at, made_at
     from study_meeting where tenant_id = $1 and id = $2 returning id`,
    [tenant, meeting.id, ownerId],
  )
  return { study: { meeting, sweep, measure: { id: rows[0]!.id, version: 1 } } }
}
