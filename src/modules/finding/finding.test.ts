// One box at the desk, told through the door by people of the demo street.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { matter } from '#modules/matter/contract.ts'
import { sealPerson } from '#modules/register/people/sealed.ts'
import { type Resident, settle } from '#test/register/residents.ts'
import { openStreet, type Street, setClock } from '#test/street.ts'
import { finding } from './contract.ts'
import { forgetFound } from './index.ts'

let street: Street
let people: Resident[]
let foreign: Resident[]
beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '09:06')
  people = await settle(street, '清荷苑3号楼', 10, { each: 1 })
  foreign = await settle(street, '汀兰苑1号楼', 5, { each: 2 })
})
afterAll(() => street.close())

const find = (login: string, words: string) => street.as(login).do(finding.find, { words })
const peopleBy = async (login: string, words: string) => (await find(login, words)).people.map(({ id }) => id)
const named = (name: string) => people.find((one) => one.name === name)!

test('周晓岚 finds somebody of her grid by name, by reading, by initials, by old characters and by the end of a phone', async () => {
  const who = named('单晓兰')
  const hit = {
    id: who.id,
    name: '单**',
    phone: `${who.phone.slice(0, 3)}****${who.phone.slice(7)}`,
    birthYear: Number(who.birth.slice(0, 4)),
  }
  for (const words of ['单晓兰', '晓兰', '單曉蘭', 'shanxiaolan', 'Shan Xiaolan', 'sxl'])
    expect((await find('zhouxiaolan', words)).people, words).toContainEqual(expect.objectContaining(hit))
  expect(await peopleBy('zhouxiaolan', who.phone.slice(7))).toEqual([who.id])
  const text = JSON.stringify(await find('zhouxiaolan', '单晓兰'))
  for (const hidden of [who.phone, who.name, who.birth, who.number]) expect(text).not.toContain(hidden)
  expect(await peopleBy('chenjing', '欧阳')).toEqual([named('欧阳明珠').id])
})

test('above the community nobody is found by name or tail; a neighbouring grid finds nobody of this one', async () => {
  const who = named('吕桂芳')
  for (const login of ['anxiaoya', 'xieanlan', 'yangzhixing', 'chengyizhou', 'dinghongbo'])
    for (const words of [who.name, 'lvguifang', who.phone.slice(7)])
      expect(await peopleBy(login, words), login).toEqual([])
  expect((await find('anxiaoya', who.name)).names).toBe(false)
  expect(await peopleBy('zhouxiaolan', foreign[0]!.name)).not.toContain(foreign[0]!.id)
})

test('a whole number finds its person anywhere in one’s area, is written down and counted', async () => {
  const who = people[0]!
  const by = (number: string, login = 'anxiaoya') => street.as(login).do(finding.number, { whole: number })
  const found = await by(who.phone)
  expect(found.people).toEqual([expect.objectContaining({ id: who.id, name: '王**' })])
  expect(found.left).toBe(199)
  for (const number of [`+86 ${who.phone}`, who.number, who.number.replace(/^9/, '９')])
    expect((await by(number)).people.map(({ id }) => id)).toEqual([who.id])
  expect((await by(foreign[0]!.phone)).people).toEqual([])
  expect((await by('13999999999')).people).toEqual([])
  expect(await peopleBy('anxiaoya', who.phone)).toEqual([])
  const { rows } = await street.owner.query(
    `select input::text as input from journal where operation = 'finding.number'`,
  )
  expect(rows).toHaveLength(6)
  expect(JSON.stringify(rows)).not.toContain(who.phone)
  await expect(by(who.phone, 'xieanlan')).rejects.toMatchObject({ message: 'door.forbidden' })
})

test('an address leads to its building and its home, however it is written', async () => {
  const who = people[1]!
  const room = who.room
  for (const words of [`清荷苑3号楼1单元${room}`, `清荷苑三栋一单元${room}室`, `清荷苑3-1-${room}`]) {
    const { homes } = await find('chenjing', words)
    expect(
      homes.map(({ id }) => id),
      words,
    ).toEqual([who.home])
  }
  const { areas, homes } = await find('chenjing', '清荷苑3号楼')
  expect(areas[0]).toMatchObject({ name: '清荷苑3号楼', level: 'building' })
  expect(homes).toEqual([])
  expect((await find('chenjing', '荷苑 3栋')).areas[0]!.name).toBe('清荷苑3号楼')
  expect((await find('anxiaoya', `汀兰苑1号楼1单元${foreign[0]!.room}`)).homes).toEqual([])
  expect((await find('yangzhixing', `清荷苑3号楼1单元${room}`)).homes).toEqual([])
})

