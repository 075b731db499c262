// Ways into a mediation file: from a matter, settled on the spot, by names that Linli knows already.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { clock } from '#kernel/clock.ts'
import { openStreet, type Street, setClock } from '#test/street.ts'
import { committee } from '../committee/contract.ts'
import { matter } from '../matter/contract.ts'
import { register } from '../register/contract.ts'
import { mediation } from './contract.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
})
beforeEach(() => setClock('2026-11-18', '09:06'))
afterAll(() => street.close())

const zhou = () => street.as('zhouxiaolan')
const PARKING = { kind: 'RM02-07', title: '12栋 停车占道', facts: '车挡了楼门。' }
const terms = [{ words: '把车挪开。', dueOn: '2026-11-19' }]

async function handled(words: string) {
  const areaId = await street.areaId('清荷苑3号楼')
  const reporter = { name: '梁小舟', phone: '13800004321' }
  const { id } = await street.as('zhouxiaolan').do(matter.report, { areaId, words, ...reporter })
  await zhou().do(matter.take, { id })
  return id
}

test('a matter settled on the spot becomes a file with its reporter as a party, and is finished with it', async () => {
  const matterId = await handled('楼门口老有车挡着，和邻居吵了。')
  const gridId = await street.areaId('第12网格')
  const parties = [
    { side: 'applicant', reporter: true, consent: 'agreed' },
    { side: 'respondent', name: '鲁先生', consent: 'agreed' },
  ] as const
  const { id } = await zhou().do(mediation.recordOnSpot, { gridId, ...PARKING, matterId, parties: [...parties], terms })
  const { parties: known } = await zhou().do(mediation.reveal, { id })
  expect(known.map(({ name, phone }) => ({ name, phone }))).toEqual([
    { name: '梁小舟', phone: '13800004321' },
    { name: '鲁先生', phone: null },
  ])
  const after = await zhou().do(matter.get, { id: matterId })
  expect(after.state).toBe('finished')
  const told = after.steps.at(-1)!
  expect(JSON.stringify(told)).toContain('口头协议')
  // In general words: nobody's name, nothing of what was said or agreed.
  for (const word of ['鲁先生', '挪开', '车挡了楼门']) expect(JSON.stringify(after.steps)).not.toContain(word)
})

test('a matter found to be a dispute hears how its file goes, and ends with it', async () => {
  const matterId = await handled('楼上天天吵，说了也不听。')
  const gridId = await street.areaId('第12网格')
  const parties = [
    { side: 'applicant', reporter: true },
    { side: 'respondent', name: '楼上住户' },
  ] as const
  const given = {
    gridId,
    ...PARKING,
    requests: '请他们夜里安静。',
    source: 'initiative' as const,
    matterId,
  }
  const { id } = await zhou().do(mediation.apply, { ...given, parties: [...parties] })
  const told = async () => (await zhou().do(matter.get, { id: matterId })).steps.map(({ text }) => text)
  expect((await told()).at(-1)).toContain('已转为调解案卷')
  expect((await zhou().do(matter.get, { id: matterId })).state).toBe('handling')
  await street.as('chenjing').do(mediation.decline, { id, reason: 'noDispute', routes: ['court'] })
  expect((await told()).at(-1)).toContain('不予受理')
  expect((await zhou().do(matter.get, { id: matterId })).state).toBe('finished')
})

test('while a dispute is mediated the limit of its matter stands still, as long as the file has; then it is finished', async () => {
  const matterId = await handled('楼上天天吵，楼下睡不着。')
  const parties = [
    { side: 'applicant', reporter: true, consent: 'agreed' },
    { side: 'respondent', name: '楼上住户', consent: 'agreed' },
  ] as const
  const gridId = await street.areaId('第12网格')
  const given = { gridId, ...PARKING, requests: '请他们夜里安静。', source: 'initiative' as const, matterId }
  const { id } = await zhou().do(mediation.apply, { ...given, parties: [...parties] })
  const now = () => zhou().do(matter.get, { id: matterId })
  const limit = (await now()).clocks.find(({ kind }) => kind === 'finish')!.dueAt
  const { committees } = await street.as('anxiaoya').do(committee.list, {})
  const committeeId = committees.find((one) => one.name === '清荷社区人民调解委员会')!.id
  const leadId = (await street.as('zhaoguilan').actor()).id
  await street.as('chenjing').do(mediation.accept, { id, committeeId, leadId })
  const file = () => street.as('zhaoguilan').do(mediation.get, { id })
  // Thirty days of the file: until the day after its last one begins.
  expect((await file()).dueOn).toBe('2026-12-18')
  const said = (await now()).steps.at(-1)
  expect((await now()).state).toBe('paused')
  expect(said?.detail).toEqual({ reason: 'mediation', until: '2026-12-18T16:00:00.000Z' })
  // The matter's own limit passes, and nobody is late.
  setClock('2026-12-10', '09:00')
  expect(new Date(limit) < clock.now()).toBe(true)
  const { due } = await street.linli.do(matter.due, {})
  expect(due.map((one) => one.id)).not.toContain(matterId)
  const sides = (await file()).parties.map((one) => one.id)
  await street.as('zhaoguilan').do(mediation.extend, { id, until: '2026-12-30', agreedBy: sides, words: '还要检测。' })
  expect((await now()).steps.at(-1)?.detail).toMatchObject({ until: '2026-12-30T16:00:00.000Z' })
  await street.as('zhaoguilan').do(mediation.withdraw, { id, words: '自己谈好了。' })
  const after = await now()
  expect(after.state).toBe('finished')
  expect(after.steps.at(-1)!.text).toContain('撤回')
})

