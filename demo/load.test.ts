// The whole demo, loaded once into a database of its own: the figures of a year are what the plan says, to the last one.
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { loadDemo } from '#demo/load.ts'
import { SINCE } from '#demo/since.ts'
import { courses, MERGED } from '#demo/year/courses.ts'
import { clock, localDay } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { perform } from '#kernel/door.ts'
import { actorOf } from '#kernel/http/identity.ts'
import { operations } from '#modules/index.ts'
import { matter } from '#modules/matter/contract.ts'
import { openTown } from '#test/journeys/browser.ts'
import { sees, seriousIn } from '#test/journeys/hands.ts'
import { testConfig } from '#test/street.ts'
import { type Opened, openHouse, prepareDatabase } from '../src/commands/open-house.ts'

const name = `linli_test_demo_${randomBytes(4).toString('hex')}`
const said: string[] = []
let admin: pg.Client
let owner: pg.Client
let opened: Opened

beforeAll(async () => {
  const { superUrl, dataDir } = inject('database')
  const address = (user?: string) => {
    const url = new URL(superUrl)
    url.pathname = `/${name}`
    if (user) [url.username, url.password] = [user, 'test']
    return url.href
  }
  admin = new pg.Client({ connectionString: superUrl })
  await admin.connect()
  await admin.query(`create database ${name} encoding 'UTF8' template template0`)
  const appUrl = address('linli_test_app')
  await prepareDatabase({ ...testConfig(dataDir, undefined), appUrl }, address(), () => {})
  opened = await openHouse(testConfig(dataDir, appUrl), () => {})
  await loadDemo(opened.house, (line) => said.push(line))
  owner = new pg.Client({ connectionString: address() })
  await owner.connect()
})

afterAll(async () => {
  await owner?.end()
  await opened?.close()
  await admin?.query(`drop database if exists ${name} with (force)`)
  await admin?.end()
})

const one = async (text: string): Promise<Record<string, unknown>> => (await owner.query(text)).rows[0]!

/** From the day one year before yesterday to yesterday, as a leader of the street reads it. */
async function figures(): Promise<OutputOf<typeof matter.figures>> {
  const { tenant_id: tenant, id } = await one(`select tenant_id, id from account where login = 'hemingyuan'`)
  const { id: areaId } = await one(`select id from area where name = '邻里街道'`)
  const to = localDay(new Date(clock.now().getTime() - 86_400_000))
  const from = `${Number(to.slice(0, 4)) - 1}${to.slice(4)}`
  const actor = await actorOf(opened.house, tenant as string, id as string)
  const asked = perform(opened.house, operations.get(matter.figures.name)!, actor, { areaId, from, to })
  return (await asked) as OutputOf<typeof matter.figures>
}

test('350 came and 343 have their reply; of each course as many as its table says', async () => {
  const { total, ways } = await figures()
  expect([total.received, total.finished]).toEqual([350, 343])
  const { onTheSpot, atCounter, inLegalRoom, takenLate, finishedLate, signedLate, returned, ruled } = courses
  const { paused, declined, disputed, brokeAgain, raised } = courses
  const late = takenLate.count + finishedLate.count + signedLate.count
  expect(total).toMatchObject({
    onTheSpot: onTheSpot.count + atCounter.count + inLegalRoom.count,
    // Of the open ones: a sunken road is late and raised, an air-conditioner was returned, a wall waits for dry weather.
    late: late + 1,
    returned: returned.count + ruled.count + 1,
    ruled: ruled.count,
    paused: paused.count + 1,
    raised: late + raised.count + 1,
    declined: declined.count,
    merged: MERGED,
    withdrawn: 0,
  })
  // Three of the last weeks were opened again too.
  expect(total.reopened).toBe(disputed.count + brokeAgain.count + 3)
  expect(total.satisfied / total.starred).toBeGreaterThan(0.75)
  const came = Object.fromEntries(ways.map(({ way, received }) => [way, received]))
  expect(came).toMatchObject({
    counter: atCounter.count,
    legal_room: inLegalRoom.count,
    listening: courses.heard.count,
  })
})

test('何明远 reads the same on the page of figures: 343 of 350, and what is counted', async () => {
  const town = await openTown({ house: opened.house, opened })
  const leader = await town.visit('desk', 'hemingyuan')
  await leader.page.goto(`${town.url}/desk/figures`)
  await sees(leader, /过去一年.*报来 350 件，办结 343 件，占 98 ?%，7 件还没有。/)
  await town.shot(leader.page, 'figures-year')
  expect(await seriousIn(leader)).toEqual([])
  await leader.page.getByRole('button', { name: '看表格' }).click()
  await sees(leader, /报来 350 办结 343/)
  expect(leader.faults).toEqual([])
  await town.close()
}, 180_000)

test('the same figures are told as loaded, with nothing of it after now', async () => {
  expect(said.join()).toContain('293 matters of a year, 61 of the last weeks, 120 lines')
  const { journal, step, heard } = await one(
    `select (select max(at) from journal) as journal, (select max(at) from matter_step) as step,
       (select count(*)::int from listening) as heard`,
  )
  const now = Date.now()
  expect((journal as Date).getTime()).toBeLessThanOrEqual(now)
  expect(localDay(step as Date) < localDay(new Date(now))).toBe(true)
  expect(heard).toBe(120 + courses.heard.count)
})

test('the clock did its part: unanswered ones closed, effects asked, old ones put away', async () => {
  const { lapsed, asked, confirmed, archived, earliest } = await one(
    `select count(*) filter (where lapsed)::int as lapsed, count(effect_asked_at)::int as asked,
       count(*) filter (where effect_holds)::int as confirmed, count(*) filter (where state = 'archived')::int as archived,
       min(reported_at) as earliest from matter`,
  )
  expect(lapsed).toBeGreaterThan(150)
  expect(asked).toBeGreaterThanOrEqual(courses.stillHolds.count + courses.brokeAgain.count)
  expect(confirmed).toBe(courses.stillHolds.count)
  expect(archived).toBeGreaterThan(200)
  expect(localDay(earliest as Date) > SINCE).toBe(true)
})

test('every clerk works for his agency', async () => {
  const { clerks } = await one(
    `select count(*)::int as clerks from post where role = 'department_clerk' and agency_id is not null`,
  )
  expect(clerks).toBe(14)
})
