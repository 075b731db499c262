// Ways into a mediation file: from a matter, settled on the spot, by names that Linli knows already.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openStreet, type Street, setClock } from '#test/street.ts'
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