test('organisations by words of their name or their code, matters by number and words', async () => {
  const id = randomUUID()
  await street.owner.query(
    `insert into organisation (tenant_id, id, class, area_id, area_pos, name, code, source, as_of, made_at, changed_at)
     select tenant_id, $1, 'organisation', id, area_pos, '清荷便民超市', '91990101MA000001X9', 'test', '2026-01-01', now(), now() from area where tenant_id = $2 and name = '第12网格'`,
    [id, street.tenant],
  )
  forgetFound({ ...CHANGE, kind: 'register', operation: 'register.publishBatch', tenant: street.tenant })
  for (const words of ['便民超市', '清荷 超市', '91990101ma000001x9'])
    expect(
      (await find('chenjing', words)).organisations.map((one) => one.id),
      words,
    ).toEqual([id])
  expect((await find('dinghongbo', '便民超市')).organisations).toEqual([])
  const code = await street.codeOf('清荷苑3号楼2单元')
  const sent = await street.stranger.do(matter.report, { code, words: '天台水箱浮球阀坏了' })
  for (const words of [sent.no, sent.no.slice(-4), '浮球阀'])
    expect(
      (await find('chenjing', words)).matters.map((one) => one.id),
      words,
    ).toContain(sent.id)
  expect((await find('xieanlan', sent.no)).matters).toEqual([])
})

const CHANGE = { id: '', position: '', subject: null, version: null, areaPos: null }

test('who is entered, renamed or gone is found as he is now, once the journal has said so', async () => {
  const who = named('赵永强')
  expect(await peopleBy('zhouxiaolan', '赵永强')).toContain(who.id)
  const sealed = sealPerson(
    street.house.keys,
    { tenant: street.tenant, id: who.id, seal: 2 },
    { ...who, name: '赵长河', homePlace: '', need: '' },
  )
  await street.owner.query('update person set name = $2, phone = $3, birth = $4, seal_no = 2 where id = $1', [
    who.id,
    sealed.name,
    sealed.phone,
    sealed.birth,
  ])
  const { rows } = await street.owner.query('select area_pos from person where id = $1', [who.id])
  const change = {
    ...CHANGE,
    tenant: street.tenant,
    kind: 'register',
    operation: 'register.change',
    subject: who.id,
    areaPos: Number(rows[0].area_pos),
  }
  forgetFound(change)
  expect(await peopleBy('zhouxiaolan', '赵永强')).not.toContain(who.id)
  expect(await peopleBy('zhouxiaolan', 'zhaochanghe')).toEqual([who.id])
  await street.owner.query(`update person set state = 'left' where id = $1`, [who.id])
  expect(await peopleBy('zhouxiaolan', '赵长河')).toEqual([])
})

test('names stay in memory while grids are counted, and are read again after a whole file or a merge nearby', async () => {
  const who = named('陈志远')
  const { rows } = await street.owner.query<{ area_pos: string }>('select area_pos from person where id = $1', [who.id])
  const change = { ...CHANGE, tenant: street.tenant, kind: 'register', subject: null }
  let seal = 10
  const rename = async (name: string) => {
    const at = { tenant: street.tenant, id: who.id, seal: ++seal }
    const sealed = sealPerson(street.house.keys, at, { ...who, name, homePlace: '', need: '' })
    await street.owner.query('update person set name = $2, phone = $3, birth = $4, seal_no = $5 where id = $1', [
      ...[who.id, sealed.name, sealed.phone, sealed.birth, seal],
    ])
  }
  expect(await peopleBy('chenjing', '陈志远')).toEqual([who.id])
  await rename('陈长安')
  forgetFound({ ...change, operation: 'register.countPortraits' })
  expect(await peopleBy('chenjing', '陈长安')).toEqual([])
  forgetFound({ ...change, operation: 'register.publishBatch' })
  expect(await peopleBy('chenjing', '陈长安')).toEqual([who.id])
  await rename('陈平安')
  forgetFound({ ...change, operation: 'register.merge', subject: people[0]!.id, areaPos: 1 })
  expect(await peopleBy('chenjing', '陈平安')).toEqual([])
  forgetFound({ ...change, operation: 'register.merge', subject: people[0]!.id, areaPos: Number(rows[0]!.area_pos) })
  expect(await peopleBy('chenjing', '陈平安')).toEqual([who.id])
})
