// Long form of N1: 330 households a day asked for at the door, and 270 simulated days of sixty workers, read by the page of looks.
// node test/long/browsing.ts          about two minutes; the last figures stand in results/browsing.json
// node test/long/browsing.ts --bite   no number of a day: all 330 are opened, and nobody stands out
// The looks of the simulated days are rows as the door writes them, at the hours of a moved clock; each evening the privacy
// officer's page is asked through the door. Whoever goes beyond his work begins on different days, ten of each sort.
import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { clock } from '#kernel/clock.ts'
import { register } from '#modules/register/contract.ts'
import type { LookDay } from '#modules/register/reveal/unusual.ts'
import { randomFrom } from '../access/differential.ts'
import { addAccounts, loginOf } from '../guard/accounts.ts'
import { handled, settle } from '../register/residents.ts'
import { dayOf, worksBy } from '../register/workdays.ts'
import { type Street, setClock } from '../street.ts'
import { keep } from './results.ts'
import { longStreet } from './street.ts'

const { values: given } = parseArgs({ options: { bite: { type: 'boolean', default: false } } })
const WORKERS = 60
const DAYS = given.bite ? 40 : 270
const EACH = 10
const PATTERN = 330
const MOST = given.bite ? 100_000 : 60
const random = randomFrom(270)
const { workday } = worksBy(random, MOST)

/** What is done beside one's own work, and within how many days it must be seen. */
const SORTS: Readonly<
  Record<string, { readonly within: number; readonly beside: (no: number) => Omit<LookDay, 'day'> }>
> = {
  'fuzhou 330': { within: 1, beside: () => ({ households: PATTERN, beyond: PATTERN }) },
  'slow 40': { within: 3, beside: () => ({ households: 40, beyond: 0 }) },
  'slow 15 beyond': { within: 14, beside: () => ({ households: 15, beyond: 15 }) },
  'shared login': { within: 3, beside: (no) => ({ households: 40 + workday(no, 5).households, beyond: 0 }) },
}

type Looker = { readonly login: string; readonly sort: string | undefined; readonly from: number; readonly no: number }
const lookers: readonly Looker[] = [
  ...Array.from({ length: WORKERS }, (_, no) => ({ login: loginOf(no), sort: undefined, from: DAYS, no })),
  ...Object.keys(SORTS).flatMap((sort, at) =>
    Array.from({ length: EACH }, (_, n) => {
      const no = WORKERS + at * EACH + n
      return { login: loginOf(no), sort, from: Math.floor(DAYS / 12) * (1 + n) - 1 + n, no }
    }),
  ),
]

/** What somebody opens on a day: his work, and from a day on what is beside it, stopped at the number of the day. */
function looksOn(no: number, { sort, from, no: worker }: Looker): LookDay {
  const own = workday(no, worker)
  if (!sort || no < from) return own
  const more = SORTS[sort]!.beside(no)
  const households = Math.min(MOST, own.households + more.households)
  return { day: own.day, households, beyond: Math.min(households, own.beyond + more.beyond) }
}

type Row = { readonly account: string; readonly purpose: string; readonly house: string }

/** As many purposes as there are households that are not beyond one of them. */
function rowsOf(account: string, { households, beyond }: LookDay): Row[] {
  const purposes = Array.from({ length: Math.max(1, households - beyond) }, () => randomUUID())
  return Array.from({ length: households }, (_, at) => ({
    ...{ account, house: randomUUID() },
    purpose: purposes[at] ?? purposes[at % purposes.length]!,
  }))
}

async function writeDay(street: Street, office: string, day: string, rows: readonly Row[]): Promise<void> {
  await street.owner.query(
    `insert into disclosure (tenant_id, id, person_id, house_id, at, actor_id, office_id, role, way, purpose, purpose_id, fields)
     select $1, gen_random_uuid(), house, house, ($2::date + time '10:00') at time zone 'Asia/Shanghai' + n * interval '1 second',
       account, $3, 'grid_worker', 'unmask', 'matter', purpose, '{phone}'
     from unnest($4::uuid[], $5::uuid[], $6::uuid[]) with ordinality u(account, house, purpose, n)`,
    [street.tenant, day, office, rows.map((r) => r.account), rows.map((r) => r.house), rows.map((r) => r.purpose)],
  )
}

