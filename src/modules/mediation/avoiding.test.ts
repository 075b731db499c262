// 回避: who says what of himself before a session, who asks for another, who decides, and what nobody is told.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { register } from '#modules/register/contract.ts'
import { openStreet, type Street, setClock } from '#test/street.ts'
import { committee } from '../committee/contract.ts'
import { mediation } from './contract.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
})
beforeEach(() => setClock('2026-11-18', '09:06'))
afterAll(() => street.close())

const idOf = async (login: string) => (await street.as(login).actor()).id
const zhao = () => street.as('zhaoguilan')
const xu = () => street.as('xufengying')
const DAY = '2026-11-18'
const SESSION = {
  ...{ mode: 'room' as const, from: 870, until: 960, place: '社区调解室', present: '双方到场', heldOn: DAY },
  ...{ words: '双方各说各的。', result: '再谈' },
}

/** A dispute about a leak, mediated by 赵桂兰. */
async function accepted(more: object = {}) {
  const { id } = await street.as('zhouxiaolan').do(mediation.apply, {
    ...{ gridId: await street.areaId('第12网格'), kind: 'RM02-01', title: '清荷苑3号楼 渗水' },
    ...{ facts: '楼上卫生间渗水。', requests: '修好。', ...more },
    parties: [
      { side: 'applicant', name: '单女士', phone: '13800000071' },
      { side: 'respondent', name: '鲁先生', phone: '13800000072' },
    ],
  })
  const { committees } = await street.as('anxiaoya').do(committee.list, {})
  const committeeId = committees.find((one) => one.name === '清荷社区人民调解委员会')!.id
  await street.as('chenjing').do(mediation.accept, { id, committeeId, leadId: await idOf('zhaoguilan') })
  const { parties } = await zhao().do(mediation.get, { id })
  return { id, committeeId, applicant: parties[0]!.id }
}

test('no session before its mediator has said whether anything ties her to a party', async () => {
  const { id } = await accepted()
  expect((await zhao().do(mediation.get, { id })).undisclosed).toEqual(['赵桂兰'])
  await expect(zhao().do(mediation.hold, { id, ...SESSION })).rejects.toMatchObject({
    message: 'mediation.notDisclosed',
  })
  await zhao().do(mediation.disclose, { id })
  await zhao().do(mediation.hold, { id, ...SESSION })
  const file = await zhao().do(mediation.get, { id })
  expect(file).toMatchObject({ state: 'mediating', undisclosed: [] })
  expect(file.disclosures).toMatchObject([{ mediatorName: '赵桂兰', ties: [], toldOn: null }])
  // Bite: without what she said, the same session is refused again.
  await street.owner.query('delete from mediation_disclosure where mediation_id = $1', [id])
  await expect(zhao().do(mediation.hold, { id, ...SESSION })).rejects.toMatchObject({
    message: 'mediation.notDisclosed',
  })
})

test('a tie is told to both sides before the session; its words are sealed, and stay in the file', async () => {
  const { id, applicant } = await accepted()
  const ties = [{ kind: 'work', partyId: applicant }]
  await expect(zhao().do(mediation.disclose, { id, ties: [{ kind: 'friend' }] })).rejects.toMatchObject({
    message: 'mediation.unknownTie',
  })
  await zhao().do(mediation.disclose, { id, ties, words: '十年前在一个车间。' })
  await expect(zhao().do(mediation.hold, { id, ...SESSION })).rejects.toMatchObject({
    message: 'mediation.tiesNotTold',
  })
  await zhao().do(mediation.tellTies, { id, on: DAY })
  await zhao().do(mediation.hold, { id, ...SESSION })
  const { disclosures } = await street.as('chenjing').do(mediation.get, { id })
  expect(disclosures).toMatchObject([{ ties, words: '十年前在一个车间。', toldOn: DAY }])
  const { rows } = await street.owner.query('select body from mediation_disclosure where mediation_id = $1', [id])
  expect(String(rows[0].body)).not.toContain('车间')
})

