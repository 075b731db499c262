// Goal N2: lists that leave the house: a reason, a day's number, a second person, a file that dies, and who it was when one is found elsewhere.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { matter } from '#modules/matter/contract.ts'
import { register } from '#modules/register/contract.ts'
import { rowsOf } from '#test/archives.ts'
import { type Resident, settle } from '#test/register/residents.ts'
import { openStreet, type Street, setClock } from '#test/street.ts'

let street: Street
let people: Resident[]
let building: string
let community: string
beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '09:06')
  people = await settle(street, '清荷苑3号楼', 40, { each: 1 })
  await settle(street, '清荷苑2号楼', 95, { each: 2 })
  building = await street.areaId('清荷苑3号楼')
  const { rows } = await street.owner.query<{ id: string }>(
    `select c.id from area c join area b on b.tenant_id = c.tenant_id and b.area_pos between c.area_pos and c.area_end
     where c.level = 'community' and b.id = $1`,
    [building],
  )
  community = rows[0]!.id
})
afterAll(() => street.close())
beforeEach(async () => {
  setClock('2026-11-18', '09:06')
  for (const table of ['register_spent', 'disclosure', 'register_export'])
    await street.owner.query(`delete from ${table}`)
})

const MASKED = ['name', 'sex', 'phone', 'address', 'asOf'] as const
const list = (areaId: string, more: object = {}) => ({
  ...{
    areaId,
    class: 'registered' as const,
    columns: [...MASKED],
    format: 'xlsx' as const,
    reason: 'service' as const,
  },
  ...{ for: { kind: 'document' as const, no: '邻街办〔2026〕12 号' } },
  ...more,
})
const chen = () => street.as('chenjing')
const lin = () => street.as('linhuizhen')
const cells = async ({ bytes, name }: { bytes: Uint8Array; name: string }) =>
  (await rowsOf(Buffer.from(bytes), name)).map((row) => row.cells)

