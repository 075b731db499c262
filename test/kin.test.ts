// Goal N8: what a worker's declared relatives and own household bring in is opened by another worker alone.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { committee } from '#modules/committee/contract.ts'
import { kin } from '#modules/kin/contract.ts'
import { matter } from '#modules/matter/contract.ts'
import { mediation } from '#modules/mediation/contract.ts'
import { register } from '#modules/register/contract.ts'
import { openStreet, type Street, setClock } from './street.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
})
beforeEach(() => setClock('2026-11-18', '10:00'))
afterAll(() => street.close())

const MISSING = { message: 'door.missing' }
const SISTER = '13800009901'
const NEPHEW = '13800009902'
const ATTEMPTS = 500
const AT_ONCE = 8

const zhou = () => street.as('zhouxiaolan')
const zhao = () => street.as('zhaoguilan')
const desk = () => street.as('chenjing')
const officer = () => street.as('xieanlan')

async function reported(phone: string) {
  const areaId = await street.areaId('第12网格')
  const { id } = await desk().do(matter.report, {
    areaId,
    words: '楼道灯不亮，请来看看',
    phone,
    name: '周女士',
    kind: '0101',
  })
  return id
}

async function disputed(phone: string, more: object = {}) {
  const { id } = await desk().do(mediation.apply, {
    ...{ gridId: await street.areaId('第12网格'), kind: 'RM02-01', title: '清荷苑3号楼 渗水' },
    ...{ facts: '楼上渗水。', requests: '修好。', ...more },
    parties: [
      { side: 'applicant', name: '赵小姐', phone },
      { side: 'respondent', name: '鲁先生', phone: '13800000072' },
    ],
  })
  return id
}

const attemptsNow = async () =>
  Number((await street.owner.query('select count(*) as many from barred_attempt')).rows[0].many)

test('周晓岚 declares her sister: what she reported and reports is opened by another, and no list has it', async () => {
  const before = await reported(SISTER)
  const gridId = await street.areaId('第12网格')
  expect((await zhou().do(matter.get, { id: before })).id).toBe(before)
  const { found } = await zhou().do(kin.declare, { tie: 'relative', name: '周女士', phone: SISTER })
  expect(found).toBe(1)
  const after = await reported(SISTER)
  for (const id of [before, after]) {
    await expect(zhou().do(matter.get, { id })).rejects.toMatchObject(MISSING)
    expect((await desk().do(matter.get, { id })).id).toBe(id)
  }
  const listed = JSON.stringify(await zhou().do(matter.list, { gridId }))
  for (const id of [before, after]) expect(listed).not.toContain(id)
  expect(JSON.stringify(await desk().do(matter.list, { gridId }))).toContain(after)
  // Taken back: it is there again.
  const { entries } = await zhou().do(kin.mine, {})
  expect(entries).toMatchObject([{ tie: 'relative', name: '周女士', phone: SISTER, endedAt: null }])
  await zhou().do(kin.end, { id: entries[0]!.id })
  expect((await zhou().do(matter.get, { id: after })).id).toBe(after)
})

test('a home of one’s own: another visits it, the register and every file about it are missing', async () => {
  const building = await street.areaId('清荷苑3号楼')
  const home = await desk().do(register.addHome, { areaId: building, unit: '9单元', room: '903' })
  const person = await desk().do(register.enter, {
    ...{ homeId: home.id, class: 'registered', name: '周建国', birth: '1961-03-02' },
  })
  const file = await disputed('13800000099', { homeId: home.id })
  await zhou().do(kin.declare, { tie: 'household', homeId: home.id })
  await expect(zhou().do(register.home, { id: home.id })).rejects.toMatchObject(MISSING)
  await expect(zhou().do(register.person, { id: person.id })).rejects.toMatchObject(MISSING)
  const homes = JSON.stringify(await zhou().do(register.homes, { areaId: building }))
  expect(homes).not.toContain(home.id)
  expect((await desk().do(register.home, { id: home.id })).id).toBe(home.id)
  expect((await desk().do(mediation.get, { id: file })).id).toBe(file)
  const { rows } = await street.owner.query(
    `select count(*)::int as many from barred b join account a on a.id = b.account_id
     where a.login = 'zhouxiaolan' and b.subject_id = any($1) and b.ended_at is null`,
    [[home.id, file]],
  )
  expect(rows[0].many).toBe(2)
})

