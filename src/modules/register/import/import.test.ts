// Stories of files sent in: looked at, checked, loaded, shown, corrected, undone; killed in the middle; the same twice.
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InputOf } from '#kernel/contract.ts'
import { readSheets } from '#kernel/sheets/read.ts'
import { openStreet, type Street } from '#test/street.ts'
import { register } from '../contract.ts'
import { workOnImports } from './work.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
})
afterAll(() => street.close())

type Class = InputOf<typeof register.sendFile>['class']
const HEAD = '姓名,公民身份号码,联系电话,现住址,与户主关系,户号,民族,宗教信仰'
const AT = '清荷苑3号楼2单元'

/** An ID number of nobody: prefix 99, with its check digit (GB 11643). */
function number(birth: string, order: number): string {
  const body = `990101${birth}${String(order).padStart(3, '0')}`
  const sum = [...body].reduce((all, digit, at) => all + Number(digit) * (2 ** (17 - at) % 11), 0)
  return body + '10X98765432'[sum % 11]
}
const row = (name: string, order: number, room: string, more: { phone?: string; relation?: string } = {}) => {
  const { phone = '13800001234', relation = '户主' } = more
  return [name, number('19790302', order), phone, `${AT}${room}室`, relation, `H${room}`, '汉', '无'].join(',')
}
const file = (...rows: readonly string[]) => `${[HEAD, ...rows].join('\n')}\n`

async function send(text: string | Buffer, name = '户籍人口.csv', klass: Class = 'registered', login = 'chenjing') {
  const staged = await street.house.spool.stage(Readable.from([Buffer.from(text)]), 1e8)
  const { posts } = await street.as(login).actor()
  const input = { areaId: posts[0]!.areaId, class: klass, name, file: [staged.id] }
  return street.as(login).do(register.sendFile, input, { uploads: new Map([[staged.id, staged]]) })
}
const work = () => workOnImports(street.house, street.opened.config.keyFile, street.tenant)
const look = (id: string, login = 'chenjing') => street.as(login).do(register.batch, { id })

async function check(id: string, login = 'chenjing') {
  await work()
  const { version } = await look(id, login)
  await street.as(login).do(register.checkBatch, { id, version })
  await work()
  return look(id, login)
}
async function load(id: string, login = 'chenjing') {
  const { version } = await look(id, login)
  await street.as(login).do(register.loadBatch, { id, version })
  await work()
  return look(id, login)
}
async function undo(id: string, login = 'chenjing') {
  const { version } = await look(id, login)
  await street.as(login).do(register.undoBatch, { id, version })
}
const through = async (text: string, name?: string, klass?: Class) => {
  const { id } = await send(text, name, klass)
  await check(id)
  return load(id)
}

const figures = async () => {
  const { posts } = await street.as('chenjing').actor()
  const { counts } = await street.as('chenjing').do(register.counts, { areaId: posts[0]!.areaId })
  return Object.fromEntries(counts.map((one) => [one.class, one.n]))
}
const rowsOf = async (table: string, batch: string) =>
  Number((await street.owner.query(`select count(*) from ${table} where batch_id = $1`, [batch])).rows[0].count)
const spooled = async (id: string) =>
  (await street.owner.query('select spooled from import_file where id = $1', [id])).rows[0].spooled as boolean
const everybody = async () => {
  const { posts } = await street.as('chenjing').actor()
  const seen = []
  for (let after: string | undefined; ; ) {
    const page = await street
      .as('chenjing')
      .do(register.people, { areaId: posts[0]!.areaId, limit: 200, ...(after ? { after } : {}) })
    seen.push(...page.people)
    if (!page.next) return seen
    after = page.next
  }
}