describe('lists of homes and of organisations', () => {
  const homes = (columns: string[], more: object = {}) =>
    chen().do(register.askExport, list(building, { class: 'home', columns, ...more }) as never)

  test('a list of homes alone costs no day; with how many live in each, all of them count', async () => {
    const plain = await homes(['address', 'use', 'let', 'asOf'])
    expect(plain).toMatchObject({ lines: 40, persons: 0, state: 'ready', inFull: false })
    const file = await chen().do(register.fetchExport, { id: plain.id })
    const [note, heading, ...rows] = await cells(file)
    expect(note![0]).toContain('共 40 行，涉及 0 人')
    expect(heading).toEqual(['住址', '用途', '出租', '登记日期'])
    expect(rows).toHaveLength(40)
    expect(rows[0]![0]).toMatch(/清荷苑3(号楼|栋|幢)/)
    // 40 and 190: above two hundred a second person is asked, however the lists are cut.
    expect(await homes(['address', 'people'])).toMatchObject({ lines: 40, persons: 40, state: 'ready' })
    const next = await homes(['address', 'people'], { areaId: await street.areaId('清荷苑2号楼') })
    expect(next).toMatchObject({ lines: 95, persons: 190, state: 'waiting' })
  })

  test('organisations leave with their contact masked, in the encodings of old systems, too', async () => {
    const contact = { contactName: '欧阳明珠', contactPhone: '13955550001' }
    const { id } = await chen().do(register.addOrganisation, {
      ...{ areaId: building, class: 'property', name: '=清荷物业,有限公司', ...contact },
    })
    const given = { class: 'property', columns: ['called', 'contactName', 'contactPhone'], format: 'csv-gb18030' }
    const asked = await chen().do(register.askExport, list(building, given) as never)
    expect(asked).toMatchObject({ lines: 1, persons: 1, state: 'ready' })
    const { bytes } = await chen().do(register.fetchExport, { id: asked.id })
    const text = new TextDecoder('gb18030').decode(bytes)
    expect(text).toMatch(/欧(\*\*|××|＊＊)/)
    expect(text).not.toMatch(/明珠|13955550001|(^|,)"?=/m)
    expect(text).toContain('清荷物业,有限公司')
    expect(await street.owner.query('select 1 from disclosure where purpose_id = $1', [asked.id])).toMatchObject({
      rowCount: 0,
    })
    await chen().do(register.endOrganisation, { id, version: 1, day: '2026-11-18' })
    await expect(chen().do(register.askExport, list(building, given) as never)).rejects.toMatchObject({
      message: 'register.exportEmpty',
    })
  })

  test('a register has its own columns alone, and who has moved in since is not taken along', async () => {
    for (const columns of [['fullName'], ['contactName'], ['phone', 'address']])
      await expect(homes(columns)).rejects.toMatchObject({ message: 'register.exportColumns' })
    const asked = await homes(['address', 'people'])
    await street.owner.query(
      `insert into person (tenant_id, id, class, home_id, grid_id, area_pos, name, source, as_of, made_at, changed_at)
       select tenant_id, gen_random_uuid(), class, home_id, grid_id, area_pos, name, 'test', as_of, made_at, made_at from person where id = $1`,
      [people[0]!.id],
    )
    await expect(chen().do(register.fetchExport, { id: asked.id })).rejects.toMatchObject({
      message: 'register.exportGrown',
    })
    await street.owner.query(`delete from person where tenant_id = $1 and source = 'test' and phone is null`, [
      street.tenant,
    ])
  })
})

test('陈静 takes a masked list of a building along: a note on top, a row for each person, nobody in full', async () => {
  const asked = await chen().do(register.askExport, list(building))
  expect(asked).toMatchObject({ persons: 40, state: 'ready', left: 3, can: ['fetchExport'], askedBy: '陈静' })
  expect(asked.no).toMatch(/^DC-2026-\d{5}$/)
  const file = await chen().do(register.fetchExport, { id: asked.id })
  expect(file.name).toBe(`${asked.no}.xlsx`)
  const [note, heading, ...rows] = await cells(file)
  expect(note![0]).toContain(`陈静 于 2026-11-18 09:06 导出 · 编号 ${asked.no} · 共 40 人`)
  expect(heading).toEqual(['姓名（打码）', '性别', '电话（打码）', '住址', '登记日期'])
  expect(rows).toHaveLength(40)
  const text = rows.flat().join('\n')
  for (const { phone, name } of people) expect(text.includes(phone) || text.includes(name)).toBe(false)
  expect((await street.owner.query('select 1 from disclosure')).rows).toEqual([])
})

test('names and phones in full, for few: each person is told, and his household counts as opened', async () => {
  const asked = await chen().do(
    register.askExport,
    list(building, { columns: ['fullName', 'fullPhone'], format: 'csv-gb18030' }),
  )
  expect(asked).toMatchObject({ inFull: true, state: 'ready' })
  const [, , ...rows] = await cells(await chen().do(register.fetchExport, { id: asked.id }))
  expect(rows.map(([name, phone]) => `${name} ${phone!.replaceAll(/[- ]/g, '')}`).sort()).toEqual(
    people.map(({ name, phone }) => `${name} ${phone}`).sort(),
  )
  const told = await street.owner.query('select person_id, way, purpose_id, fields from disclosure')
  expect(told.rows.map(({ person_id }) => person_id).sort()).toEqual(people.map(({ id }) => id).sort())
  expect(told.rows[0]).toMatchObject({ way: 'export', purpose_id: asked.id, fields: ['fullName', 'fullPhone'] })
  // Forty of her sixty households are spent: forty more want a second person.
  expect(await chen().do(register.askExport, list(building, { columns: ['fullPhone'] }))).toMatchObject({
    state: 'waiting',
  })
})

test('a file dies after three times and after a day', async () => {
  const { id } = await chen().do(register.askExport, list(building))
  const { id: other } = await chen().do(register.askExport, list(building))
  for (let time = 0; time < 3; time++) await chen().do(register.fetchExport, { id })
  await expect(chen().do(register.fetchExport, { id })).rejects.toMatchObject({ message: 'register.exportOver' })
  setClock('2026-11-19', '09:05')
  await chen().do(register.fetchExport, { id: other })
  setClock('2026-11-19', '09:07')
  await expect(chen().do(register.fetchExport, { id: other })).rejects.toMatchObject({ message: 'register.exportOver' })
})

test('over two hundred: waits for 林慧珍, who may decline; no colleague, no worker below and not 陈静 herself', async () => {
  const asked = await chen().do(register.askExport, list(community))
  expect(asked).toMatchObject({ state: 'waiting', can: [], until: null })
  expect(asked.persons).toBeGreaterThan(200)
  await expect(chen().do(register.fetchExport, { id: asked.id })).rejects.toMatchObject({
    message: 'register.exportWaiting',
  })
  const word = { id: asked.id, version: asked.version }
  for (const login of ['chenjing', 'zhouxiaolan', 'anxiaoya', 'panmingjian'])
    await expect(street.as(login).do(register.approveExport, word)).rejects.toMatchObject({ status: 403 })
  await expect(street.as('dinghongbo').do(register.approveExport, word)).rejects.toMatchObject({
    message: 'door.missing',
  })
  const { exports: before } = await lin().do(register.exports, {})
  expect(before.map(({ id, can }) => [id, can])).toEqual([[asked.id, ['approveExport', 'declineExport']]])
  expect(await lin().do(register.approveExport, word)).toMatchObject({ state: 'ready', decidedBy: '林慧珍' })
  await expect(lin().do(register.declineExport, { ...word, version: 2 })).rejects.toMatchObject({
    message: 'register.exportDecided',
  })
  expect(await cells(await chen().do(register.fetchExport, { id: asked.id }))).toHaveLength(asked.persons + 2)
  await expect(lin().do(register.fetchExport, { id: asked.id })).rejects.toMatchObject({ message: 'door.missing' })
  const second = await chen().do(register.askExport, list(building))
  expect(await lin().do(register.declineExport, { id: second.id, version: 1 })).toMatchObject({ state: 'declined' })
  await expect(chen().do(register.fetchExport, { id: second.id })).rejects.toMatchObject({
    message: 'register.exportWaiting',
  })
})

test('a head is not her own second person: the subdistrict’s leader or the privacy officer is', async () => {
  const asked = await lin().do(register.askExport, list(community))
  const word = { id: asked.id, version: 1 }
  await expect(lin().do(register.approveExport, word)).rejects.toMatchObject({ message: 'door.missing' })
  await expect(chen().do(register.approveExport, word)).rejects.toMatchObject({ message: 'door.forbidden' })
  expect(await street.as('xieanlan').do(register.approveExport, word)).toMatchObject({ state: 'ready' })
})

test('when more live there than were agreed to, it is asked for again', async () => {
  const asked = await chen().do(register.askExport, list(building))
  await street.owner.query('update register_export set persons = 39 where id = $1', [asked.id])
  await expect(chen().do(register.fetchExport, { id: asked.id })).rejects.toMatchObject({
    message: 'register.exportGrown',
  })
})

// Five hundred attempts to get more than one may have alone; whatever the way, one number counts them.
describe('five hundred attempts', () => {
  test('many small lists come to no more than one large one; no reason, foreign areas and matters, own word: nothing', async () => {
    let alone = 0
    for (let i = 0; i < 100; i++) {
      const asked = await chen().do(register.askExport, list(building, { format: i % 2 ? 'xlsx' : 'csv-utf8' }))
      if (asked.state === 'ready') alone += asked.persons
      else
        await expect(chen().do(register.approveExport, { id: asked.id, version: 1 })).rejects.toMatchObject({
          status: 403,
        })
    }
    expect(alone).toBeGreaterThan(0)
    expect(alone).toBeLessThanOrEqual(200)
    const foreign = await street.areaId('汀兰苑1号楼')
    const { id: theirs } = await street.stranger.do(matter.report, {
      code: await street.codeOf('汀兰苑1号楼1单元'),
      words: '楼道灯不亮',
    })
    const wrong: readonly (readonly [object, string])[] = [
      [list(foreign), 'door.missing'],
      [list(building, { for: { kind: 'matter', id: theirs } }), 'register.exportNoMatter'],
      [list(building, { for: { kind: 'matter', id: people[0]!.id } }), 'register.exportNoMatter'],
      [list(building, { for: { kind: 'document', no: ' ' } }), 'door.invalid'],
      [list(building, { for: undefined }), 'door.invalid'],
      [list(building, { reason: 'curious' }), 'door.invalid'],
      [list(building, { columns: ['number'] }), 'door.invalid'],
    ]
    for (let i = 0; i < 300; i++) {
      const [input, message] = wrong[i % wrong.length]!
      await expect(chen().do(register.askExport, input as never)).rejects.toMatchObject({ message })
    }
  })

  test('the day’s number is what stops: with nothing counted, the hundred small lists would all be handed out', async () => {
    for (let i = 0; i < 8; i++) {
      await street.owner.query('delete from register_spent')
      expect((await chen().do(register.askExport, list(building))).state).toBe('ready')
    }
  })

  test('who leads exports masked lists alone; who keeps the house none', async () => {
    const full = list(building, { columns: ['fullName'] })
    await expect(street.as('hemingyuan').do(register.askExport, full)).rejects.toMatchObject({
      message: 'register.exportNotFull',
    })
    for (const login of ['panmingjian', 'xieanlan', 'yangzhixing'])
      await expect(street.as(login).do(register.askExport, list(building))).rejects.toMatchObject({
        message: 'door.forbidden',
      })
  })
})

test('a piece of a list found elsewhere: the privacy officer learns which export it was, others may not ask', async () => {
  const asked = await chen().do(register.askExport, list(building, { format: 'csv-utf8' }))
  const file = await chen().do(register.fetchExport, { id: asked.id })
  const other = await chen().do(register.askExport, list(building))
  await chen().do(register.fetchExport, { id: other.id })
  const [, , ...rows] = await cells(file)
  const piece = rows
    .slice(4, 34)
    .reverse()
    .flatMap((row) => [row[3]!, row[2]!])
  const officer = street.as('xieanlan')
  const traced = await officer.do(register.traceExport, { cells: piece })
  expect(traced.found).toMatchObject({ id: asked.id, askedBy: '陈静' })
  expect(traced.matching).toBe(traced.marked)
  expect(traced.odds).toBeGreaterThanOrEqual(6)
  expect(traced.byChance).toBeLessThan(traced.marked / 2)
  const { rows: noted } = await street.owner.query(
    `select subject_id as found, input::text as input from journal where operation = 'register.traceExport' and tenant_id = $1`,
    [street.tenant],
  )
  expect(noted.map(({ found }) => found)).toEqual([asked.id])
  expect(noted[0].input).not.toContain(piece[0])
  expect(
    (
      await officer.do(register.traceExport, {
        cells: piece.map((cell) => cell.replaceAll(/[- ]/g, '').replace(/栋|幢/, '号楼')),
      })
    ).found,
  ).toBe(null)
  await expect(chen().do(register.traceExport, { cells: piece })).rejects.toMatchObject({ status: 403 })
})

test('forty households a day in full, list by list and alone, stand out on the third day', async () => {
  const { looks: before } = await street.as('xieanlan').do(register.looks, {})
  expect(before).toEqual([])
  for (const day of ['2026-11-18', '2026-11-19', '2026-11-20']) {
    setClock(day, '10:00')
    const asked = await chen().do(register.askExport, list(building, { columns: ['fullName'] }))
    expect(asked).toMatchObject({ state: 'ready' })
    await chen().do(register.fetchExport, { id: asked.id })
  }
  const { looks } = await street.as('xieanlan').do(register.looks, {})
  expect(looks).toMatchObject([{ name: '陈静', reasons: ['many'] }])
  expect(looks[0]!.days.map(({ households, beyond }) => [households, beyond])).toEqual(Array(3).fill([40, 0]))
})

test('a matter that asks for it stands beside the list', async () => {
  const { id } = await street.stranger.do(matter.report, {
    code: await street.codeOf('清荷苑3号楼2单元'),
    words: '停水通知',
  })
  const asked = await chen().do(register.askExport, list(building, { for: { kind: 'matter', id } }))
  expect(asked).toMatchObject({ matterId: id, documentNo: '' })
})
