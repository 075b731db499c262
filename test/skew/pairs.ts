// Goal X4: what no two transactions at the same moment may break together. Pairs of each rule, and what a round has broken.

import type { Actor } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import { type House, perform } from '#kernel/door.ts'
import { newId } from '#kernel/ids.ts'
import type { AnyOperation } from '#kernel/operation.ts'
import { inScope } from '#kernel/scope.ts'
import { committee } from '#modules/committee/contract.ts'
import { operations } from '#modules/index.ts'
import { mediation } from '#modules/mediation/contract.ts'
import { spendOrStop } from '#modules/register/index.ts'
import type { Street } from '../street.ts'

/** What is run in a pair; a test gives copies without locks in its place. */
export type Ways = {
  readonly house: House
  /** Of retention.sign and retention.witness. */
  readonly sign: AnyOperation
  readonly witness: AnyOperation
  /** The first to sign has read the list; a copy without a lock lets him be slow, until the others are through. */
  readonly signSlowly: (others: Promise<unknown>) => AnyOperation
  readonly spend: (tx: Tx, actor: Actor, now: Date) => Promise<unknown>
}

export const usualWays = ({ house }: Street): Ways => ({
  house,
  sign: operations.get('retention.sign')!,
  witness: operations.get('retention.witness')!,
  signSlowly: () => operations.get('retention.sign')!,
  spend: (tx, actor, now) => spendOrStop(tx, actor, 'numbers', 1, now),
})

type Skew = {
  /** Puts everything back to where a round begins. */
  readonly before: () => Promise<void>
  /** At the same moment. */
  readonly hands: (n: number) => readonly (() => Promise<unknown>)[]
  /** What is broken now; none. */
  readonly broken: () => Promise<boolean>
}

const DAY = '2026-11-18'
const op = (name: string) => operations.get(name)!
let made = 0

/** Two mediators of a committee with one open file leave at once; every other time one leaves while the other is named for a new file. */
async function onDuty(street: Street, { house }: Ways): Promise<Skew> {
  const [desk, head] = [await street.as('anxiaoya').actor(), await street.as('linhuizhen').actor()]
  const areaId = await street.areaId('清荷社区')
  const no = '甲乙丙丁'[made++]
  const said = {
    name: `清荷社区${no}试调委会`,
    word: `邻清${no}试`,
    termStart: '2026-01-01',
    termEnd: '2028-12-31',
    women: true,
  }
  const { id } = await street.as('anxiaoya').do(committee.add, { areaId, kind: 'community', ...said })
  const seats: string[] = []
  const accounts: string[] = []
  for (const login of ['zhaoguilan', 'xufengying']) {
    const accountId = (await street.as(login).actor()).id
    const seated = { id, accountId, mode: 'part_time', way: 'elected', from: '2026-01-01', to: '2028-12-31' } as const
    seats.push((await street.as('anxiaoya').do(committee.seat, seated)).id)
    accounts.push(accountId)
  }
  const gridId = await street.areaId('第12网格')
  const file = { gridId, kind: 'RM02-05', title: '楼道堆物', facts: '堆了两辆旧车。', requests: '搬走。' }
  const parties = [
    { side: 'applicant' as const, name: '单女士' },
    { side: 'respondent' as const, name: '鲁先生' },
  ]
  const open = await street.as('chenjing').do(mediation.apply, { ...file, parties })
  const other = await street.as('chenjing').do(mediation.apply, { ...file, parties })
  const { rows } = await street.owner.query('select version from mediator where id = any($1)', [seats])
  const version = rows[0].version as number
  const leave = (at: number, by: Actor) => () =>
    perform(house, op('committee.leave'), by, { mediatorId: seats[at]!, version, day: DAY })
  let taking = false
  return {
    before: async () => {
      taking = !taking
      await street.owner.query('update mediator set left_on = null, version = $2 where id = any($1)', [seats, version])
      const [mine, free] = taking ? [[], [open.id, other.id]] : [[open.id], [other.id]]
      await street.owner.query(
        `update mediation set state = 'accepted', committee_id = $2, mediator_ids = array[$3::uuid], lead_id = $3 where id = any($1)`,
        [mine, id, accounts[0]],
      )
      await street.owner.query(
        `update mediation set state = 'applied', committee_id = null, mediator_ids = '{}', lead_id = null where id = any($1)`,
        [free],
      )
      if (taking) await street.owner.query('update mediator set left_on = $2 where id = $1', [seats[1], DAY])
    },
    hands: () =>
      taking
        ? [
            leave(0, desk),
            () => perform(house, op('mediation.accept'), head, { id: other.id, committeeId: id, leadId: accounts[0] }),
          ]
        : [leave(0, desk), leave(1, head)],
    broken: async () => {
      const { rows: found } = await street.owner.query(
        `select (select count(*)::int from mediator where committee_id = $1 and left_on is null) as sitting,
           (select count(*)::int from mediation where committee_id = $1 and state = 'accepted') as files`,
        [id],
      )
      return found[0].sitting === 0 && found[0].files > 0
    },
  }
}

