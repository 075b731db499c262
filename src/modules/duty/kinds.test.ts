// Kinds of duty, rooms, teams, bodies and means that two desks change at once; and duties that are retired.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { place } from '#modules/place/contract.ts'
import { room } from '#modules/room/contract.ts'
import { openStreet, type Street, setClock } from '#test/street.ts'
import { duty } from './contract.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '09:00')
})
afterAll(() => street.close())

const keeper = () => street.as('chengyizhou')
const names = { zh: '试一种', en: 'A trial', sort: 99 }
const means = { ...names, unitZh: '把', unitEn: '', expected: false }
const task = { ...names, level: 'grid', dutiesZh: '看路灯', dutiesEn: 'Looks after lamps', expected: false } as const

test.each([
  [
    'place.setKind',
    (version: number, zh: string) => keeper().do(place.setKind, { code: 'trial', ...names, zh, version }),
  ],
  [
    'duty.setTeamKind',
    (version: number, zh: string) => keeper().do(duty.setTeamKind, { code: 'trial', ...names, zh, version }),
  ],
  [
    'duty.setBodyKind',
    (version: number, zh: string) => keeper().do(duty.setBodyKind, { code: 'trial', ...names, zh, version }),
  ],
  [
    'room.setMeansKind',
    (version: number, zh: string) => keeper().do(room.setMeansKind, { code: 'trial', ...means, zh, version }),
  ],
  ['duty.setKind', (version: number, zh: string) => keeper().do(duty.setKind, { code: 'trial', ...task, zh, version })],
])('%s: who was slower is told what stands there now', async (_, set) => {
  expect(await set(0, '一')).toEqual({ code: 'trial', version: 1 })
  expect(await set(1, '二')).toEqual({ code: 'trial', version: 2 })
  for (const old of [0, 1])
    await expect(set(old, '三')).rejects.toMatchObject({
      ...{ message: 'door.changed', status: 409 },
      details: { current: { code: 'trial', zh: '二', version: 2 } },
    })
  expect(await set(2, '四')).toEqual({ code: 'trial', version: 3 })
})

test('nobody is appointed to a retired duty, it is no gap, and a held one keeps level and post', async () => {
  const { kinds } = await keeper().do(duty.kinds, {})
  const worker = kinds.find(({ code }) => code === 'grid_worker')!
  await expect(keeper().do(duty.setKind, { ...worker, role: null })).rejects.toMatchObject({ message: 'duty.kindHeld' })
  await keeper().do(duty.setKind, { code: 'lamp_keeper', ...task, expected: true })
  const areaId = await street.areaId('第12网格')
  const gaps = async () => (await keeper().do(duty.gaps, { areaId })).gaps.filter(({ kind }) => kind === 'lamp_keeper')
  expect(await gaps()).toHaveLength(1)
  await keeper().do(duty.setKind, { code: 'lamp_keeper', ...task, expected: true, retired: true, version: 1 })
  expect(await gaps()).toEqual([])
  await expect(keeper().do(duty.appoint, { areaId, kind: 'lamp_keeper', name: '柳七' })).rejects.toMatchObject({
    message: 'duty.kindRetired',
  })
  const shown = async (retired: boolean) => (await keeper().do(duty.kinds, { retired })).kinds.map(({ code }) => code)
  expect([(await shown(false)).includes('lamp_keeper'), (await shown(true)).includes('lamp_keeper')]).toEqual([
    false,
    true,
  ])
})
