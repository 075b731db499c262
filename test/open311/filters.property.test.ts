// Whatever is asked for, in whatever combination: the answer is what a simple walk over everything public would pick.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { clock } from '#kernel/clock.ts'
import { IN_HAND, type MatterState } from '#modules/matter/lifecycle.ts'
import { openStreet, type Street, setClock } from '#test/street.ts'
import { openWeb, type TestWeb } from '#test/web.ts'
import { type Grown, grow } from './crowd.ts'

vi.setConfig({ testTimeout: 240_000 })

const DAY_MS = 86_400_000
const SPAN_MS = 90 * DAY_MS
let street: Street
let web: TestWeb
let grown: Grown[]
let now: Date
beforeAll(async () => {
  street = await openStreet()
  web = openWeb(street.opened)
  setClock('2026-11-18', '12:00')
  now = clock.now()
  grown = await grow(street, 400, { until: now, days: 200, first: 500_000 })
  await grow(street, 50, { until: now, days: 200, first: 700_000, tenant: street.otherTenant })
})
afterAll(() => street.close())

type Asked = {
  readonly start?: number | undefined
  readonly end?: number | undefined
  readonly after?: number | undefined
  readonly before?: number | undefined
  readonly kinds?: readonly string[] | undefined
  readonly status?: readonly string[] | undefined
  readonly page?: number | undefined
  readonly size?: number | undefined
}

