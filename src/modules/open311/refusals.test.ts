// What is refused at the door, and how it is said: keys, places, values, addresses that are not there.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openStreet, type Street, setClock } from '#test/street.ts'
import { openWeb, type TestWeb } from '#test/web.ts'
import { readXml, textsOf } from '#test/xml.ts'
import { open311 } from './contract.ts'

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

const get = (at: string, init?: RequestInit) => web.ask(V2 + at, init)
const form = (fields: Record<string, string> | [string, string][]) => new URLSearchParams(fields)
const post = (fields: Record<string, string> | FormData, format = 'json', headers: Record<string, string> = {}) =>
  get(`/requests.${format}`, {
    method: 'POST',
    headers,
    body: fields instanceof FormData ? fields : form(fields),
  })
const here = () => ({ api_key: 'demo', service_code: KIND, lat: String(grid.lat), long: String(grid.lon) })
/** The status, our code and the words of a refusal, in the form asked for. */
const refused = async (response: Response) => {
  const [error] = (await response.json()) as { code: number; description: string; linli_code: string }[]
  expect(error!.code).toBe(response.status)
  expect(response.headers.get('linli-code')).toBe(error!.linli_code)
  return [response.status, error!.linli_code, error!.description] as const
}

test('faults of the sender are told in the form he asked for: 403 for keys, 404 for what is not there, 400 for the rest', async () => {
  const wrong: [Record<string, string>, number, string][] = [
    [{ api_key: '' }, 403, 'open311.noKey'],
    [{ api_key: 'no-such-key' }, 403, 'open311.noKey'],
    [{ api_key: 'x'.repeat(2_000) }, 403, 'open311.noKey'],
    [{ service_code: '' }, 400, 'open311.noServiceGiven'],
    [{ service_code: '0304' }, 404, 'open311.noService'],
    [{ service_code: 'nope' }, 404, 'open311.noService'],
    [{ jurisdiction_id: 'city.gov' }, 404, 'open311.noJurisdiction'],
    [{ jurisdiction_id: '990201' }, 403, 'open311.otherDistrict'],
    [{ description: 'x'.repeat(4_001) }, 400, 'open311.tooLong'],
    [{ description: '\u0007\u0007\u0007' }, 400, 'door.invalid'],
    [{ media_url: 'javascript:alert(1)' }, 400, 'door.invalid'],
    [{ 'attribute[NOPE]': 'x' }, 400, 'open311.noAttribute'],
    [{ 'attribute[LASTS]': 'forever' }, 400, 'open311.wrongValue'],
    [{ 'attribute[SINCE]': 'yesterday' }, 400, 'open311.wrongTime'],
    [{ 'attribute[': 'x' }, 400, 'open311.wrongValue'],
  ]
  for (const [fields, status, code] of wrong) {
    const all = { ...here(), description: '施工太吵', ...fields }
    const [gotStatus, gotCode, zh] = await refused(await post(all))
    expect([gotStatus, gotCode], JSON.stringify(fields).slice(0, 80)).toEqual([status, code])
    expect(zh).toMatch(/\p{Script=Han}/u)
    const root = readXml(await (await post(all, 'xml', { 'accept-language': 'en' })).text())
    expect([root.name, root.inside[0]!.name, textsOf(root.inside[0]!).code]).toEqual([
      'errors',
      'error',
      String(status),
    ])
    expect(textsOf(root.inside[0]!).description).not.toMatch(/\p{Script=Han}/u)
  }
  const json = await get('/requests.json', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  expect((await refused(json)).slice(0, 2)).toEqual([400, 'open311.wrongBody'])
  for (const [at, method, status] of [
    ['/requests.json', 'DELETE', 400],
    ['/services.json', 'POST', 400],
    ['/nothing.json', 'GET', 404],
    ['/requests/LL-2026-99999.json', 'GET', 404],
    ['/requests/%E0%A4%A.json', 'GET', 404],
    ['/tokens/abc.json', 'GET', 404],
    ['/requests.json?status=new', 'GET', 400],
    ['/requests.json?start_date=May', 'GET', 400],
    ['/requests.json?start_date=2026-02-30', 'GET', 400],
    ['/requests.json?start_date=2026-01-01&end_date=2026-06-01', 'GET', 400],
    ['/requests.json?start_date=2026-06-01&end_date=2026-05-01', 'GET', 400],
    ['/requests.json?page=0', 'GET', 400],
    ['/requests.json?page_size=1001', 'GET', 400],
    ['/requests.json?page=99999', 'GET', 400],
    ['/requests.json?jurisdiction_id=city.gov', 'GET', 404],
    ['/services.json?jurisdiction_id=city.gov', 'GET', 404],
  ] as const)
    expect((await refused(await get(at, { method })))[0], `${method} ${at}`).toBe(status)
  expect(web.log).toEqual([])
})

test('a key counts from when it is given until it is over or taken back, for its own district', async () => {
  await street.linli.do(open311.addDemoKey, {})
  const { rows: admins } = await street.owner.query<{ login: string }>(
    `select login from account where login = 'chengyizhou'`,
  )
  const admin = street.as(admins[0]!.login)
  setClock('2026-11-18', '10:00')
  const given = await admin.do(open311.addKey, { owner: '市热线小程序', contact: '0370-1234567', days: 2 })
  const fields = { ...here(), api_key: given.key, description: '施工太吵' }
  expect((await post(fields)).status).toBe(200)
  const { keys, jurisdiction, url } = await admin.do(open311.keys, {})
  expect(jurisdiction).toBe('990101')
  expect(url).toBe('http://localhost:7080/open311/v2')
  expect(keys.find((one) => one.id === given.id)).toMatchObject({ owner: '市热线小程序', endedAt: null, demo: false })
  expect(JSON.stringify(keys)).not.toContain(given.key)
  setClock('2026-11-20', '10:01')
  expect((await refused(await post(fields))).slice(0, 2)).toEqual([403, 'open311.noKey'])
  setClock('2026-11-18', '10:05')
  await admin.do(open311.endKey, { id: given.id })
  expect((await refused(await post(fields))).slice(0, 2)).toEqual([403, 'open311.noKey'])
  await expect(street.as('chenjing').do(open311.keys, {})).rejects.toMatchObject({ message: 'door.forbidden' })
  const { rows: traces } = await street.owner.query(
    `select count(*)::int as n from journal where input::text like $1 or subject_kind = 'open311' and input::text like '%demo%'`,
    [`%${given.key}%`],
  )
  expect(traces[0].n).toBe(0)
})

test('in production the demo key counts for nothing', async () => {
  const settings = { ...street.house.settings, env: 'production' as const }
  const production = openWeb({ ...street.opened, house: { ...street.house, settings } })
  const response = await production.ask(`${V2}/requests.json`, { method: 'POST', body: form(here()) })
  expect((await refused(response)).slice(0, 2)).toEqual([403, 'open311.noKey'])
})
