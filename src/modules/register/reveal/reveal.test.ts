// Looking at one person in full: for a matter, a visit, a correction; nothing else, so many a day, and written down first.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { clock } from '#kernel/clock.ts'
import { matterLife } from '#modules/matter/lifecycle.ts'
import { register } from '#modules/register/contract.ts'
import { correctionOf, handled, type Resident, settle, visit } from '#test/register/residents.ts'
import { openStreet, type Street, setClock } from '#test/street.ts'
import { OPEN_MATTER } from './store.ts'

let street: Street
let people: Resident[]
beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '09:06')
  people = await settle(street, '清荷苑3号楼', 3, { each: 1 })
})
afterAll(() => street.close())
beforeEach(async () => {
  await street.owner.query('delete from register_spent')
  await street.owner.query('delete from disclosure')
  await street.owner.query('delete from home_visit')
})

const zhou = () => street.as('zhouxiaolan')
const written = async (person: string) =>
  (await street.owner.query('select * from disclosure where person_id = $1 order by at', [person])).rows

test('周晓岚 sees the phone of somebody in the building of her matter; it is written down, the reporter shielded', async () => {
  const id = await handled(street)
  const who = people[0]!
  const { reasons, left } = await zhou().do(register.reasons, { id: who.id })
  expect(reasons).toEqual([expect.objectContaining({ kind: 'matter', id })])
  expect(left).toBe(60)
  const seen = await zhou().do(register.reveal, { id: who.id, fields: ['name', 'phone'], for: { kind: 'matter', id } })
  expect(seen).toEqual({
    values: [
      { field: 'name', value: who.name },
      { field: 'phone', value: who.phone },
    ],
    left: 59,
  })
  const [row] = await written(who.id)
  expect(row).toMatchObject({
    way: 'unmask',
    purpose: 'matter',
    purpose_id: id,
    role: 'grid_worker',
    fields: ['name', 'phone'],
  })
  expect(row.delayed_until.getTime() - row.at.getTime()).toBe(30 * 86_400_000)
  const again = await zhou().do(register.reveal, { id: who.id, fields: ['birth'], for: { kind: 'matter', id } })
  expect(again).toEqual({ values: [{ field: 'birth', value: who.birth }], left: 59 })
  const journal = await street.owner.query(
    `select input::text from journal where operation = 'register.reveal' and subject_id = $1`,
    [who.id],
  )
  expect(journal.rows).toHaveLength(2)
  expect(JSON.stringify(journal.rows)).not.toContain(who.phone)
})

test('at the door of a home she is visiting, and for a request to correct; when that is over, no more', async () => {
  const who = people[1]!
  const at = await visit(street, 'zhouxiaolan', who.home, clock.now())
  const ask = (kind: 'visit' | 'correction', id: string, by = 'zhouxiaolan') =>
    street.as(by).do(register.reveal, { id: who.id, fields: ['birth'], for: { kind, id } })
  expect((await ask('visit', at)).values).toEqual([{ field: 'birth', value: who.birth }])
  await expect(ask('visit', at, 'chenjing')).rejects.toMatchObject({ message: 'register.noPurpose' })
  setClock('2026-11-18', '21:30')
  await expect(ask('visit', at)).rejects.toMatchObject({ message: 'register.noPurpose' })
  setClock('2026-11-18', '09:06')
  const asked = await correctionOf(street, who.id)
  expect((await ask('correction', asked, 'chenjing')).values).toHaveLength(1)
  await street.owner.query(`update correction set state = 'done' where id = $1`, [asked])
  await expect(ask('correction', asked, 'chenjing')).rejects.toMatchObject({ message: 'register.noPurpose' })
  expect((await written(who.id)).map(({ purpose, delayed_until }) => [purpose, delayed_until])).toEqual([
    ['visit', null],
    ['correction', null],
  ])
})

test('who leads, keeps the house or counts sees nobody in full, whatever he names', async () => {
  const id = await handled(street)
  for (const login of ['yangzhixing', 'xieanlan', 'chengyizhou', 'panmingjian'])
    await expect(
      street.as(login).do(register.reveal, { id: people[0]!.id, fields: ['name'], for: { kind: 'matter', id } }),
    ).rejects.toMatchObject({ message: 'door.forbidden' })
  await expect(
    street.stranger.do(register.reveal, { id: people[0]!.id, fields: ['name'], for: { kind: 'matter', id } }),
  ).rejects.toMatchObject({ message: 'door.signIn' })
})

test('what is written cannot be changed or taken away by the server', async () => {
  const role = new URL(street.appUrl).username
  const { rows } = await street.owner.query<{ may: boolean }>(
    `select has_table_privilege($1, 'disclosure', right_) as may from unnest(array['update','delete','truncate']) right_`,
    [role],
  )
  expect(rows.map(({ may }) => may)).toEqual([false, false, false])
})

test('the states taken for open are those of the matter’s life', () => {
  const open = Object.entries(matterLife.states).flatMap(([state, { open }]) => (open ? [state] : []))
  expect([...OPEN_MATTER]).toEqual(open)
})
