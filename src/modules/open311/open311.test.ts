// Stories of another system at the door: it asks what there is, sends a matter, follows it, and is told clearly what it did wrong.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { matter } from '#modules/matter/contract.ts'
import { jpeg, openStreet, type Street, setClock } from '#test/street.ts'
import { openWeb, type TestWeb } from '#test/web.ts'
import { readXml, textsOf } from '#test/xml.ts'

const V2 = '/open311/v2'
const KIND = '0305'

let street: Street
let web: TestWeb
let grid: { id: string; lon: number; lat: number }
beforeAll(async () => {
  street = await openStreet()
  web = openWeb(street.opened)
  grid = (
    await street.owner.query(`select id, lon, lat from area where tenant_id = $1 and name = '第12网格'`, [
      street.tenant,
    ])
  ).rows[0]
})
beforeEach(() => setClock('2026-11-18', '09:06'))
afterAll(() => street.close())

type Row = Record<string, string | number | null>
const get = (at: string, init?: RequestInit) => web.ask(V2 + at, init)
const rows = async (at: string): Promise<Row[]> => {
  const response = await get(at)
  expect(response.status, await response.clone().text()).toBe(200)
  return (await response.json()) as Row[]
}
const form = (fields: Record<string, string> | [string, string][]) => new URLSearchParams(fields)
const post = (fields: Record<string, string> | FormData, format = 'json', headers: Record<string, string> = {}) =>
  get(`/requests.${format}`, {
    method: 'POST',
    headers,
    body: fields instanceof FormData ? fields : form(fields),
  })
const here = () => ({ api_key: 'demo', service_code: KIND, lat: String(grid.lat), long: String(grid.lon) })
const sent = async (fields: Record<string, string> = {}): Promise<string> => {
  const response = await post({ ...here(), description: '夜里施工，吵得睡不着', ...fields })
  expect(response.status, await response.clone().text()).toBe(200)
  const [row] = (await response.json()) as Row[]
  return String(row!.service_request_id)
}
/** The status, our code and the words of a refusal, in the form asked for. */
const refused = async (response: Response) => {
  const [error] = (await response.json()) as { code: number; description: string; linli_code: string }[]
  expect(error!.code).toBe(response.status)
  expect(response.headers.get('linli-code')).toBe(error!.linli_code)
  return [response.status, error!.linli_code, error!.description] as const
}

test('what can be reported: public kinds alone, in both forms and both languages', async () => {
  const services = await rows('/services.json')
  const { rows: kinds } = await street.owner.query<{ code: string; public: boolean; zh: string; en: string }>(
    'select code, public, zh, en from matter_kind where tenant_id = $1 order by code',
    [street.tenant],
  )
  expect(services.map((one) => one.service_code)).toEqual(kinds.filter((one) => one.public).map((one) => one.code))
  expect(kinds.some((one) => !one.public)).toBe(true)
  expect(services[0]).toMatchObject({ type: 'realtime', metadata: true })
  const xml = await get('/services.xml?lang=en')
  expect(xml.headers.get('content-type')).toBe('text/xml; charset=utf-8')
  const root = readXml(await xml.text())
  expect(root.name).toBe('services')
  expect(root.inside.map((one) => one.name)).toEqual(services.map(() => 'service'))
  expect(textsOf(root.inside[0]!).service_name).toBe(kinds.find((one) => one.public)!.en)
})

test('what is asked for one: lists with keys and names; a kind that is not public is not there', async () => {
  const definition = (await (await get(`/services/${KIND}.json`)).json()) as { attributes: Row[] }
  expect(definition.attributes.map((one) => [one.code, one.datatype, one.required])).toEqual([
    ['SPOT', 'string', false],
    ['LASTS', 'singlevaluelist', false],
    ['HINDERS', 'multivaluelist', false],
    ['SINCE', 'datetime', false],
  ])
  const root = readXml(await (await get(`/services/${KIND}.xml`)).text())
  expect(root.name).toBe('service_definition')
  const values = root.inside[1]!.inside[1]!.inside.find((one) => one.name === 'values')!
  expect(values.inside.map((one) => [one.name, textsOf(one).key])).toContainEqual(['value', 'always'])
  for (const code of ['0304', '9', 'x'.repeat(200)])
    expect((await refused(await get(`/services/${code}.json`))).slice(0, 2)).toEqual([404, 'open311.noService'])
})

