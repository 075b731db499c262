// GeoReport v2, read as a table: every answer has the fields that the specification names, in both forms, with values of their kinds.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clock } from '#kernel/clock.ts'
import { openStreet, type Street, setClock } from '#test/street.ts'
import { openWeb, type TestWeb } from '#test/web.ts'
import { type Element, readXml } from '#test/xml.ts'
import { grow } from './crowd.ts'

const V2 = '/open311/v2'
let street: Street
let web: TestWeb
let no: string
let lat: string
let long: string
beforeAll(async () => {
  street = await openStreet()
  web = openWeb(street.opened)
  setClock('2026-11-18', '12:00')
  await grow(street, 60, { until: clock.now(), days: 60, first: 800_000 })
  const { rows } = await street.owner.query<{ lon: number; lat: number }>(
    `select lon, lat from area where tenant_id = $1 and name = '第12网格'`,
    [street.tenant],
  )
  lat = String(rows[0]!.lat)
  long = String(rows[0]!.lon)
  const [made] = (await (await post('json')).json()) as { service_request_id: string }[]
  no = made!.service_request_id
})
afterAll(() => street.close())

const post = (format: string) =>
  web.ask(`${V2}/requests.${format}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    body: new URLSearchParams({ api_key: 'demo', service_code: '0305', lat, long, description: '太吵' }).toString(),
  })

const W3C = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/
type Kind = 'text' | 'text?' | 'time' | 'time?' | 'number' | 'flag' | 'order' | 'none' | 'list' | readonly string[]
type Fields = Readonly<Record<string, Kind>>

const fits = (kind: Kind, value: unknown): boolean => {
  if (Array.isArray(kind)) return kind.includes(value as string)
  switch (kind) {
    case 'text':
      return typeof value === 'string' && value.length > 0
    case 'text?':
      return value === null || typeof value === 'string'
    case 'time':
      return typeof value === 'string' && W3C.test(value)
    case 'time?':
      return value === null || (typeof value === 'string' && W3C.test(value))
    case 'number':
      return typeof value === 'number' && Math.abs(value) <= 180
    case 'order':
      return Number.isInteger(value) && (value as number) > 0
    case 'flag':
      return typeof value === 'boolean'
    case 'none':
      return value === null
    case 'list':
      return Array.isArray(value)
    default:
      return false
  }
}
/** The same of XML, where everything is text and nothing is an empty element. */
const fitsText = (kind: Kind, text: string): boolean => {
  if (kind === 'flag') return text === 'true' || text === 'false'
  if (kind === 'number' || kind === 'order') return text !== '' && fits(kind, Number(text))
  return fits(kind, text === '' && kind !== 'text' ? null : text)
}

const SERVICE: Fields = {
  ...{ service_code: 'text', service_name: 'text', description: 'text?', metadata: 'flag' },
  ...{ type: ['realtime', 'batch', 'blackbox'], keywords: 'text?', group: 'text' },
}
const ATTRIBUTE: Fields = {
  ...{
    variable: 'flag',
    code: 'text',
    required: 'flag',
    datatype_description: 'text?',
    order: 'order',
    description: 'text',
  },
  datatype: ['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist'],
}
const REQUEST: Fields = {
  ...{ service_request_id: 'text', status: ['open', 'closed'], status_notes: 'text?', service_name: 'text' },
  ...{ service_code: 'text', description: 'text?', agency_responsible: 'text?', service_notice: 'text?' },
  ...{ requested_datetime: 'time', updated_datetime: 'time', expected_datetime: 'time?', address: 'text' },
  ...{ address_id: 'text?', zipcode: 'none', lat: 'number', long: 'number', media_url: 'none' },
}
const MADE: Fields = { service_request_id: 'text', service_notice: 'text?', account_id: 'none' }
const TOKEN: Fields = { service_request_id: 'text', token: 'text' }
const ERROR: Fields = { code: 'order', description: 'text', linli_code: 'text' }
const UPDATE: Fields = {
  ...{ update_id: 'text', service_request_id: 'text', status: ['open', 'closed'], updated_datetime: 'time' },
  ...{ description: 'text', media_url: 'none' },
}
const DISCOVERY: Fields = { changeset: 'time', contact: 'text', key_service: 'text', endpoints: 'list' }
const ENDPOINT: Fields = {
  ...{ specification: 'text', url: 'text', changeset: 'time', type: ['production', 'test'], formats: 'list' },
}

/** What of the fields is missing or of another kind. Fields beyond them are the sender's own business. */
const faults = (fields: Fields, row: Record<string, unknown>): string[] =>
  Object.entries(fields).flatMap(([name, kind]) =>
    name in row && fits(kind, row[name]) ? [] : [`${name}: ${JSON.stringify(row[name])}`],
  )
const faultsInXml = (fields: Fields, { inside }: Element): string[] =>
  Object.entries(fields).flatMap(([name, kind]) => {
    const [found, more] = inside.filter((one) => one.name === name)
    const fine = found && !more && (kind === 'list' ? found.inside.length > 0 : fitsText(kind, found.text))
    return fine ? [] : [`${name}: ${found?.text ?? 'none'}`]
  })

type Case = {
  readonly at: string
  readonly root: string
  readonly one: string
  readonly fields: Fields
  readonly made?: true
  readonly status?: number
}
const CASES: readonly Case[] = [
  { at: 'services', root: 'services', one: 'service', fields: SERVICE },
  { at: 'requests', root: 'service_requests', one: 'request', fields: REQUEST },
  { at: 'requests/NO', root: 'service_requests', one: 'request', fields: REQUEST },
  { at: 'requests', root: 'service_requests', one: 'request', fields: MADE, made: true },
  { at: 'tokens/NO', root: 'service_requests', one: 'request', fields: TOKEN },
  { at: 'servicerequestupdates', root: 'service_request_updates', one: 'request_update', fields: UPDATE },
  { at: 'requests/none', root: 'errors', one: 'error', fields: ERROR, status: 404 },
]

test.each(CASES)('$root at $at (made: $made) in both forms', async ({ at, root, one, fields, made, status = 200 }) => {
  const ask = (format: string) => (made ? post(format) : web.ask(`${V2}/${at.replace('NO', no)}.${format}`))
  const json = await ask('json')
  expect(json.status).toBe(status)
  expect(json.headers.get('content-type')).toBe('application/json; charset=utf-8')
  const list = (await json.json()) as Record<string, unknown>[]
  expect(Array.isArray(list)).toBe(true)
  expect(list.length).toBeGreaterThan(0)
  expect(list.flatMap((row) => faults(fields, row))).toEqual([])
  const xml = await ask('xml')
  expect(xml.status).toBe(status)
  expect(xml.headers.get('content-type')).toBe('text/xml; charset=utf-8')
  const read = readXml(await xml.text())
  expect(read.name).toBe(root)
  expect(new Set(read.inside.map((element) => element.name))).toEqual(new Set([one]))
  expect(read.inside.flatMap((element) => faultsInXml(fields, element))).toEqual([])
  if (!made) expect(read.inside).toHaveLength(list.length)
  if (at !== 'requests' || made) return
  // XML and JSON are one answer in two forms.
  expect(
    read.inside.map((element) => Object.fromEntries(element.inside.map(({ name, text }) => [name, text]))),
  ).toEqual(
    list.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value ?? '')]))),
  )
})

test('the definition of a service, and discovery', async () => {
  const definition = (await (await web.ask(`${V2}/services/0305.json`)).json()) as {
    service_code: string
    attributes: Record<string, unknown>[]
  }
  expect(definition.service_code).toBe('0305')
  expect(definition.attributes.flatMap((row) => faults(ATTRIBUTE, row))).toEqual([])
  expect(new Set(definition.attributes.map((row) => row.order)).size).toBe(definition.attributes.length)
  const lists = definition.attributes.filter((row) => String(row.datatype).endsWith('valuelist'))
  for (const { values } of lists)
    expect((values as Record<string, unknown>[]).flatMap((row) => faults({ key: 'text', name: 'text' }, row))).toEqual(
      [],
    )
  const read = readXml(await (await web.ask(`${V2}/services/0305.xml`)).text())
  expect(read.inside.map((one) => one.name)).toEqual(['service_code', 'attributes'])
  expect(read.inside[1]!.inside.flatMap((one) => faultsInXml(ATTRIBUTE, one))).toEqual([])

  const discovery = (await (await web.ask('/open311/discovery.json')).json()) as Record<string, unknown>
  expect(faults(DISCOVERY, discovery)).toEqual([])
  expect((discovery.endpoints as Record<string, unknown>[]).flatMap((row) => faults(ENDPOINT, row))).toEqual([])
  const document = readXml(await (await web.ask('/open311/discovery.xml')).text())
  expect(faultsInXml(DISCOVERY, document)).toEqual([])
  expect(document.inside.at(-1)!.inside.flatMap((one) => faultsInXml(ENDPOINT, one))).toEqual([])
})

test('it would be noticed: a field left out, a fraction of a second, a number as text', async () => {
  const [row] = (await (await web.ask(`${V2}/requests/${no}.json`)).json()) as Record<string, unknown>[]
  expect(faults(REQUEST, row!)).toEqual([])
  for (const name of Object.keys(REQUEST)) {
    const { [name]: _, ...without } = row!
    expect(faults(REQUEST, without), name).toHaveLength(1)
  }
  expect(faults(REQUEST, { ...row, requested_datetime: '2026-11-18T04:00:00.000Z' })).toHaveLength(1)
  expect(faults(REQUEST, { ...row, lat: String(row!.lat) })).toHaveLength(1)
  expect(() => readXml('<?xml version="1.0" encoding="utf-8"?>\n<a>&</a>')).toThrow()
})