const second = (ms: number) => Math.floor(ms / 1_000) * 1_000
const w3c = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`
const statusOf = ({ state }: Grown) => (IN_HAND.includes(state as MatterState) ? 'open' : 'closed')

/** The simple walk, over what is shown: whole seconds. */
function walk(asked: Asked): string[] {
  const { start, end, after, before, kinds, status, page = 1, size = 1_000 } = asked
  const changes = after !== undefined || before !== undefined
  const from = start ?? (end !== undefined ? end + 999 - SPAN_MS : changes ? -Infinity : now.getTime() - SPAN_MS)
  const to = end ?? (start !== undefined ? start + 999 + SPAN_MS : Infinity)
  const since = after ?? (before !== undefined ? before + 999 - SPAN_MS : -Infinity)
  return grown
    .filter((one) => one.public)
    .filter((one) => one.reportedAt >= from && one.reportedAt < (to === Infinity ? to : second(to) + 1_000))
    .filter((one) => !changes || (one.changedAt >= since && second(one.changedAt) <= (before ?? Infinity)))
    .filter((one) => !kinds || kinds.includes(one.kind))
    .filter((one) => !status || status.includes(statusOf(one)))
    .sort((a, b) => (changes ? a.changedAt - b.changedAt : b.reportedAt - a.reportedAt))
    .slice((page - 1) * size, page * size)
    .map((one) => one.no)
}

function query(asked: Asked): string {
  const params = new URLSearchParams()
  const when = {
    start_date: asked.start,
    end_date: asked.end,
    updated_after: asked.after,
    updated_before: asked.before,
  }
  for (const [name, ms] of Object.entries(when)) if (ms !== undefined) params.set(name, w3c(ms))
  if (asked.kinds) params.set('service_code', asked.kinds.join(','))
  if (asked.status) for (const one of asked.status) params.append('status', one)
  if (asked.page) params.set('page', String(asked.page))
  if (asked.size) params.set('page_size', String(asked.size))
  return params.toString()
}

type Row = { service_request_id: string; requested_datetime: string; updated_datetime: string; status: string }
const ask = async (asked: Asked): Promise<Row[]> => {
  const response = await web.ask(`/open311/v2/requests.json?${query(asked)}`)
  expect(response.status, query(asked)).toBe(200)
  return (await response.json()) as Row[]
}

const instant = fc
  .integer({ min: 0, max: 220 * 86_400 })
  .map((ago) => second(now.getTime()) + 10 * DAY_MS - ago * 1_000)
const perhaps = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined })
const anyAsked = () =>
  fc
    .record({
      start: perhaps(instant),
      end: perhaps(instant),
      after: perhaps(instant),
      before: perhaps(instant),
      kinds: perhaps(fc.uniqueArray(fc.constantFrom('0305', '0301', '0302', '0304', '9999', '0106'), { minLength: 1 })),
      status: perhaps(fc.uniqueArray(fc.constantFrom('open', 'closed'), { minLength: 1 })),
      page: perhaps(fc.integer({ min: 1, max: 4 })),
      size: perhaps(fc.integer({ min: 1, max: 60 })),
    })
    .filter(({ start, end }) => start === undefined || end === undefined || (end >= start && end - start <= SPAN_MS))
    .filter(({ after, before }) => after === undefined || before === undefined || before >= after)

test('every combination of filters answers what a walk over everything public picks', async () => {
  let met = 0
  await fc.assert(
    fc.asyncProperty(anyAsked(), async (asked) => {
      const wanted = walk(asked)
      met += wanted.length
      expect((await ask(asked)).map((one) => one.service_request_id)).toEqual(wanted)
    }),
    { numRuns: 60, seed: 311 },
  )
  expect(met).toBeGreaterThan(100)
})

test('it would be noticed: a walk that forgets the status, the kind or the ninety days', async () => {
  const shown = (await ask({})).map((one) => one.service_request_id)
  expect(shown).toEqual(walk({}))
  expect(shown).not.toEqual(walk({ status: ['open'] }))
  expect(shown).not.toEqual(walk({ kinds: ['0305'] }))
  expect(shown).not.toEqual(walk({ start: now.getTime() - 200 * DAY_MS, end: now.getTime() }))
})

test('what is shown of times and states is what was filtered by', async () => {
  const byNo = new Map(grown.map((one) => [one.no, one]))
  const rows = await ask({ after: now.getTime() - 30 * DAY_MS })
  expect(rows.length).toBeGreaterThan(20)
  for (const row of rows) {
    const one = byNo.get(row.service_request_id)!
    expect(row).toMatchObject({
      ...{ status: statusOf(one), requested_datetime: w3c(one.reportedAt), updated_datetime: w3c(one.changedAt) },
    })
  }
})

test('numbers override every other filter; unknown ones and those of kinds that are not public are not there', async () => {
  const [one, other] = grown.filter((row) => row.public)
  const hidden = grown.find((row) => !row.public)!
  const list = [one!.no, hidden.no, 'LL-2026-00000', other!.no, 'LL-2026-700001']
  const response = await web.ask(
    `/open311/v2/requests.json?service_request_id=${list.join(',')}&status=open&start_date=2020-01-01&service_code=0000`,
  )
  const found = ((await response.json()) as Row[]).map((row) => row.service_request_id)
  expect(found.sort()).toEqual([one!.no, other!.no].sort())
})

test('polling from cursor to cursor meets every change, whatever the size of a page', async () => {
  setClock('2026-11-18', '12:02')
  const met = new Set<string>()
  let from = w3c(now.getTime() - 40 * DAY_MS)
  for (let turn = 0; turn < 200; turn++) {
    const response = await web.ask(`/open311/v2/requests.json?updated_after=${from}&page_size=7`)
    const rows = (await response.json()) as Row[]
    for (const row of rows) met.add(row.service_request_id)
    from = response.headers.get('linli-cursor')!
    if (rows.length < 7) break
  }
  expect([...met].sort()).toEqual(walk({ after: second(now.getTime() - 40 * DAY_MS) }).sort())
  expect(from).toBe('2026-11-18T04:01:00Z')
  setClock('2026-11-18', '12:00')
})

test('changes are told one by one, the earliest first, and pages of them join without a gap', async () => {
  const start = w3c(now.getTime() - 20 * DAY_MS)
  const all = (await (await web.ask(`/open311/v2/servicerequestupdates.json?updated_after=${start}`)).json()) as {
    update_id: string
    updated_datetime: string
  }[]
  expect(all.length).toBeGreaterThan(50)
  expect(
    [...all].sort((a, b) => a.updated_datetime.localeCompare(b.updated_datetime)).map((one) => one.updated_datetime),
  ).toEqual(all.map((one) => one.updated_datetime))
  const paged: string[] = []
  for (let page = 1; page <= Math.ceil(all.length / 13); page++) {
    const at = `/open311/v2/servicerequestupdates.json?updated_after=${start}&page_size=13&page=${page}`
    paged.push(...((await (await web.ask(at)).json()) as typeof all).map((one) => one.update_id))
  }
  expect(paged).toEqual(all.map((one) => one.update_id))
})