test('a matter is sent, found at once, routed, handled and closed; the public sees kind, place and state', async () => {
  const response = await post({
    ...here(),
    description: '13号楼旁边工地夜里施工，王大妈睡不着',
    first_name: '美兰',
    last_name: '孙',
    phone: '+86 138-0000-1234',
    email: 'sun@example.org',
    'attribute[SPOT]': '北门外',
    'attribute[LASTS]': 'sometimes',
  })
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
  const [made] = (await response.json()) as Row[]
  expect(made).toMatchObject({
    account_id: null,
    service_notice: expect.stringContaining('最迟 11-18 09:36 前有人接单'),
  })
  const no = String(made!.service_request_id)
  expect(no).toMatch(/^LL-2026-\d{5}$/)
  expect((await rows('/requests.json'))[0]!.service_request_id).toBe(no)

  const xiaolan = street.as('zhouxiaolan')
  const { matters } = await xiaolan.do(matter.list, { view: 'mine' })
  const mine = matters.find((one) => one.no === no)!
  expect(mine.way).toBe('system')
  const whole = await xiaolan.do(matter.get, { id: mine.id })
  expect(whole.words).toBe('13号楼旁边工地夜里施工，王大妈睡不着\n现在怎样：时有时无')
  expect(whole).toMatchObject({ lon: grid.lon, lat: grid.lat, reporter: { name: '孙**', phone: '138****1234' } })
  expect(whole.address).toContain('北门外')

  const [shown] = await rows(`/requests/${no}.json`)
  expect(shown).toMatchObject({
    ...{ status: 'open', status_notes: '待接单', service_code: KIND, agency_responsible: '清荷社区' },
    ...{ requested_datetime: '2026-11-18T01:06:00Z', updated_datetime: '2026-11-18T01:06:00Z' },
    ...{ expected_datetime: null, zipcode: null, media_url: null, address_id: grid.id },
  })
  expect(String(shown!.address).split('，')[0]).toBe('第12网格')

  setClock('2026-11-18', '09:20')
  await xiaolan.do(matter.take, { id: mine.id })
  setClock('2026-11-18', '09:40')
  await xiaolan.do(matter.note, { id: mine.id, words: '已联系工地负责人' })
  const [taken] = await rows(`/requests/${no}.json`)
  expect(taken).toMatchObject({ status: 'open', status_notes: '办理中', updated_datetime: '2026-11-18T01:20:00Z' })
  expect(taken!.expected_datetime).toMatch(/^2026-11-\d\dT\d\d:\d\d:00Z$/)
  await xiaolan.do(matter.answer, { id: mine.id, said: '请再忍一晚', via: 'phone' })
  setClock('2026-11-18', '11:00')
  const proof = await street.photo()
  const done = { id: mine.id, result: 'solved' as const, done: '工地已停工', photos: proof.ids }
  await xiaolan.do(matter.finish, done, { uploads: proof.uploads })
  setClock('2026-11-18', '11:30')
  await street.as('chenjing').do(matter.verify, { id: mine.id, reply: '工地夜里已经停工。' })
  const closed = textsOf(readXml(await (await get(`/requests/${no}.xml?lang=en`)).text()).inside[0]!)
  expect(closed).toMatchObject({ status: 'closed', status_notes: 'Replied', updated_datetime: '2026-11-18T03:30:00Z' })

  const updates = await rows(`/servicerequestupdates.json?service_request_id=${no}`)
  expect(updates.map((one) => [one.status, one.updated_datetime, one.description])).toEqual([
    ['open', '2026-11-18T01:06:00Z', '已收到，等待接单。'],
    ['open', '2026-11-18T01:20:00Z', '正在办理。'],
    ['open', '2026-11-18T03:00:00Z', '已经处理，等待核查。'],
    ['closed', '2026-11-18T03:30:00Z', '已核查并答复。'],
  ])
  const root = readXml(
    await (
      await get(`/servicerequestupdates.xml?start_date=2026-11-18T03:00:00Z&end_date=2026-11-18T03:00:00Z`)
    ).text(),
  )
  expect([root.name, ...root.inside.map((one) => [one.name, textsOf(one).service_request_id])]).toEqual([
    'service_request_updates',
    ['request_update', no],
  ])
})