test('Chen Jing sends a list, looks at it before anything is written, loads it and takes it back', async () => {
  const before = await figures()
  const { id, sameAs } = await send(
    file(row('沈一', 1, '501'), row('沈二', 2, '501', { relation: '子' }), row('沈三', 3, '502')),
  )
  expect(sameAs).toBeNull()
  const checked = await check(id)
  expect(checked).toMatchObject({ state: 'checked', tally: { read: 3, good: 3, bad: 0, repeats: 0, offers: 0 } })
  expect(checked.dropped).toEqual([
    { heading: '民族', why: 'refused', values: 3 },
    { heading: '宗教信仰', why: 'refused', values: 3 },
  ])
  expect(await rowsOf('person', id)).toBe(0)
  expect(await figures()).toEqual(before)

  expect(await load(id)).toMatchObject({ state: 'published', tally: { read: 3, good: 3 } })
  expect(await figures()).toEqual({ ...before, registered: before.registered! + 3, home: before.home! + 2 })
  const mine = (await everybody()).filter(({ name, address }) => name === '沈**' && address.includes(AT))
  expect(mine).toHaveLength(3)
  expect(new Set(mine.map(({ homeId }) => homeId)).size).toBe(2)
  expect(new Set(mine.map(({ householdId }) => householdId)).size).toBe(2)
  await work()
  expect(await spooled(id)).toBe(false)

  await undo(id)
  // From this moment on nobody sees a row of it, although none has gone yet.
  expect(await rowsOf('person', id)).toBe(3)
  expect(await figures()).toEqual(before)
  expect((await everybody()).filter(({ address }) => address.includes(AT))).toHaveLength(0)
  await work()
  expect(await look(id)).toMatchObject({ state: 'undone' })
  for (const table of ['person', 'home', 'household']) expect(await rowsOf(table, id), table).toBe(0)
})

test('rows of a batch that is being loaded are there for nobody, and when it is cancelled they go', async () => {
  const { id } = await send(file(row('郑一', 11, '503')))
  await check(id)
  await load(id)
  await street.owner.query(`update register_batch set state = 'loading' where id = $1`, [id])
  expect((await everybody()).filter(({ name }) => name === '郑**')).toEqual([])
  const { version } = await look(id)
  await street.as('chenjing').do(register.cancelBatch, { id, version })
  await work()
  expect(await rowsOf('person', id)).toBe(0)
})

test('the same file twice changes nothing; the same person with other content is offered, taken and given back', async () => {
  const text = file(row('吴一', 21, '601'), row('吴二', 22, '601', { relation: '妻' }))
  const first = await through(text)
  const before = await figures()
  const again = await send(text)
  expect(again.sameAs).toBe(first.id)
  const checked = await check(again.id)
  expect(checked.tally).toEqual({ read: 2, good: 0, bad: 0, repeats: 2, offers: 0 })
  expect((await load(again.id)).tally).toEqual({ read: 2, good: 0, bad: 0, repeats: 2, offers: 0 })
  expect(await figures()).toEqual(before)

  const moved = await through(
    file(row('吴一', 21, '602', { phone: '13900005678' }), row('吴二', 22, '601', { relation: '妻' })),
  )
  expect(moved.tally).toEqual({ read: 2, good: 0, bad: 0, repeats: 1, offers: 1 })
  const { offers } = await street.as('chenjing').do(register.offers, { batchId: moved.id })
  expect(offers).toMatchObject([{ there: { phone: '138****1234' }, sent: { phone: '139****5678' } }])
  expect(offers[0]!.differ).toEqual(expect.arrayContaining(['phone']))
  const [offer] = offers
  const both = await street.as('chenjing').do(register.compareOffer, { id: offer!.id, fields: ['phone'] })
  expect(both).toMatchObject({ there: [{ value: '13800001234' }], sent: [{ value: '13900005678' }] })
  const looked = await street.owner.query(
    `select person_id, fields from disclosure where purpose = 'merge' and purpose_id = $1 and way = 'unmask'`,
    [offer!.id],
  )
  expect(looked.rows.map((one) => one.person_id).sort()).toEqual([offer!.personId, offer!.id].sort())
  expect(both.left).toBe(59)
  await street.as('chenjing').do(register.settleOffer, { id: offer!.id, version: offer!.version, way: 'taken' })
  expect(await figures()).toEqual(before)
  const kept = await street.as('chenjing').do(register.person, { id: offer!.personId })
  expect(kept.phone).toBe('139****5678')
  const merged = await street.as('chenjing').do(register.person, { id: offer!.id })
  expect(merged).toMatchObject({ state: 'merged', mergedInto: offer!.personId })
  await street.as('chenjing').do(register.unmerge, { id: merged.id, version: merged.version })
  expect((await street.as('chenjing').do(register.person, { id: offer!.personId })).phone).toBe('138****1234')
  await expect(
    street.as('chenjing').do(register.settleOffer, { id: offer!.id, version: offer!.version + 1, way: 'left' }),
  ).rejects.toThrow('register.offerSettled')
  await expect(street.as('chenjing').do(register.compareOffer, { id: offer!.id, fields: ['phone'] })).rejects.toThrow(
    'register.offerSettled',
  )
  // Another number behind the same mask: that it is another is not told.
  const guess = await through(file(row('吴二', 22, '601', { phone: '13877771234', relation: '妻' })))
  const [guessed] = (await street.as('chenjing').do(register.offers, { batchId: guess.id })).offers
  expect(guessed).toMatchObject({ there: { phone: '138****1234' }, sent: { phone: '138****1234' }, differ: [] })
})

