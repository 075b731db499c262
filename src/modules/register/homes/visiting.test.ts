// An entry says that it comes from a visit only where its maker stands at that door now.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStreet, type Person, type Street, setClock } from '#test/street.ts'
import { register } from '../contract.ts'

let street: Street
let worker: Person
let desk: Person
let homes: { readonly id: string }[]

beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '10:00')
  worker = street.as('zhouxiaolan')
  desk = street.as('chenjing')
  const areaId = await street.areaId('清荷苑3号楼')
  homes = []
  for (const room of ['971', '972', '973']) homes.push(await worker.do(register.addHome, { areaId, room }))
})
afterAll(() => street?.close())

const refused = (act: Promise<unknown>) =>
  act.then(
    () => 'accepted',
    (problem: { entry: { code: string } }) => problem.entry.code,
  )
const enter = (who: Person, homeId: string, visitId: string) =>
  who.do(register.enter, { homeId, visitId, class: 'registered', name: '柳访' })

test('her own, running, at this home; every other visit is refused and nothing is entered', async () => {
  const [here, there] = homes as [{ id: string }, { id: string }]
  const { id } = await worker.do(register.beginVisit, { homeId: here.id })
  const entered = await enter(worker, here.id, id)
  expect(entered.source).toBe(`visit ${id}`)
  const change = { id: entered.id, version: entered.version, visitId: id }
  const other = await worker.do(register.beginVisit, { homeId: there.id })
  const codes = [
    await refused(enter(desk, here.id, id)),
    await refused(enter(worker, here.id, entered.id)),
    await refused(enter(worker, there.id, id)),
    await refused(worker.do(register.change, { ...change, visitId: other.id, sex: 1 })),
    await refused(worker.do(register.moveOut, { ...change, visitId: other.id, day: '2026-11-18' })),
    await refused(desk.do(register.endVisit, { id, outcome: 'talked' })),
  ]
  expect(codes).toEqual([
    ...['register.notYourVisit', 'register.notYourVisit', 'register.visitElsewhere'],
    ...['register.visitElsewhere', 'register.visitElsewhere', 'register.notYourVisit'],
  ])
  const moved = await worker.do(register.change, { ...change, sex: 1 })
  await worker.do(register.endVisit, { id, outcome: 'talked' })
  const late = { id: moved.id, version: moved.version, visitId: id, day: '2026-11-18' }
  expect([
    await refused(enter(worker, here.id, id)),
    await refused(worker.do(register.moveOut, late)),
    await refused(worker.do(register.endVisit, { id, outcome: 'talked' })),
  ]).toEqual(['register.visitOver', 'register.visitOver', 'register.visitOver'])
  expect((await desk.do(register.home, { id: here.id })).inside).toHaveLength(1)
  expect((await desk.do(register.home, { id: there.id })).inside).toEqual([])
})

test('whoever moves within the building is entered at his old door or at his new one', async () => {
  const [from, to, third] = homes as [{ id: string }, { id: string }, { id: string }]
  const entered = await worker.do(register.enter, { homeId: from.id, class: 'floating', name: '柳搬' })
  const { id } = await worker.do(register.beginVisit, { homeId: from.id })
  const moved = await worker.do(register.moveIn, {
    ...{ id: entered.id, version: 1, visitId: id, homeId: to.id, day: '2026-11-18' },
  })
  const again = { id: moved.id, version: moved.version, visitId: id, homeId: third.id, day: '2026-11-18' }
  expect(await refused(worker.do(register.moveIn, again))).toBe('register.visitElsewhere')
})