test('a party asks for another: no session until the head has decided in three days, and whoever comes says it too', async () => {
  const { id, applicant } = await accepted()
  await zhao().do(mediation.disclose, { id })
  const mediatorId = await idOf('zhaoguilan')
  const asked = { id, mediatorId, partyId: applicant, tie: 'neighbour', words: '她和对方是老邻居。' }
  const { avoidanceId, dueOn } = await street.as('chenjing').do(mediation.askAvoidance, asked)
  // 18 November 2026 and three days is a Saturday: the next working day.
  expect(dueOn).toBe('2026-11-23')
  await expect(zhao().do(mediation.hold, { id, ...SESSION })).rejects.toMatchObject({
    message: 'mediation.avoidanceOpen',
  })
  await expect(zhao().do(mediation.askAvoidance, asked)).rejects.toMatchObject({ message: 'mediation.alreadyAsked' })
  const decided = { id, avoidanceId, granted: true, words: '有影响公正的可能，换人。' }
  for (const login of ['zhaoguilan', 'chenjing'])
    await expect(street.as(login).do(mediation.decideAvoidance, decided)).rejects.toMatchObject({
      message: 'door.forbidden',
    })
  const desk = street.as('linhuizhen')
  await expect(desk.do(mediation.decideAvoidance, decided)).rejects.toMatchObject({ message: 'mediation.leadNeeded' })
  await desk.do(mediation.decideAvoidance, { ...decided, leadId: await idOf('xufengying') })
  await expect(zhao().do(mediation.get, { id })).rejects.toMatchObject({ message: 'door.missing' })
  expect((await xu().do(mediation.get, { id })).avoidances).toMatchObject([
    {
      mediatorName: '赵桂兰',
      state: 'granted',
      tie: 'neighbour',
      decision: '有影响公正的可能，换人。',
      decidedBy: '林慧珍',
    },
  ])
  await expect(xu().do(mediation.hold, { id, ...SESSION })).rejects.toMatchObject({ message: 'mediation.notDisclosed' })
  await xu().do(mediation.disclose, { id })
  await xu().do(mediation.hold, { id, ...SESSION })
})

test('who stays out of a file is told in one word, without the place; and that somebody asked is in the journal', async () => {
  // 许凤英 has said that she lives in this building.
  const building = await street.areaId('清荷苑1号楼')
  const home = await street.as('chenjing').do(register.addHome, { areaId: building, unit: '9单元', room: '901' })
  const { id } = await accepted({ homeId: home.id })
  await zhao().do(mediation.disclose, { id, ties: [{ kind: 'debt' }] })
  const told = await street.as('chenjing').do(mediation.suggest, { id })
  const avoided = Object.fromEntries(told.avoided.map((one) => [one.name, one.why]))
  expect(avoided).toMatchObject({ 赵桂兰: 'tied', 许凤英: 'near' })
  expect(told.suggested.length).toBeGreaterThan(0)
  const text = JSON.stringify(told)
  for (const place of [building, home.id, '1号楼']) expect(text).not.toContain(place)
  const { rows: looks } = await street.owner.query(
    `select 1 from journal where operation = 'mediation.suggest' and subject_id = $1`,
    [id],
  )
  expect(looks).toHaveLength(1)
})

test('a district words the ties anew', async () => {
  const district = street.as('renxiaotang')
  const before = (await district.do(mediation.tieKinds, {})).kinds
  await district.do(mediation.setTieKind, {
    ...{ code: 'teacher', zh: '师生', en: 'Teacher and pupil', basis: '区司法局规定', version: 0 },
  })
  const { kinds } = await district.do(mediation.tieKinds, {})
  expect(kinds).toHaveLength(before.length + 1)
  expect(kinds.every(({ basis }) => basis.length > 2)).toBe(true)
})