/** Two sign a list to destroy at once, and one of them witnesses what the other signed: who signed it never witnessed it. */
async function twoApprovers(street: Street, { house, sign, witness, signSlowly }: Ways): Promise<Skew> {
  const first = await street.as('hemingyuan').actor()
  const second: Actor = { ...first, id: (await street.as('anxiaoya').actor()).id, ids: [] }
  const [id, areaId] = [newId(), await street.areaId('邻里街道')]
  await street.owner.query(
    `insert into destruction (tenant_id, id, purpose, area_id, area_pos, month, rows, state, made_at, changed_at)
     select $1, $2, 'test', $3, area_pos, '2026-10', 0, 'drawn', now() - interval '1 year', now() - interval '1 year' from area where id = $3`,
    [street.tenant, id, areaId],
  )
  return {
    before: async () => {
      await street.owner.query(
        `update destruction set state = 'drawn', version = 1, signed_by = null, witnessed_by = null where id = $1`,
        [id],
      )
    },
    hands: () => {
      const others = Promise.withResolvers<void>()
      return [
        () => perform(house, signSlowly(others.promise), first, { id, version: 1 }),
        async () => {
          await perform(house, sign, second, { id, version: 1 })
            .then(() => perform(house, witness, first, { id, version: 2 }))
            .finally(others.resolve)
        },
      ]
    },
    broken: async () => {
      const { rows } = await street.owner.query('select signed_by, witnessed_by from destruction where id = $1', [id])
      return rows[0].signed_by !== null && rows[0].signed_by === rows[0].witnessed_by
    },
  }
}

/** One look is left of the day, and two are asked for: one is given. */
async function budget(street: Street, { house, spend }: Ways): Promise<Skew> {
  const actor = await street.as('zhouxiaolan').actor()
  const now = new Date('2026-11-18T02:00:00Z')
  const MOST = 60
  let given = 0
  return {
    before: async () => {
      given = 0
      await street.owner.query(
        `insert into register_spent (tenant_id, account_id, day, kind, n) values ($1, $2, $3, 'numbers', $4)
         on conflict (tenant_id, account_id, day, kind) do update set n = excluded.n`,
        [street.tenant, actor.id, DAY, MOST - 1],
      )
    },
    hands: () =>
      [1, 2].map(() => async () => {
        await inScope(house.db, actor, (tx) => spend(tx, actor, now))
        given++
      }),
    broken: async () => given > 1,
  }
}

export const SKEWS = { onDuty, twoApprovers, budget } as const

/** So many rounds of one rule; in how many it was broken, and in how many anybody won. `once`: until it is broken. */
export async function rounds(skew: Skew, count: number, once = false): Promise<{ broken: number; won: number }> {
  let [broken, won] = [0, 0]
  for (let n = 0; n < count && !(once && broken > 0); n++) {
    await skew.before()
    const told = await Promise.allSettled(skew.hands(n).map((hand) => hand()))
    if (told.some(({ status }) => status === 'fulfilled')) won++
    if (await skew.broken()) broken++
  }
  return { broken, won }
}