test('photos come along by multipart, are drawn anew, and are shown to nobody outside', async () => {
  const body = new FormData()
  for (const [name, value] of Object.entries({ ...here(), description: '路面塌了一块' })) body.set(name, value)
  body.append('attribute[HINDERS][]', 'walking')
  body.append('attribute[HINDERS][]', 'cars')
  body.append('media[]', new Blob([new Uint8Array(await jpeg())], { type: 'image/jpeg' }), 'a.jpg')
  body.append('media[]', new Blob([new Uint8Array(await jpeg())], { type: 'image/jpeg' }), 'b.jpg')
  const response = await post(body, 'xml')
  const [request] = readXml(await response.text()).inside
  const no = textsOf(request!).service_request_id
  const { rows: kept } = await street.owner.query(
    `select m.words, m.photos, count(f.id)::int as files, bool_and(f.mime = 'image/jpeg') as drawn from matter m join file f on f.subject_id = m.id
     where m.no = $1 and m.tenant_id = $2 group by m.words, m.photos`,
    [no, street.tenant],
  )
  expect(kept).toEqual([{ words: '路面塌了一块\n影响到谁：走路的人、车辆', photos: 2, files: 2, drawn: true }])
  expect((await rows(`/requests/${no}.json`))[0]!.media_url).toBeNull()

  body.set('media', new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>']), 'x.svg')
  expect((await refused(await post(body))).slice(0, 2)).toEqual([400, 'photo.svg'])
  const many = new FormData()
  for (const [name, value] of Object.entries(here())) many.set(name, value)
  for (let at = 0; at < 10; at++) many.append('media', new Blob(['x']), `${at}.jpg`)
  expect((await refused(await post(many))).slice(0, 2)).toEqual([400, 'photo.tooMany'])
})

test('a place is named by position, by words or by id; the public sees a building with many homes, or the grid', async () => {
  const { rows: places } = await street.owner.query<{
    id: string
    kind: string
    name: string
    area_id: string
    lon: number
    lat: number
  }>(
    `select p.id, p.kind, p.name, p.area_id, p.lon, p.lat from place p where p.tenant_id = $1 and (p.name = '第12网格公告栏' or p.name = '清荷苑3号楼2单元')`,
    [street.tenant],
  )
  const { rows: buildings } = await street.owner.query<{
    id: string
    lon: number
    lat: number
    area_pos: number
    area_end: number
  }>(
    `select id, lon, lat, area_pos, area_end from area where tenant_id = $1 and level = 'building' and name = '清荷苑3号楼'`,
    [street.tenant],
  )
  const building = buildings[0]!
  const [door, board] = [places.find((one) => one.kind === 'door')!, places.find((one) => one.kind === 'open')!]
  const { lat: _, long: __, ...nowhere } = here()
  const at = async (fields: Record<string, string>) => {
    const response = await post({ ...nowhere, description: '施工太吵', ...fields })
    const [made] = (await response.json()) as Row[]
    return (await rows(`/requests/${made!.service_request_id}.json`))[0]!
  }
  for (const fields of [
    { address_string: '清荷苑3号楼2单元一层' },
    { address_string: '邻里街道清荷社区 清荷苑3号楼' },
    { address_id: building.id },
    { address_id: door.id },
    { address_id: door.area_id },
  ] as Record<string, string>[])
    expect(await at(fields), JSON.stringify(fields)).toMatchObject({
      ...{ address_id: building.id, lat: building.lat, long: building.lon },
      address: expect.stringMatching(/^清荷苑3号楼，第12网格，/),
    })
  expect(await at({ address_id: board.id })).toMatchObject({ address_id: board.id, lat: board.lat, long: board.lon })
  // Ten metres from anywhere in the grid is still the grid.
  expect(await at({ lat: String(grid.lat + 0.0001), long: String(grid.lon) })).toMatchObject({
    ...{ address_id: grid.id, lat: grid.lat, long: grid.lon },
  })
  // Of a house for a few nothing is said but the grid it stands in: by the homes that are registered, or by its floors.
  const { rows: homes } = await street.owner.query<{ id: string }>(
    `select id from area where tenant_id = $1 and level = 'home' and area_pos between $2 and $3 order by area_pos`,
    [street.tenant, building.area_pos, building.area_end],
  )
  const leave = async (kept: number, floors: number) => {
    const ended = homes.slice(kept).map(({ id }) => id)
    await street.owner.query(
      `update area set valid_to = '2026-01-01' where tenant_id = $1 and id = any ($2::uuid[]) and valid_to is null`,
      [street.tenant, ended],
    )
    await street.owner.query('update area set floors = $3 where tenant_id = $1 and id = $2', [
      street.tenant,
      building.id,
      floors,
    ])
  }
  const shownFor = async (kept: number, floors: number) => {
    await leave(kept, floors)
    return (await at({ address_id: door.id })).address_id
  }
  expect(await shownFor(10, 1)).toBe(building.id)
  expect(await shownFor(9, 20)).toBe(grid.id)
  expect(await shownFor(0, 20)).toBe(building.id)
  expect(await shownFor(0, 2)).toBe(grid.id)

  for (const [fields, code] of [
    [{}, 'open311.noPlace'],
    [{ lat: '34.1' }, 'open311.noPlace'],
    [{ lat: 'here', long: '115' }, 'open311.wrongValue'],
    [{ lat: '37.76', long: '-122.42' }, 'door.invalid'],
    [{ lat: '40.1', long: '116.3' }, 'matter.noGridThere'],
    [{ address_string: '第五大道' }, 'open311.unknownAddress'],
    [{ address_id: 'nowhere' }, 'open311.unknownAddress'],
  ] as [Record<string, string>, string][])
    expect((await refused(await post({ ...nowhere, ...fields }))).slice(0, 2), code).toEqual([400, code])
})

test('a number nobody can call is not kept, and the answer says so; nothing else is asked of a sender', async () => {
  const response = await post({ ...here(), phone: '111111111', media_url: 'https://example.org/a.jpg', device_id: 't' })
  const [made] = (await response.json()) as Row[]
  expect(made!.service_notice).toContain('没有保存')
  const { rows: kept } = await street.owner.query('select words, reporter_phone from matter where no = $1', [
    made!.service_request_id,
  ])
  expect(kept[0].reporter_phone).toBeNull()
  expect(kept[0].words).toContain('图片（在别处）：https://example.org/a.jpg')
})

test('the same command sent twice is one matter', async () => {
  const fields = { ...here(), description: '施工太吵，第二回' }
  const twice = [await post(fields, 'json', { 'idempotency-key': 'open311-once-1' })]
  twice.push(await post(fields, 'json', { 'idempotency-key': 'open311-once-1' }))
  const nos = await Promise.all(twice.map(async (one) => ((await one.json()) as Row[])[0]!.service_request_id))
  expect(nos[0]).toBe(nos[1])
  const other = await post({ ...fields, description: '别的话' }, 'json', { 'idempotency-key': 'open311-once-1' })
  expect((await refused(other)).slice(0, 2)).toEqual([400, 'door.keyReused'])
})

test('a number is its own token', async () => {
  const no = await sent()
  expect(await rows(`/tokens/${no}.json`)).toEqual([{ service_request_id: no, token: no }])
})

test('each district has its own list; without a name it is the first', async () => {
  const no = await sent()
  expect((await rows(`/requests.json?jurisdiction_id=990101&service_request_id=${no}`)).length).toBe(1)
  expect((await rows(`/requests.json?jurisdiction_id=990201&service_request_id=${no}`)).length).toBe(0)
  expect((await get(`/requests/${no}.json?jurisdiction_id=990201`)).status).toBe(404)
})

test('discovery names both forms and what is more, in the form that was asked for', async () => {
  const json = await web.ask('/open311/discovery.json')
  expect(json.headers.get('content-type')).toBe('application/json')
  const told = (await json.json()) as { changeset: string; contact: string; key_service: string; endpoints: Row[] }
  expect(told.endpoints[0]).toMatchObject({
    specification: 'http://wiki.open311.org/GeoReport_v2',
    url: 'http://localhost:7080/open311/v2',
    type: 'test',
    formats: ['text/xml', 'application/json'],
  })
  expect(told.key_service).toContain('990101 邻里区')
  const xml = await web.ask('/open311/discovery.xml')
  expect(xml.headers.get('content-type')).toBe('text/xml')
  const root = readXml(await xml.text())
  expect(root.inside.map((one) => one.name)).toEqual(['changeset', 'contact', 'key_service', 'endpoints'])
  for (const at of ['/open311', '/open311/', '/open311/v2', '/open311/v2/discovery.xml', '/open311/discovery'])
    expect(readXml(await (await web.ask(at)).text()).name, at).toBe('discovery')
  expect(
    (await web.ask('/open311/discovery', { headers: { accept: 'application/json' } })).headers.get('content-type'),
  ).toMatch(/json/)
})

test('pages of any origin may read what is public; cookies of ours count for nothing', async () => {
  const response = await get('/requests.json', { headers: { origin: 'https://elsewhere.example', cookie: 'linli=x' } })
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(response.headers.get('access-control-allow-credentials')).toBeNull()
  expect((await get('/requests.json', { method: 'OPTIONS' })).status).toBe(204)
})
