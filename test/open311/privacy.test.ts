// Of hundreds of matters in every state no name, phone, word, reply, address as written, exact point or receipt leaves by this door, whatever is asked.
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { clock } from '#kernel/clock.ts'
import type { AnyOperation } from '#kernel/operation.ts'
import { operations } from '#modules/index.ts'
import { openStreet, type Street, setClock } from '#test/street.ts'
import { openWeb, type TestWeb } from '#test/web.ts'
import { CANARY, type Grown, grow, phonesFrom } from './crowd.ts'

vi.setConfig({ testTimeout: 240_000 })

const V2 = '/open311/v2'
let street: Street
let web: TestWeb
let grown: Grown[]
/** Besides what was planted: who sent by this very door, and the keys of those who may look. */
const SENT = { first_name: '婉秋', last_name: '上官', phone: '13987650321', email: 'wanqiu@example.org' }
const PHONES = phonesFrom(100_000)
let receipts: string[]
const sentNos: string[] = []

beforeAll(async () => {
  street = await openStreet()
  web = openWeb(street.opened)
  setClock('2026-11-18', '12:00')
  grown = await grow(street, 320, { until: clock.now(), days: 80, first: 100_000 })
  const { rows } = await street.owner.query<{ lon: number; lat: number }>(
    `select lon, lat from area where tenant_id = $1 and name = '第12网格'`,
    [street.tenant],
  )
  for (let at = 0; at < 5; at++) {
    const fields = { ...SENT, lat: String(rows[0]!.lat), long: String(rows[0]!.lon), device_id: `${CANARY}机${at}` }
    const response = await web.ask(`${V2}/requests.json`, {
      method: 'POST',
      body: new URLSearchParams({
        ...fields,
        api_key: 'demo',
        service_code: '0305',
        description: `${CANARY}叫得厉害`,
        'attribute[SPOT]': `${CANARY}窗前`,
      }),
    })
    const [made] = (await response.json()) as { service_request_id: string }[]
    sentNos.push(made!.service_request_id)
  }
  const code = await street.codeOf('清荷苑3号楼2单元')
  const told = await web.post('matter.report', { code, words: `${CANARY}在楼道里`, kind: '0305' })
  receipts = [((await told.json()) as { receipt: string }).receipt]
})
afterAll(() => street.close())

const canaries = () => [
  CANARY,
  // As many figures as no random number spells: five of them stood in one.
  PHONES,
  SENT.phone,
  '上官',
  '婉秋',
  'wanqiu',
  '115.60000001',
  '34.40000001',
  ...receipts,
  '/r/',
  '/api/matter',
]

/** Everything that can be asked for, in both forms and languages; each answer with its headers. */
async function everything(at: TestWeb): Promise<string[]> {
  const texts: string[] = []
  const ask = async (path: string) => {
    const response = await at.ask(path)
    texts.push(`${[...response.headers].join('\n')}\n${await response.text()}`)
  }
  const visible = grown.filter((one) => one.public).slice(0, 3)
  const hidden = grown.filter((one) => !one.public).slice(0, 3)
  for (const format of ['json', 'xml'])
    for (const lang of ['zh', 'en']) {
      for (const page of [1, 2]) await ask(`${V2}/requests.${format}?lang=${lang}&page=${page}&page_size=200`)
      await ask(`${V2}/requests.${format}?lang=${lang}&updated_after=2026-08-01&extensions=true`)
      for (const page of [1, 2]) await ask(`${V2}/servicerequestupdates.${format}?lang=${lang}&page=${page}`)
      await ask(`${V2}/services.${format}?lang=${lang}`)
      await ask(`${V2}/services/0305.${format}?lang=${lang}`)
      await ask(`/open311/discovery.${format}?lang=${lang}`)
      for (const { no } of [...visible, ...hidden]) await ask(`${V2}/requests/${no}.${format}?lang=${lang}`)
      for (const no of sentNos) await ask(`${V2}/requests/${no}.${format}?lang=${lang}`)
      for (const { no } of visible.slice(0, 3)) await ask(`${V2}/tokens/${no}.${format}?lang=${lang}`)
    }
  return texts
}

const leaked = (texts: readonly string[]) => canaries().filter((one) => texts.some((text) => text.includes(one)))

test('nothing of a person leaves, in any answer', async () => {
  const texts = await everything(web)
  expect(texts.join('').length).toBeGreaterThan(400_000)
  expect(leaked(texts)).toEqual([])
  expect(web.log).toEqual([])
  // What is public is there all the same.
  const all = texts.join('')
  for (const no of sentNos) expect(all).toContain(no)
  for (const { no } of grown.filter((one) => !one.public))
    expect(all.includes(`>${no}<`) || all.includes(`"${no}","status"`), no).toBe(false)
})

test('points are those of buildings with many homes, open places and grids, never of a home, a unit or a phone', async () => {
  const { rows: homes } = await street.owner.query<{ lon: number; lat: number }>(
    `select lon, lat from area where tenant_id = $1 and level in ('unit', 'home') and lon is not null`,
    [street.tenant],
  )
  const { rows: allowed } = await street.owner.query<{ id: string; lon: number; lat: number; level: string }>(
    `select id, lon, lat, level from area where tenant_id = $1 and level not in ('unit', 'home')`,
    [street.tenant],
  )
  const byId = new Map(allowed.map((one) => [one.id, one]))
  const shown = (await (await web.ask(`${V2}/requests.json`)).json()) as {
    address_id: string
    lat: number
    long: number
  }[]
  expect(shown.length).toBeGreaterThan(150)
  for (const one of shown) expect(byId.get(one.address_id)).toMatchObject({ lat: one.lat, lon: one.long })
  expect(new Set(shown.map((one) => byId.get(one.address_id)!.level))).toEqual(new Set(['building', 'grid']))
  const exact = new Set(homes.map(({ lon, lat }) => `${lon} ${lat}`))
  const buildings = new Set(allowed.map(({ lon, lat }) => `${lon} ${lat}`))
  expect(
    shown.filter((one) => exact.has(`${one.long} ${one.lat}`) && !buildings.has(`${one.long} ${one.lat}`)),
  ).toEqual([])
})

test('it would be noticed: a copy that shows the words, or the point as it was sent', async () => {
  const whole = operations.get('open311.requests') as AnyOperation
  const { rows } = await street.owner.query<{ no: string; words: string; lon: number; lat: number }>(
    'select no, words, lon, lat from matter where tenant_id = $1',
    [street.tenant],
  )
  const byNo = new Map(rows.map((row) => [row.no, row]))
  type Shown = { requests: { no: string }[] }
  const copy = (change: (row: { no: string }) => object): AnyOperation => ({
    ...whole,
    run: async (context) => {
      const answer = (await whole.run(context)) as Shown
      return { ...answer, requests: answer.requests.map((row) => ({ ...row, ...change(row) })) }
    },
  })
  const told = (no: string) => ({ zh: byNo.get(no)!.words, en: byNo.get(no)!.words })
  const leaks: [(row: { no: string }) => object, string][] = [
    [({ no }) => ({ line: told(no) }), CANARY],
    [({ no }) => ({ lon: byNo.get(no)!.lon, lat: byNo.get(no)!.lat }), '115.60000001'],
  ]
  for (const [change, canary] of leaks) {
    const broken = openWeb(street.opened, new Map([...operations, ['open311.requests', copy(change)]]))
    const response = await broken.ask(`${V2}/requests.json`)
    expect(leaked([await response.text()])).toContain(canary)
  }
})
