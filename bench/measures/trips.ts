// How often a create waits for the database: counted, not timed, so no noise can hide a second statement.
import type { Config } from '#kernel/config.ts'
import { webApp } from '#kernel/http/http.ts'
import { operations } from '#modules/index.ts'
import { countQueries } from '#test/trips.ts'
import { openHouse } from '../../src/commands/open-house.ts'
import { type Asking, reportByArea, reportByCode } from '../asking.ts'
import { atMost, type Result } from '../report.ts'

/** The bytes of the load generator as the request that the web server would make of them. */
function asRequest(bytes: Buffer): Request {
  const [head = '', body = ''] = bytes.toString().split('\r\n\r\n')
  const [first = '', ...lines] = head.split('\r\n')
  const headers = lines.map((one) => one.split(': ') as [string, string]).filter(([name]) => name !== 'content-length')
  return new Request(`http://localhost${first.split(' ')[1]}`, { method: 'POST', headers, body })
}

const REQUESTS = 120
/** Each reads rows that are then kept in the process: kinds, limits, calendar. */
const WARM = 5

export async function measureTrips(config: Config, asking: Asking): Promise<Result[]> {
  const opened = await openHouse(config, () => {})
  // Following the journal has statements of its own; they are no part of a request.
  await opened.live.stop()
  const app = webApp({
    ...opened,
    operations,
    pages: [],
    outside: [],
    problemPage: () => '',
    dist: '.',
    log: () => {},
    ready: async () => true,
  })
  const ask = async (bytes: Buffer) => {
    const answer = await app.fetch(asRequest(bytes))
    if (answer.status !== 200) throw new Error(`counting: ${answer.status} ${await answer.text()}`)
    await answer.text()
  }
  try {
    const results: Result[] = []
    for (const [by, request] of [
      ['area', reportByArea(asking, '/api/matter.report')],
      ['code', reportByCode(asking, '/api/matter.report')],
    ] as const) {
      for (let warm = 0; warm < WARM; warm++) await ask(request())
      const { count, restore } = countQueries()
      let most = 0
      try {
        for (let at = 0; at < REQUESTS; at++) {
          const before = count.trips
          await ask(request())
          most = Math.max(most, count.trips - before)
        }
      } finally {
        restore()
      }
      // One look-up of session or code comes before the command; every fiftieth create leases numbers.
      const mean = count.trips / REQUESTS - 1
      const detail = `beside the look-up of session or code; ${(count.statements / REQUESTS).toFixed(1)} statements in all, most trips of one request ${most}`
      results.push(atMost(`create by ${by}, round trips`, mean, 2.1, detail))
    }
    return results
  } finally {
    await opened.close()
  }
}