test('broken rows are told by line and column, masked; the sheet to correct brings them back and goes in', async () => {
  const wrong = [
    row('冯一', 31, '701').replace(/\d[\dX](?=,138)/, '00'),
    row('冯二', 32, '702').replace('13800001234', '1380000'),
    row('冯三', 33, '703').replace(AT, '天边苑9号楼1单元'),
    row('', 34, '704'),
  ]
  const { id } = await send(file(row('冯零', 30, '700'), ...wrong, row('冯五', 35, '705')))
  const checked = await check(id)
  expect(checked.tally).toEqual({ read: 6, good: 2, bad: 4, repeats: 0, offers: 0 })
  const { rows } = await street.as('chenjing').do(register.batchFaults, { id })
  expect(rows.map(({ line }) => line)).toEqual([3, 4, 5, 6])
  expect(rows.every(({ faults }) => faults.every(({ text, hint }) => text.length > 2 && hint.length > 4))).toBe(true)
  expect(JSON.stringify(rows)).not.toContain('19790302')
  await expect(
    street.as('chenjing').do(register.loadBatch, { id, version: checked.version, choice: 'all' }),
  ).rejects.toThrow('register.notAllGood')

  const sheet = await street.as('chenjing').do(register.faultSheet, { id })
  const staged = await street.house.spool.stage(Readable.from([Buffer.from(sheet.bytes)]), 1e8)
  const source = await street.house.spool.open(staged.id)
  const back: (readonly string[])[] = []
  for await (const piece of readSheets(source, sheet.name)) back.push(...piece.map(({ cells }) => cells))
  await source.close()
  expect(back[0]!.slice(0, 2)).toEqual(['姓名', '公民身份号码'])
  expect(back.flat().join()).not.toContain('宗教')
  expect(back).toHaveLength(5)
  expect(await load(id)).toMatchObject({ state: 'published', tally: { read: 6, good: 2, bad: 4 } })
})