test('somebody the register knows is named by his entry; a stranger’s entry or no name at all is not', async () => {
  const areaId = await street.areaId('清荷苑3号楼')
  const home = await zhou().do(register.addHome, { areaId, unit: '9单元', room: '905' })
  const entry = { homeId: home.id, class: 'registered', name: '柳知秋', phone: '13800009876' } as const
  const { id: personId } = await zhou().do(register.enter, entry)
  const gridId = await street.areaId('第12网格')
  const other = { side: 'respondent', name: '鲁先生' }
  const given = { gridId, ...PARKING, terms }
  const settle = (party: object, login = 'zhouxiaolan') =>
    street
      .as(login)
      .do(mediation.recordOnSpot, { ...given, parties: [{ side: 'applicant', ...party }, other] } as never)
  const { id } = await settle({ personId })
  const { parties } = await zhou().do(mediation.reveal, { id })
  expect(parties[0]).toMatchObject({ name: '柳知秋', phone: '13800009876' })
  await expect(settle({})).rejects.toMatchObject({ entry: { code: 'mediation.nameless' } })
  await expect(settle({ personId: gridId })).rejects.toMatchObject({ entry: { code: 'mediation.notThere' } })
})

test('a mediator who meets a quarrel writes it down herself: the desk finds the one, and she goes on with the other', async () => {
  const zhao = street.as('zhaoguilan')
  const gridId = await street.areaId('第12网格')
  const parties = [
    { side: 'applicant', name: '单女士', consent: 'agreed' },
    { side: 'respondent', name: '鲁先生', consent: 'agreed' },
  ] as const
  const given = { gridId, ...PARKING, parties: [...parties] }
  const found = await zhao.do(mediation.apply, { ...given, requests: '把车挪开。', source: 'initiative' })
  // Registering hands nobody the file: the desk says who mediates it.
  await expect(zhao.do(mediation.get, { id: found.id })).rejects.toThrow('door.missing')
  expect((await street.as('chenjing').do(mediation.get, { id: found.id })).state).toBe('applied')
  const settled = await zhao.do(mediation.recordOnSpot, { ...given, terms })
  const { state, no, followUps } = await zhao.do(mediation.get, { id: settled.id })
  expect([state, no !== null, followUps.length > 0]).toEqual(['performing', true, true])
  expect((await zhao.do(mediation.mine, {})).mediations.map((one) => one.id)).toContain(settled.id)
  // Only where her committee sits: her post lies in another community than that grid.
  const elsewhere = await street.areaId('第34网格')
  await expect(zhao.do(mediation.recordOnSpot, { ...given, gridId: elsewhere, terms })).rejects.toThrow('door.missing')
})

test('three kinds of mediation work on one file: who leads and who takes part stands in it, under the same number', async () => {
  const zhao = street.as('zhaoguilan')
  const gridId = await street.areaId('第12网格')
  const parties = [
    { side: 'applicant', name: '单女士' },
    { side: 'respondent', name: '鲁先生' },
  ] as const
  const { id } = await zhou().do(mediation.apply, { gridId, ...PARKING, requests: '挪车。', parties: [...parties] })
  const joint = { id, procedure: 'administrative', bodies: ['police', 'justice', 'police'] } as const
  // Nobody works on what was not taken.
  await expect(
    street.as('chenjing').do(mediation.workJointly, { ...joint, bodies: [...joint.bodies] }),
  ).rejects.toThrow('door.wrongState')
  const { committees } = await street.as('anxiaoya').do(committee.list, {})
  const committeeId = committees.find((one) => one.name === '清荷社区人民调解委员会')!.id
  const { no } = await street.as('chenjing').do(mediation.accept, { id, committeeId, leadId: (await zhao.actor()).id })
  await zhao.do(mediation.workJointly, { ...joint, bodies: [...joint.bodies] })
  const file = await zhao.do(mediation.get, { id })
  expect(file).toMatchObject({ no, procedure: 'administrative', joint: ['police', 'justice'] })
  expect(file.steps.at(-1)).toMatchObject({ move: 'workJointly', actorName: '赵桂兰' })
})
