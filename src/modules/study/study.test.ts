// The study of disputes on the demo street: figures from its rows, what each reader may count, and the form that is sent.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { OutputOf } from '#kernel/contract.ts'
import { perform } from '#kernel/door.ts'
import { operations } from '#modules/index.ts'
import { openStreet, type Street, setClock } from '#test/street.ts'
import { study } from './contract.ts'

let street: Street

/** A year of files, spread over every grid and kind by their number: nobody is in them. */
const A_YEAR = `insert into mediation (tenant_id, id, grid_id, area_pos, source, referred_by, tier, procedure, kind, title,
    address, facts, requests, key_version, state, outcome, notes_id, applied_at, accepted_at, closed_at, reopened, made_by, changed_at)
  select $1, gen_random_uuid(), g.id, g.area_pos,
    case n % 3 when 0 then 'applied' when 1 then 'initiative' else 'referred' end,
    case when n % 3 = 2 then (array['court', 'police', 'procuratorate', 'petition', 'labour', 'other'])[n % 6 + 1] end,
    n % 3 + 1, 'people', (array['RM01', 'RM02-01', 'RM02-02', 'RM04', 'RM11', 'RM17-03'])[n % 6 + 1], 'x', 'x', '', '', 1,
    case when n % 7 = 0 then 'applied' when n % 5 = 0 then 'failed' when n % 5 = 1 then 'mediating' else 'performing' end,
    case when n % 7 = 0 then null when n % 5 = 0 then 'failed' when n % 5 = 1 then null when n % 5 = 2 then 'oral' else 'written' end,
    gen_random_uuid(), at, case when n % 7 <> 0 then at end, case when n % 5 = 0 then at + interval '9 days' end, n % 11 / 10,
    gen_random_uuid(), at
  from generate_series(1, 300) n
  join lateral (select timestamptz '2026-11-17 10:00+08' - n * interval '29 hours' as at) t on true
  join lateral (select a.id, a.area_pos from area a where a.tenant_id = $1 and a.level = 'grid' order by md5(a.id::text || n) limit 1) g on true`

const RENOVATIONS = `insert into mediation (tenant_id, id, grid_id, area_pos, source, tier, procedure, kind, title,
    address, facts, requests, key_version, state, outcome, notes_id, applied_at, accepted_at, made_by, changed_at)
  select $1, gen_random_uuid(), a.id, a.area_pos, 'applied', 1, 'people', 'RM17-01', 'x', '', '', '', 1,
    case when n <= 46 then 'performing' else 'failed' end, case when n <= 46 then 'written' else 'failed' end,
    gen_random_uuid(), at, at, gen_random_uuid(), at
  from generate_series(1, 48) n join area a on a.tenant_id = $1 and a.id = $2
  join lateral (select timestamptz '2026-09-01 10:00+08' - n * interval '5 days' as at) t on true`

beforeAll(async () => {
  street = await openStreet()
  await street.owner.query(A_YEAR, [street.tenant])
  await street.owner.query(RENOVATIONS, [street.tenant, await street.areaId('第12网格')])
})
beforeEach(() => setClock('2026-11-18', '09:06'))
afterAll(() => street.close())

const YEAR = { from: '2025-11-19', to: '2026-11-18' }
const asked = (login: string, more: object = {}) => street.as(login).do(study.figures, { ...YEAR, ...more })
const SUBDISTRICT = `(select area_pos from area s where s.tenant_id = $1 and s.name = '邻里街道') and (select area_end from area s where s.tenant_id = $1 and s.name = '邻里街道')`
const count = async (text: string) => {
  const { rows } = await street.owner.query<{ n: number }>(`select count(*)::int as n from mediation m where ${text}`, [
    street.tenant,
  ])
  return rows[0]!.n
}
const IN_YEAR = `m.tenant_id = $1 and m.area_pos between ${SUBDISTRICT} and m.accepted_at is not null and m.applied_at >= timestamptz '2025-11-19 00:00+08' and m.applied_at < timestamptz '2026-11-19 00:00+08'`

