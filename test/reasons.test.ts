// Goal P2: looks with wrong, foreign, closed, unassigned or unrelated reasons, or words in their place; none is answered.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clock } from '#kernel/clock.ts'
import { matter } from '#modules/matter/contract.ts'
import { register } from '#modules/register/contract.ts'
import { correctionOf, handled, type Resident, settle, visit } from './register/residents.ts'
import { openStreet, type Street, setClock } from './street.ts'

let street: Street
let people: Resident[]
let neighbour: Resident
let foreign: Resident
beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '09:06')
  people = await settle(street, '清荷苑3号楼', 5, { each: 1 })
  neighbour = (await settle(street, '清荷苑2号楼', 1))[0]!
  foreign = (await settle(street, '汀兰苑1号楼', 1))[0]!
})
afterAll(() => street.close())

const zhou = () => street.as('zhouxiaolan')
const written = async (person: string) =>
  (await street.owner.query('select * from disclosure where person_id = $1', [person])).rows

const TRIES = 400
test('hundreds of wrong, foreign, closed, unassigned and unrelated reasons: none accepted, none written', async () => {
  const closed = await handled(street)
  await zhou().do(matter.answer, { id: closed, said: '已打电话', via: 'phone' })
  await street.owner.query(`update matter set state = 'closed' where id = $1`, [closed])
  const gridAlone = (
    await street
      .as('chenjing')
      .do(matter.report, { areaId: await street.areaId('第12网格'), words: '路面有坑', way: 'desk' })
  ).id
  await street.owner.query(
    `update matter set state = 'handling', handler_id = (select id from account where login = 'zhouxiaolan') where id = $1`,
    [gridAlone],
  )
  const elsewhere = await handled(street, '清荷苑2号楼')
  const untaken = (
    await street.stranger.do(matter.report, { code: await street.codeOf('清荷苑3号楼2单元'), words: '门坏了' })
  ).id
  const over = await visit(street, 'zhouxiaolan', people[2]!.home, clock.now())
  await street.owner.query('update home_visit set ended_at = $2 where id = $1', [over, clock.now()])
  const nextDoor = await visit(street, 'zhouxiaolan', people[3]!.home, clock.now())
  const others = await visit(street, 'chenjing', people[2]!.home, clock.now())
  const ofOther = await correctionOf(street, people[4]!.id)
  const declined = await correctionOf(street, people[2]!.id, 'declined')
  const wrong = [
    ...[closed, gridAlone, elsewhere, untaken, over, nextDoor, others, ofOther, declined],
    ...[people[2]!.id, people[2]!.home, street.tenant, randomUUID()],
  ]
  const kinds = ['matter', 'visit', 'correction'] as const
  const right = await handled(street)
  const answers = new Map<string, number>()
  const note = (code: string) => answers.set(code, (answers.get(code) ?? 0) + 1)
  for (let at = 0; at < TRIES; at++) {
    const id = wrong[at % wrong.length]!
    const kind = kinds[Math.floor(at / wrong.length) % kinds.length]!
    const given = at % 17 === 16 ? ('工作需要' as never) : { kind, id }
    await zhou()
      .do(register.reveal, { id: people[2]!.id, fields: ['name', 'phone'], for: given })
      .then(
        () => note('answered'),
        (error: Error) => note(error.message),
      )
  }
  expect([...answers.keys()].sort()).toEqual(['door.invalid', 'register.noPurpose'])
  expect(await written(people[2]!.id)).toEqual([])
  const outside = zhou().do(register.reveal, { id: foreign.id, fields: ['name'], for: { kind: 'matter', id: right } })
  await expect(outside).rejects.toMatchObject({ message: 'door.missing' })
  const other = zhou().do(register.reveal, { id: neighbour.id, fields: ['name'], for: { kind: 'matter', id: right } })
  await expect(other).rejects.toMatchObject({ message: 'register.noPurpose' })
  const answered = await zhou().do(register.reveal, {
    id: people[2]!.id,
    fields: ['name'],
    for: { kind: 'matter', id: right },
  })
  expect(answered.values).toHaveLength(1)
})
