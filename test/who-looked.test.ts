// Goal P1: a person's page tells every look at his data that left unmasked, and nothing else; never who it was, and none too early.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clock } from '#kernel/clock.ts'
import { register } from '#modules/register/contract.ts'
import { randomFrom } from './access/differential.ts'
import { type Left, plain, slipsFor, toldTo, withoutLimits, workOver } from './register/acts.ts'
import { type Resident, settle } from './register/residents.ts'
import { openStreet, type Street, setClock } from './street.ts'

const ACTIONS = 600
const HOMES = 20
const random = randomFrom(468)

let street: Street
let people: Resident[]
let slips: Map<string, string>
let left: Map<string, Left[]>
beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '08:00')
  people = [...(await settle(street, '清荷苑3号楼', HOMES)), ...(await settle(street, '清荷苑2号楼', HOMES))]
  slips = await slipsFor(street, people)
})
afterAll(() => street.close())

const toldOf = (person: string) => toldTo(street, slips.get(person)!)

test('after hundreds of acts each page tells what left and when it may, and counts what it tells later', async () => {
  await withoutLimits(street)
  const places = ['清荷苑3号楼2单元', '清荷苑2号楼1单元', '清荷苑3号楼2单元']
  const { act, left: ledger, matters } = await workOver(street, people, random, { places, exports: 10 })
  left = ledger
  for (let at = 0; at < ACTIONS; at++) await act()
  const over = matters[0]!
  await street.owner.query(`update matter set state = 'closed' where id = $1`, [over])
  const names = (
    await street.owner.query<{ name: string }>(
      `select name from account where login in ('zhouxiaolan','chenjing','anxiaoya')`,
    )
  ).rows
  expect([...left.values()].flat().length).toBeGreaterThan(ACTIONS / 6)
  for (const { id } of people) {
    const all = left.get(id) ?? []
    const told = await toldOf(id)
    const now = all.filter((one) => !one.matter || one.matter === over)
    expect(plain(told.looks)).toEqual(plain(now))
    expect(told.later).toBe(all.length - now.length)
    for (const { name } of names) expect(told.text).not.toContain(name)
    expect(told.text).not.toContain(matters[1]!)
  }
  // A month later nobody is shielded any more: everything is told.
  clock.stand(new Date(clock.now().getTime() + 31 * 86_400_000))
  const first = people.find(({ id }) => (left.get(id) ?? []).some((one) => one.matter === matters[1]!))!
  await street.owner.query(`update directory set ends_at = $1 where kind = 'slip'`, [
    new Date(clock.now().getTime() + 86_400_000),
  ])
  const told = await toldOf(first.id)
  expect(plain(told.looks)).toEqual(plain(left.get(first.id)!))
  expect(told.later).toBe(0)
  // The bite: a look that is not written down is missed.
  await street.owner.query('delete from disclosure where person_id = $1 and purpose = $2', [first.id, 'matter'])
  expect(plain((await toldOf(first.id)).looks)).not.toEqual(plain(left.get(first.id)!))
})

test('a slip opens one person’s page; another code, or one that ran out, opens none; a merged entry tells its looks too', async () => {
  const [one, other] = [people[0]!, people[1]!]
  await expect(street.stranger.do(register.lookedAt, { slip: '0000-0000-0000-0000' })).rejects.toMatchObject({
    message: 'door.missing',
  })
  const before = (await toldOf(one.id)).looks.length
  await street.owner.query(`update person set merged_into = $1, state = 'merged' where id = $2`, [one.id, other.id])
  expect((await toldOf(one.id)).looks.length).toBe(before + (left.get(other.id) ?? []).length)
  setClock('2027-03-01', '09:00')
  await expect(street.stranger.do(register.lookedAt, { slip: slips.get(one.id)! })).rejects.toMatchObject({
    message: 'door.missing',
  })
})