test('forty-eight disputes about the renovation, forty-six settled: the page says so from the rows', async () => {
  const { kinds, total, joined } = await asked('anxiaoya')
  expect(joined).toBe(false)
  expect(kinds.find(({ keys }) => keys[0] === 'RM17-01')).toMatchObject({ n: 48, settled: 46, zh: '老旧小区改造' })
  expect(total.taken).toBe(await count(IN_YEAR))
  expect(total.settled).toBe(await count(`${IN_YEAR} and m.outcome in ('written', 'oral')`))
  expect(kinds.reduce((sum, { n }) => sum + n, 0)).toBe(total.taken)
  expect(total.initiative! + total.applied! + total.referred!).toBe(total.taken)
  expect(total.oral! + total.written!).toBe(total.settled)
})

test('every column of the form is what a count straight over the rows says', async () => {
  const { total } = await asked('anxiaoya')
  const slow = {
    initiative: "m.source = 'initiative'",
    applied: "m.source = 'applied'",
    referred: "m.source = 'referred'",
    court: "m.referred_by = 'court'",
    police: "m.referred_by = 'police'",
    procuratorate: "m.referred_by = 'procuratorate'",
    petition: "m.referred_by = 'petition'",
    others: "m.referred_by in ('labour', 'other')",
    oral: "m.outcome = 'oral'",
    written: "m.outcome = 'written'",
    failed: "m.outcome = 'failed'",
    open: 'm.outcome is null',
    hard: '(m.tier = 3 or m.reopened > 0)',
  } as const
  for (const [column, condition] of Object.entries(slow))
    expect([column, total[column as keyof typeof slow]]).toEqual([column, await count(`${IN_YEAR} and ${condition}`)])
})

test('a file handed up counts once, and as a hard one', async () => {
  const before = await asked('anxiaoya')
  await street.owner.query(
    `insert into mediation_handover (tenant_id, id, mediation_id, area_pos, from_tier, to_tier, words, key_version, sent_by, sent_at)
     select m.tenant_id, gen_random_uuid(), m.id, m.area_pos, 1, to_tier, '', 1, gen_random_uuid(), m.applied_at
     from generate_series(2, 3) to_tier, (select * from mediation m where ${IN_YEAR} and m.tier = 1 and m.reopened = 0 limit 1) m`,
    [street.tenant],
  )
  const after = await asked('anxiaoya')
  expect(after.total).toEqual({ ...before.total, hard: before.total.hard! + 1 })
})

test('a community counts its own files, whatever it asks for; nobody else’s can be subtracted', async () => {
  const street_ = await street.areaId('邻里街道')
  const [own, asStreet, whole] = [
    await asked('chenjing'),
    await asked('chenjing', { areaId: street_ }),
    await asked('anxiaoya'),
  ]
  expect(asStreet.total).toEqual(own.total)
  expect(own.total.taken!).toBeLessThan(whole.total.taken!)
  const { rows } = await street.owner.query<{ id: string }>(
    `select a.id from area a where a.tenant_id = $1 and a.level = 'community' and a.name not like '%清荷%' limit 3`,
    [street.tenant],
  )
  for (const { id } of rows) await expect(asked('chenjing', { areaId: id })).rejects.toThrow('door.missing')
})

/** Nobody of the demo street works for its district, so his post is lent to her for one question. */
async function asDistrict(more: object = {}) {
  const actor = await street.as('anxiaoya').actor()
  const { rows } = await street.owner.query<{ id: string; pos: string; end: string }>(
    `select id, area_pos as pos, area_end as end from area where tenant_id = $1 and level = 'district'`,
    [street.tenant],
  )
  const span = { pos: Number(rows[0]!.pos), end: Number(rows[0]!.end) }
  const post = { ...actor.posts[0]!, ...span, role: 'district_staff' as const, areaId: rows[0]!.id, level: 'district' }
  const lent = { ...actor, posts: [post], spans: [span] }
  const answer = await perform(street.house, operations.get('study.figures')!, lent, { ...YEAR, ...more })
  return answer as OutputOf<typeof study.figures>
}

test('a district is told of its whole year, joined: no kind or place of few files, nothing of a part of it', async () => {
  const told = await asDistrict()
  expect(told).toMatchObject({ joined: true, from: '2026-01-01', to: '2026-12-31', places: [], months: [], signs: [] })
  expect(told.kinds.length).toBeGreaterThan(0)
  for (const { n } of [...told.kinds, ...told.areas]) expect(n).toBeGreaterThanOrEqual(5)
  await expect(asDistrict({ areaId: await street.areaId('邻里街道') })).rejects.toThrow('door.missing')
})