/** 330 households on one day by the door itself: how many are opened. */
async function atTheDoor(street: Street): Promise<{ opened: number; stopped: number; seen: boolean }> {
  setClock('2026-11-18', '09:00')
  const people = await settle(street, '清荷苑3号楼', PATTERN, { each: 1 })
  const matter = await handled(street)
  const zhou = street.as('zhouxiaolan')
  let [opened, stopped] = [0, 0]
  for (const { id } of people)
    await zhou.do(register.reveal, { id, fields: ['phone'], for: { kind: 'matter', id: matter } }).then(
      () => opened++,
      (error: Error) => {
        if (error.message !== 'register.dayUsed') throw error
        stopped++
      },
    )
  const { looks } = await street.as('xieanlan').do(register.looks, {})
  return { opened, stopped, seen: looks.some(({ name }) => name === '周晓岚') }
}

/** Months of thirty days in which an honest worker stood out, and from which day on each other one did. */
async function simulate(street: Street, ids: ReadonlyMap<string, string>, office: string) {
  const alarms = new Set<string>()
  const after = new Map<string, number>()
  const byId = new Map(lookers.map((one) => [ids.get(one.login)!, one]))
  let rows = 0
  for (let no = 0; no < DAYS; no++) {
    const today = lookers.flatMap((one) => rowsOf(ids.get(one.login)!, looksOn(no, one)))
    rows += today.length
    await writeDay(street, office, dayOf(no), today)
    setClock(dayOf(no), '22:00')
    const { looks } = await street.as('xieanlan').do(register.looks, {})
    for (const { accountId } of looks) {
      const who = byId.get(accountId)
      if (!who) continue
      if (!who.sort) alarms.add(`${who.login} ${Math.floor(no / 30)}`)
      else if (no >= who.from && !after.has(who.login)) after.set(who.login, no - who.from + 1)
    }
  }
  return { alarms: alarms.size, after, rows }
}

const long = await longStreet()
try {
  const street = await long.open()
  try {
    if (given.bite)
      await street.owner.query(
        `insert into register_limit (tenant_id, role, kind, most, changed_at) values ($1, 'grid_worker', 'households', $2, now())`,
        [street.tenant, MOST],
      )
    await addAccounts(street.house, street.tenant, lookers.length)
    const { rows } = await street.owner.query<{ id: string; login: string }>(
      `select id, login from account where login like 'resident-desk-%'`,
    )
    const ids = new Map(rows.map(({ id, login }) => [login, id]))
    const found = await simulate(street, ids, await street.areaId('第12网格'))
    const door = await atTheDoor(street)
    const variants = Object.fromEntries(
      Object.entries(SORTS).map(([sort, { within }]) => {
        const days = lookers.filter((one) => one.sort === sort).map(({ login }) => found.after.get(login) ?? null)
        const inTime = days.filter((one) => one !== null && one <= within).length
        return [sort, { within, of: EACH, inTime, slowestDays: Math.max(...days.map((one) => one ?? DAYS)) }]
      }),
    )
    const workerMonths = Math.round((WORKERS * DAYS) / 30)
    const everybody = Object.values(variants).every(({ inTime, of }) => inTime === of)
    const asAsked = door.opened === MOST && door.seen && everybody && found.alarms / workerMonths <= 1 / 50
    const nothing = door.opened === PATTERN && !door.seen && Object.values(variants).every(({ inTime }) => inTime === 0)
    const figures = {
      door,
      days: DAYS,
      workers: WORKERS,
      looks: found.rows,
      variants,
      alarms: found.alarms,
      workerMonths,
    }
    keep('browsing', given.bite ? 'no number of a day' : 'trial', given.bite ? nothing : asAsked, figures)
  } finally {
    await street.close()
  }
} finally {
  clock.stand(undefined)
  await long.end()
}
