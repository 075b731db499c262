// The demo street is told as of today: its stories must be possible on every day of the week, before and after every holiday.
// node test/long/demo-days.ts [--from=2026-11-24] [--days=14] — about a minute a day; ends with 1 when a day cannot be told.
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { loadDemo } from '#demo/load.ts'
import { clock, localDay } from '#kernel/clock.ts'
import { dayNumber, dayText } from '#modules/calendar/index.ts'
import { openHouse, prepareDatabase } from '../../src/commands/open-house.ts'
import { setClock, testConfig } from '../street.ts'
import { say, secondsSince } from './ran.ts'
import { longStreet } from './street.ts'

const argument = (name: string, usual: string): string =>
  process.argv.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3) ?? usual

const first = dayNumber(argument('from', localDay(clock.now())))
const days = Array.from({ length: Number(argument('days', '14')) }, (_, at) => dayText(first + at))

const { database, end } = await longStreet()
const admin = new pg.Client({ connectionString: database.superUrl })
await admin.connect()

/** Undefined when it went well. */
async function told(day: string): Promise<string | undefined> {
  const name = `linli_test_day_${randomBytes(4).toString('hex')}`
  const address = (user?: string) => {
    const url = new URL(database.superUrl)
    url.pathname = `/${name}`
    if (user) [url.username, url.password] = [user, 'test']
    return url.href
  }
  await admin.query(`create database ${name} encoding 'UTF8' template template0`)
  const config = testConfig(database.dataDir, address('linli_test_app'))
  await prepareDatabase({ ...testConfig(database.dataDir, undefined), appUrl: config.appUrl }, address(), () => {})
  setClock(day, '09:06')
  const opened = await openHouse(config, () => {})
  try {
    await loadDemo(opened.house, () => {})
    return undefined
  } catch (error) {
    return (error as Error).message
  } finally {
    await opened.close()
    await admin.query(`drop database if exists ${name} with (force)`)
  }
}

let wrong = 0
for (const day of days) {
  const since = performance.now()
  const why = await told(day)
  if (why) wrong++
  say(`${day} ${why ?? '✓'} ${secondsSince(since)} s`)
}
await admin.end()
await end()
process.exitCode = wrong ? 1 : 0