test('a mediator counts nothing; a grid worker reads the joined year of his own grid and of nothing else', async () => {
  await expect(asked('songyining')).rejects.toThrow('door.forbidden')
  const grid = await street.areaId('第12网格')
  const own = await asked('zhouxiaolan')
  const inGrid = await count(`m.tenant_id = $1 and m.grid_id = '${grid}' and m.accepted_at is not null
    and m.applied_at >= timestamptz '2026-01-01 00:00+08' and m.applied_at < timestamptz '2027-01-01 00:00+08'`)
  expect(own).toMatchObject({ joined: true, from: '2026-01-01', to: '2026-12-31', areaName: '第12网格' })
  expect(own).toMatchObject({ months: [], places: [], signs: [], swept: null, prevented: [] })
  expect(own.total.taken).toBe(inGrid)
  for (const { n } of own.kinds) expect(n).toBeGreaterThanOrEqual(5)
  for (const areaId of [grid, await street.areaId('邻里街道')])
    await expect(asked('zhouxiaolan', { areaId })).rejects.toThrow('door.missing')
  await expect(street.as('zhouxiaolan').do(study.form, YEAR)).rejects.toThrow('door.forbidden')
})

test('what is reported between neighbours rises too; a matter that became a file is counted once', async () => {
  const report = `insert into matter (tenant_id, id, no, state, kind, way, words, title, area_id, area_pos, address, reported_at, changed_at)
    select $1, gen_random_uuid(), 'T-' || n, 'handling', '0204', 'desk', 'x', 'x', a.id, a.area_pos, '', at, at
    from generate_series(1, 14) n join area a on a.tenant_id = $1 and a.id = $2
    join lateral (select timestamptz '2026-11-17 10:00+08' - n * interval '1 day' as at) t on true returning id`
  const risen = async () =>
    (await asked('anxiaoya')).signs.find(({ about, key }) => about === 'matter' && key === '0204')
  const { rows } = await street.owner.query<{ id: string }>(report, [street.tenant, await street.areaId('第12网格')])
  expect(await risen()).toMatchObject({ recent: 14, en: 'Parking disputes' })
  await street.owner.query(
    `update mediation m set matter_id = x.id from unnest($2::uuid[]) with ordinality x(id, no),
       (select id, row_number() over (order by applied_at desc) as no from mediation where tenant_id = $1) f
     where m.tenant_id = $1 and m.id = f.id and f.no = x.no`,
    [street.tenant, rows.map(({ id }) => id)],
  )
  expect(await risen()).toBeUndefined()
  await street.owner.query('delete from matter where tenant_id = $1 and id = any($2)', [
    street.tenant,
    rows.map(({ id }) => id),
  ])
})

test('the form has every kind, the sum, and the rate with both figures', async () => {
  const { name, bytes } = await street.as('anxiaoya').do(study.form, { ...YEAR, lang: 'zh' })
  expect(name).toMatch(/人民调解统计表.*\.xlsx/)
  expect(Buffer.from(bytes).subarray(0, 2).toString()).toBe('PK')
})

const monthly = { onDay: '2026-11-18', from: '2026-10-18', to: '2026-11-17', every: 'month' } as const
const idOf = async (login: string) => (await street.as(login).actor()).id

