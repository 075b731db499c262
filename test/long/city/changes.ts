// A mixed load of changes at the desks, and whether what is counted of each grid is what its rows come to.

import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { newName } from '#kernel/ids.ts'
import { runProcess } from '../../../bench/processes.ts'
import { chance as chanceFrom } from '../../../bench/rows/chance.ts'
import { post, Wire } from '../../../bench/wire.ts'
import type { City, Desk } from './ground.ts'

type Answer = { readonly id: string; readonly version: number }

async function command(wire: Wire, desk: Desk, name: string, input: object): Promise<Answer> {
  const { status, body } = await wire.ask(post(`/api/${name}`, input, { ...desk.who, 'idempotency-key': newName() }))
  if (status !== 200) throw new Error(`${name}: ${status} ${body.toString().slice(0, 300)}`)
  return JSON.parse(body.toString()) as Answer
}

const homesOf = async (url: string, { area }: Desk): Promise<string[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ id: string }>(
      'select id from home where area_pos between $1 and $2 and ended_on is null order by id limit 200',
      [area.pos, area.end],
    )
    return rows.map(({ id }) => id)
  } finally {
    await client.end()
  }
}

/** Somebody is entered, moves, moves away or dies: one community's desk after the other's, each as fast as it is answered. */
async function work(port: number, url: string, desk: Desk, day: string, until: number, seed: number): Promise<number> {
  const chance = chanceFrom(seed)
  const homes = await homesOf(url, desk)
  const wire = new Wire(port)
  let done = 0
  try {
    while (performance.now() < until) {
      const homeId = chance.pick(homes)
      const other = chance.pick(homes.filter((home) => home !== homeId))
      const entered = await command(wire, desk, 'register.enter', {
        ...{ homeId, class: chance.next() < 0.8 ? 'registered' : 'floating', name: '试验人', another: true },
        ...{ sex: chance.pick([1, 2]), birth: `${chance.whole(1930, 2025)}-0${chance.whole(1, 9)}-11` },
        ...(chance.next() < 0.5 ? { household: 'new' } : {}),
      })
      done++
      const wish = chance.next()
      const { id, version } = entered
      if (wish < 0.3) await command(wire, desk, 'register.change', { id, version, birth: '1999-09-09' })
      else if (wish < 0.5) await command(wire, desk, 'register.moveIn', { id, version, homeId: other, day })
      else if (wish < 0.7) await command(wire, desk, 'register.moveOut', { id, version, day })
      else if (wish < 0.8) await command(wire, desk, 'register.die', { id, version, day })
      if (wish < 0.8) done++
    }
  } finally {
    wire.close()
  }
  return done
}

type Portrait = {
  readonly ages: readonly { readonly n: number }[] | null
  readonly ageUnknown: number | null
  readonly counts: readonly { readonly class: string; readonly n: number | null }[]
}

/** What the portrait of the first subdistrict says of its people, by age and by class, against its rows. */
async function portraitSays(port: number, url: string, { duty, subdistrict }: City) {
  const wire = new Wire(port)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { body } = await wire.ask(post('/api/register.portrait', { areaId: subdistrict.id }, duty))
    const portrait = JSON.parse(body.toString()) as Portrait
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from person where area_pos between $1 and $2 and state = 'here'`,
      [subdistrict.pos, subdistrict.end],
    )
    const byClass = portrait.counts
      .filter((one) => ['registered', 'floating'].includes(one.class))
      .reduce((sum, one) => sum + (one.n ?? 0), 0)
    const byAge = (portrait.ages ?? []).reduce((sum, one) => sum + one.n, portrait.ageUnknown ?? 0)
    return { rows: rows[0]!.n, byClass, byAge }
  } finally {
    wire.close()
    await client.end()
  }
}

/** `bin/linli register recount` on the whole city: every class of every grid. */
export async function recounted(env: Readonly<Record<string, string>>): Promise<boolean> {
  const said = await runProcess(['src/main.ts', 'register', 'recount'], env).catch((error: Error) => error.message)
  return said.includes('every count is right')
}

export async function changed(
  at: { port: number; url: string; env: Readonly<Record<string, string>>; city: City; day: string },
  seconds: number,
) {
  const until = performance.now() + seconds * 1_000
  const desks = at.city.desks.slice(0, 8)
  const done = await Promise.all(desks.map((desk, seed) => work(at.port, at.url, desk, at.day, until, seed + 1)))
  const says = await portraitSays(at.port, at.url, at.city)
  await pause(100)
  const right = await recounted(at.env)
  return {
    changes: done.reduce((sum, one) => sum + one, 0),
    portrait: says,
    everyCountRight: right,
    held: right && says.rows === says.byClass && says.rows === says.byAge,
  }
}
