// Performs every operation once, and the work beside them, and notes each text that the server's login sends to the database.
import pg from 'pg'
import { type Actor, anonymous, machine, ROLES } from '#kernel/access.ts'
import { perform } from '#kernel/door.ts'
import { newId } from '#kernel/ids.ts'
import { sealOnce } from '#kernel/journal/sealer.ts'
import { verifyJournal } from '#kernel/journal/verify.ts'
import type { AnyOperation } from '#kernel/operation.ts'
import { operations } from '#modules/index.ts'
import { greeting } from '../../src/commands/greet.ts'
import { startWork } from '../../src/commands/work.ts'
import { dryHouse, givenOf, MADE_HERE } from '../access/dry-house.ts'
import { STATES } from '../access/expected/roles.ts'
import { expected, operationOf } from '../access/expected.ts'
import { inputOf } from '../access/inputs.ts'
import { asGiven, subjectOf } from '../access/matrix.ts'
import { makeWorld, type World } from '../access/subjects.ts'
import { openStreet } from '../street.ts'

export type Walked = { readonly sent: readonly string[]; readonly unreached: readonly string[]; close(): Promise<void> }

type Query = typeof pg.Client.prototype.query

/** Notes what is sent as `user` until `stop`. */
function listen(user: string): { sent: Set<string>; stop(): void } {
  const sent = new Set<string>()
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function (this: pg.Client & { user?: string }, ...given: unknown[]) {
    const [first] = given
    const text = typeof first === 'string' ? first : (first as { text?: unknown } | undefined)?.text
    if (this.user === user && typeof text === 'string' && !text.startsWith(MADE_HERE)) sent.add(text)
    return Reflect.apply(query, this, given)
  } as Query
  return {
    sent,
    stop: () => {
      pg.Client.prototype.query = query
    },
  }
}

const STAFF = ROLES.filter((role) => !['resident', 'reporter', 'machine'].includes(role))

/** Whoever may: everybody's posts at once in the whole district, the same as the account of the world, Linli, a stranger. */
async function callersOf({ street, account }: World): Promise<Actor[]> {
  const { rows } = await street.owner.query<{ id: string; pos: number; end: number }>(
    `select id, area_pos as pos, area_end as end from area where tenant_id = $1 and level = 'district'`,
    [street.tenant],
  )
  const { id: areaId, ...span } = rows[0]!
  const nobody = anonymous('zh')
  const everybody: Actor = {
    ...nobody,
    kind: 'staff',
    id: newId(),
    tenant: street.tenant,
    sessionId: newId(),
    posts: STAFF.map((role) => ({
      ...span,
      id: newId(),
      role,
      areaId,
      areaName: '',
      level: 'district',
      standsIn: false,
      agencyId: null,
    })),
    spans: [span],
  }
  return [everybody, { ...everybody, id: account }, machine(street.tenant, 'test'), machine(newId(), 'test'), nobody]
}

async function reach(world: World, line: string, callers: readonly Actor[]): Promise<boolean> {
  const op = operations.get(operationOf(line)) as AnyOperation
  const right = expected[line]!
  for (const state of STATES)
    for (const actor of callers) {
      const input = inputOf(line, { world, there: true, id: (there) => there, matter: world.matters[state] })
      const subject = subjectOf(world, line, right, state) || world.matters[state].id
      const given = givenOf(right.given, actor, subject)
      const asker = asGiven(world, right, actor, subject)
      const done = await perform(dryHouse(world.street.house, given), op, asker, input, { key: newId() }).then(
        () => true,
        () => false,
      )
      if (done) return true
    }
  return false
}

/** They take a file that has come in before: the world was made with it, while we listened. */
const WITH_THE_WORLD = ['register.sendFile', 'mediation.addScan']

export async function walk(): Promise<Walked> {
  const street = await openStreet()
  const { house, opened } = street
  const ear = listen(new URL(street.appUrl).username)
  const world = await makeWorld(street)
  const callers = await callersOf(world)
  const reached = new Set<string>(WITH_THE_WORLD)
  for (const line of Object.keys(expected)) if (await reach(world, line, callers)) reached.add(operationOf(line))
  const unreached = [...operations.keys()].filter((name) => !reached.has(name))
  await opened.live.since(street.tenant, newId())
  await sealOnce(opened.db, house.keys, house.era, opened.config.sealFile)
  await verifyJournal(opened.db, house.keys, opened.config.sealFile)
  await greeting(opened)
  await house.lookAtClock()
  const work = await startWork(opened)
  await work.stop()
  ear.stop()
  return { sent: [...ear.sent], unreached, close: () => street.close() }
}