test('a meeting keeps what the figures said, ends in measures with owners, and the next one opens with them', async () => {
  const areaId = await street.areaId('邻里街道')
  const desk = street.as('anxiaoya')
  const { id, version } = await desk.do(study.planMeeting, { areaId, ...monthly })
  const measure = { words: '夜里加一次巡看', ownerId: await idOf('zhouxiaolan'), dueOn: '2026-11-30' }
  const said = { id, version, offices: ['派出所', '物业'], minutes: '噪声集中在桂园。', measures: [measure] }
  const { nextId } = await desk.do(study.holdMeeting, said)
  await expect(desk.do(study.holdMeeting, said)).rejects.toThrow('study.heldAlready')
  const frozen = (await desk.do(study.meetings, { areaId })).meetings.find((one) => one.id === id)!.figures!
  await street.owner.query(RENOVATIONS.replaceAll('2026-09-01', '2026-11-10'), [
    street.tenant,
    await street.areaId('第12网格'),
  ])
  const { meetings } = await desk.do(study.meetings, { areaId })
  expect(meetings.find((one) => one.id === id)!.figures).toEqual(frozen)
  const next = meetings.find((one) => one.id === nextId)!
  expect(next).toMatchObject({
    onDay: '2026-12-18',
    from: '2026-11-18',
    held: false,
    before: [{ words: '夜里加一次巡看' }],
  })

  setClock('2026-12-02', '09:00')
  const zhou = street.as('zhouxiaolan')
  const [mine] = (await zhou.do(study.measures, {})).measures
  expect(mine).toMatchObject({ late: true, can: ['finishMeasure'] })
  await expect(
    street.as('songyining').do(study.finishMeasure, { id: mine!.id, version: 1, result: '不是我的' }),
  ).rejects.toThrow('door.missing')
  await zhou.do(study.finishMeasure, { id: mine!.id, version: 1, result: '每晚十点多走一趟' })
  expect((await zhou.do(study.measures, {})).measures[0]).toMatchObject({ late: false, doneOn: '2026-12-02', can: [] })
})

test('a community reads neither the meetings nor the sweeps of its subdistrict', async () => {
  const areaId = await street.areaId('邻里街道')
  const desk = street.as('chenjing')
  await expect(desk.do(study.meetings, { areaId })).rejects.toThrow('door.')
  await expect(desk.do(study.sweeps, { areaId })).rejects.toThrow('door.')
  const own = await street.areaId('清荷社区')
  expect((await street.as('anxiaoya').do(study.meetings, { areaId: own })).meetings).toEqual([])
})

test('a sweep finds what was opened on own initiative there, in its days, of its kinds; nothing is entered twice', async () => {
  const areaId = await street.areaId('邻里街道')
  const desk = street.as('anxiaoya')
  const days = { from: '2026-06-01', to: '2026-10-31' }
  const plan = { areaId, field: 'neighbours' as const, title: '邻里排查', units: ['妇联', '派出所'], ...days }
  const { id, version } = await desk.do(study.planSweep, plan)
  await desk.do(study.closeSweep, { id, version, visited: 210, prevented: 4 })
  const sweep = (await desk.do(study.sweeps, { areaId })).sweeps.find((one) => one.id === id)!
  const found = `m.tenant_id = $1 and m.area_pos between ${SUBDISTRICT} and m.source = 'initiative' and m.kind like 'RM02%'
    and m.applied_at >= timestamptz '2026-06-01 00:00+08' and m.applied_at < timestamptz '2026-11-01 00:00+08'`
  expect(sweep.found).toBeGreaterThan(0)
  expect(sweep.found).toBe(await count(found))
  expect(sweep.settled).toBe(await count(`${found} and m.accepted_at is not null and m.outcome in ('written', 'oral')`))
  expect(sweep).toMatchObject({ closed: true, visited: 210, prevented: 4, can: [] })
  await expect(desk.do(study.closeSweep, { id, version, visited: 1, prevented: 1 })).rejects.toThrow(
    'study.closedAlready',
  )
})

test('what was prevented is a count of a month; said anew it takes the place of what stood there', async () => {
  const areaId = await street.areaId('清荷社区')
  const note = (cases: number) =>
    street.as('chenjing').do(study.notePrevented, { areaId, month: '2026-10', kind: 'petition', cases, people: 9 })
  await note(1)
  await note(2)
  const { rows } = await street.owner.query('select cases, people from study_prevented where tenant_id = $1', [
    street.tenant,
  ])
  expect(rows).toEqual([{ cases: 2, people: 9 }])
  const entered = { kind: 'petition', cases: 2, people: 9 }
  expect((await street.as('chenjing').do(study.sweeps, { areaId })).prevented).toEqual([
    { month: '2026-10', ...entered },
  ])
  const { prevented, swept } = await asked('anxiaoya')
  expect(prevented.find(({ kind }) => kind === 'petition')).toEqual(entered)
  expect(swept).toMatchObject({ sweeps: 1, prevented: 4 })
  expect((await asked('anxiaoya', { from: '2026-11-01' })).prevented.every(({ cases }) => cases === 0)).toBe(true)
})
