// Long form of X3: 1,000 rounds of 32 at one matter, every flow in turn; after each, and once more at the end, nothing may be crooked.
// node test/long/races.ts [--rounds=1000] [--minutes=30]   the trial itself
// node test/long/races.ts --bite=unlocked                  read without a lock: several must take the same matter
// The last figures stand in results/races.json, with how many rounds were really run.
import { clock } from '#kernel/clock.ts'
import { perform } from '#kernel/door.ts'
import type { AnyOperation } from '#kernel/operation.ts'
import { operations } from '#modules/index.ts'
import { matterById } from '#modules/matter/store.ts'
import { crooked, race } from '../races/crooked.ts'
import { flows, oneRound } from '../races/flows.ts'
import { type Hands, openHands } from '../races/hands.ts'
import { sealAll } from '../sealing.ts'
import { setClock } from '../street.ts'
import { keep } from './results.ts'
import { longStreet } from './street.ts'

const MANY = 32

const argument = (name: string): string | undefined =>
  process.argv.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3)
const asked = { rounds: Number(argument('rounds') ?? 1_000), minutes: Number(argument('minutes') ?? 30) }

/** Rounds until all are run or the time is over; flows in turn. */
async function trial(hands: Hands) {
  const names = Object.keys(flows)
  const since = performance.now()
  const rounds: Record<string, number> = Object.fromEntries(names.map((name) => [name, 0]))
  const faults: string[] = []
  let [run, refused, crookedRounds] = [0, 0, 0]
  while (run < asked.rounds && performance.now() - since < asked.minutes * 60_000) {
    const name = names[run++ % names.length]!
    const told = await oneRound(hands, name, MANY)
    rounds[name]!++
    refused += Object.values(told.round.refused).reduce((sum, one) => sum + one, 0)
    if (told.faults.length > 0) crookedRounds++
    faults.push(...told.faults)
  }
  const { house, owner, opened } = hands.street
  const { rows } = await owner.query<{ created: number; open: number; over: number }>(
    `select count(*)::int as created,
       count(*) filter (where state in ('reported', 'dispatched', 'handling', 'paused', 'finished', 'replied'))::int as open,
       count(*) filter (where state in ('closed', 'declined', 'merged', 'withdrawn', 'archived'))::int as over from matter`,
  )
  const count = rows[0]!
  if (count.open + count.over !== count.created) faults.push(`open and over are not all: ${JSON.stringify(count)}`)
  faults.push(...(await crooked(owner)))
  const journal = await sealAll({ street: hands.street, file: opened.config.sealFile, era: house.era })
  const seconds = Math.round((performance.now() - since) / 1000)
  return {
    asExpected: faults.length === 0 && journal.faults.length === 0 && journal.unsealed === 0 && run === asked.rounds,
    ...{ asked: asked.rounds, run, clients: MANY, roundsAsTheyShould: run - crookedRounds, refused, seconds, rounds },
    ...{ matters: count, journal: { rows: journal.rows, seals: journal.seals, faults: journal.faults.length } },
    faults: faults.slice(0, 20),
  }
}

/** Takes of a matter that was read without a lock. */
async function unlocked({ street, report }: Hands) {
  const take = operations.get('matter.take')!
  const op: AnyOperation = {
    ...take,
    subject: (input: { id: string }, tx, actor) => matterById(tx, actor.tenant, input.id, clock.now()),
  }
  const actor = await street.as('zhouxiaolan').actor()
  let winners = 0
  for (let n = 0; n < 10 && winners < 2; n++) {
    const { id } = await report()
    const takes = Array.from({ length: MANY }, () => () => perform(street.house, op, actor, { id }))
    winners = Math.max(winners, (await race(takes)).winners)
  }
  const faults = await crooked(street.owner)
  return { asExpected: winners > 1 && faults.length > 0, clients: MANY, winners, faults: faults.slice(0, 5) }
}

const TRIALS = { trial, unlocked }
const name = (argument('bite') ?? 'trial') as keyof typeof TRIALS
if (!(name in TRIALS)) throw new Error(`no such bite: ${name}`)
const long = await longStreet()
const street = await long.open()
try {
  setClock('2026-11-18', '09:00')
  const { asExpected, ...figures } = await TRIALS[name](await openHands(street))
  keep('races', name, asExpected, figures)
} finally {
  await street.close()
  await long.end()
}