test('赵桂兰 is not named for her nephew’s file, and what is handed to her all the same stays missing', async () => {
  await zhao().do(kin.declare, { tie: 'relative', name: '赵小姐', phone: NEPHEW })
  const id = await disputed(NEPHEW)
  const { committees } = await desk().do(committee.list, {})
  const committeeId = committees.find((one) => one.name === '清荷社区人民调解委员会')!.id
  const leadId = (await zhao().actor()).id
  await expect(desk().do(mediation.accept, { id, committeeId, leadId })).rejects.toMatchObject({
    message: 'mediation.notMediator',
  })
  const { suggested, avoided } = await desk().do(mediation.suggest, { id })
  expect(suggested.map(({ name }) => name)).not.toContain('赵桂兰')
  expect(avoided).toContainEqual(expect.objectContaining({ name: '赵桂兰', why: 'tied' }))
  const other = (await street.as('xufengying').actor()).id
  await desk().do(mediation.accept, { id, committeeId, leadId: other })
  await expect(desk().do(mediation.appoint, { id, leadId, why: 'chosen' })).rejects.toMatchObject({
    message: 'mediation.notMediator',
  })
  // Around every operation: the row is hers by assignment, and she is its mediator.
  await street.owner.query('update mediation set mediator_ids = array[$1::uuid], lead_id = $1 where id = $2', [
    leadId,
    id,
  ])
  await street.owner.query(
    'insert into assignment (tenant_id, id, holder_id, subject_id, made_at) values ($1, gen_random_uuid(), $2, $3, now())',
    [street.tenant, leadId, id],
  )
  await expect(zhao().do(mediation.get, { id })).rejects.toMatchObject(MISSING)
  expect((await zhao().do(mediation.mine, {})).mediations.map((one) => one.id)).not.toContain(id)
  await expect(
    street.as('zhouxiaolan').do(mediation.recordOnSpot, {
      ...{ gridId: await street.areaId('第12网格'), kind: 'RM02-05', title: '楼道堆物', facts: '堆了两辆旧车。' },
      parties: [
        { side: 'applicant', name: '单女士', phone: await declaredPhone() },
        { side: 'respondent', name: '鲁先生' },
      ],
      terms: [{ words: '三日内搬走' }],
    }),
  ).rejects.toMatchObject({ message: 'kin.byAnother' })
})

/** 周晓岚 has a brother, too. */
async function declaredPhone() {
  await zhou().do(kin.declare, { tie: 'relative', phone: '13800009903' })
  return '13800009903'
}

test('five hundred attempts, also by assignment: none opens, each is kept, and the privacy officer reads them', async () => {
  await zhou().do(kin.declare, { tie: 'relative', phone: SISTER })
  const ids = [await reported(SISTER), await reported(SISTER)]
  const files = [await disputed(SISTER), await disputed(SISTER)]
  for (const subject of [...ids, ...files])
    await street.owner.query(
      'insert into assignment (tenant_id, id, holder_id, subject_id, made_at) values ($1, gen_random_uuid(), $2, $3, now())',
      [street.tenant, (await zhou().actor()).id, subject],
    )
  const asks = [
    ...ids.flatMap((id) => [
      () => zhou().do(matter.get, { id }),
      () => zhou().do(matter.take, { id }),
      () => zhou().do(matter.reveal, { id }),
    ]),
    ...files.flatMap((id) => [
      () => zhou().do(mediation.get, { id }),
      () => zhou().do(mediation.reveal, { id }),
      () => zhou().do(mediation.notes, { id }),
      () => zhou().do(mediation.disclose, { id }),
    ]),
  ]
  const before = await attemptsNow()
  const answers: string[] = []
  let next = 0
  const worker = async () => {
    while (next < ATTEMPTS) {
      const ask: () => Promise<unknown> = asks[next++ % asks.length]!
      answers.push(
        await ask().then(
          () => 'opened',
          (error: Error) => error.message,
        ),
      )
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  expect(answers).toHaveLength(ATTEMPTS)
  expect([...new Set(answers)]).toEqual(['door.missing'])
  expect((await attemptsNow()) - before).toBe(ATTEMPTS)
  const { attempts } = await officer().do(kin.attempts, {})
  expect(attempts[0]).toMatchObject({
    accountName: '周晓岚',
    operation: expect.stringMatching(/^(matter|mediation)\./),
  })
  // What was never hers is missing without a note.
  await expect(zhou().do(matter.get, { id: (await zhou().actor()).id })).rejects.toMatchObject(MISSING)
  expect((await attemptsNow()) - before).toBe(ATTEMPTS)
  // Bite: without the policy beside the area's, all of it opens again.
  await street.owner.query('drop policy barred_id on matter')
  expect((await zhou().do(matter.get, { id: ids[0]! })).id).toBe(ids[0])
  await street.owner.query(`select guard_barred('matter', 'id')`)
  await expect(zhou().do(matter.get, { id: ids[0]! })).rejects.toMatchObject(MISSING)
}, 60_000)

test('nobody but herself and the privacy officer reads whom 周晓岚 has declared', async () => {
  const accountId = (await zhou().actor()).id
  const { entries } = await officer().do(kin.list, { accountId })
  expect(entries.map(({ phone }) => phone)).toContain(SISTER)
  for (const login of ['chenjing', 'anxiaoya', 'linhuizhen', 'hemingyuan', 'zhaoguilan', 'renxiaotang'])
    await expect(street.as(login).do(kin.list, { accountId })).rejects.toMatchObject({ message: 'door.forbidden' })
  expect(JSON.stringify(await zhao().do(kin.mine, {}))).not.toContain(SISTER)
  const { rows } = await street.owner.query('select body, phone_mac from kin where account_id = $1', [accountId])
  expect(rows.map((row) => String(row.body) + String(row.phone_mac)).join()).not.toContain(SISTER)
})