test('killed in the middle: what was in stays in, once, and the rest follows', async () => {
  const many = Array.from({ length: 4_500 }, (_, at) =>
    row(`魏${'一二三四五'[at % 5]}`, 1 + (at % 900), String(100 + (at % 30))).replace(
      '19790302',
      `19${String(50 + Math.floor(at / 900))}0302`,
    ),
  ).map((line, at) => {
    const year = `19${50 + Math.floor(at / 900)}`
    return line.replace(/990101\d{11}[\dX]/, number(`${year}0302`, 1 + (at % 900)))
  })
  const { id } = await send(file(...many))
  await check(id)
  const { version } = await look(id)
  await street.as('chenjing').do(register.loadBatch, { id, version })
  let looks = 0
  // The pass ends after its first chunk, as if the process had gone.
  await workOnImports(street.house, street.opened.config.keyFile, street.tenant, () => ++looks > 3)
  const half = await look(id)
  expect(half.state).toBe('loading')
  expect(half.tally.read).toBeGreaterThan(0)
  expect(half.tally.read).toBeLessThan(4_500)
  expect(await rowsOf('person', id)).toBe(half.tally.good)
  await work()
  expect(await look(id)).toMatchObject({ state: 'published', tally: { read: 4_500, good: 4_500, bad: 0, repeats: 0 } })
  expect(await rowsOf('person', id)).toBe(4_500)
  await undo(id)
  await work()
  expect(await rowsOf('person', id)).toBe(0)
})

test('of a special group nothing stays but that it was counted, once', async () => {
  const before = await figures()
  const text = `姓名,公民身份号码,现住址,类别\n秦一,${number('19700101', 1)},${AT}801室,社区矫正\n秦二,${number('19700101', 2)},${AT}802室,其他\n`
  const first = await through(text, '名单.csv', 'special')
  expect(first.tally).toMatchObject({ read: 2, good: 2 })
  expect(await figures()).toEqual({ ...before, special: before.special! + 2 })
  expect((await through(text, '名单.csv', 'special')).tally).toMatchObject({ good: 0, repeats: 2 })
  expect(await figures()).toEqual({ ...before, special: before.special! + 2 })
  expect((await everybody()).some(({ name }) => name === '秦**')).toBe(false)
})

test('what is no sheet, or has no headings, ends there and says why', async () => {
  for (const [text, name, fault] of [
    ['whatever', '名单.docx', 'sheets.notSheet'],
    ['一,二\n三,四\n', '名单.csv', 'register.noHeadings'],
  ] as const) {
    const { id } = await send(text, name)
    await work()
    expect(await look(id)).toMatchObject({ state: 'failed', fault })
  }
})

test('homes, let homes, organisations and schools go in by their own templates; a repeat is none', async () => {
  for (const klass of ['home', 'rented', 'organisation', 'school'] as const) {
    const sheet = await street.as('chenjing').do(register.template, { class: klass })
    const { id } = await send(Buffer.from(sheet.bytes), sheet.name, klass)
    const checked = await check(id)
    expect(checked.missing, klass).toEqual([])
    expect(checked.tally.read, klass).toBe(1)
  }
})

test('a dry run answers how many of a file are there, so it is counted; the rest of the day nobody guesses on', async () => {
  const { id } = await send(file(row('秦三', 31, '903')), '猜.csv')
  await work()
  const xie = street.as('xieanlan')
  const set = (most: number, version: number) =>
    xie.do(register.setLimit, { role: 'community_staff', kind: 'files', most, version })
  const once = async () => {
    const { version } = await look(id)
    await street.as('chenjing').do(register.checkBatch, { id, version })
    await work()
  }
  const spent = await street.owner.query<{ n: number }>(
    `select n from register_spent where kind = 'files' and account_id = $1`,
    [(await street.as('chenjing').actor()).id],
  )
  await set(spent.rows[0]!.n + 1, 0)
  await once()
  await expect(once()).rejects.toMatchObject({ entry: { code: 'register.filesUsed' } })
  expect(await look(id)).toMatchObject({ state: 'checked' })
  await expect(
    xie.do(register.setLimit, { role: 'grid_worker', kind: 'files', most: 5, version: 0 }),
  ).rejects.toMatchObject({ entry: { code: 'door.missing' } })
  await set(1000, 1)
  await once()
})
