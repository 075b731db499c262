// The flows of a matter that many may begin at the same moment, each prepared, raced and judged on its own.
import { matter } from '#modules/matter/contract.ts'
import { crooked, type Round, race } from './crooked.ts'
import type { Hand, Hands } from './hands.ts'

type There = { readonly id: string; readonly receipt: string; readonly other: string; readonly requestId: string }

type Flow = {
  /** Brings a reported matter to where the race begins. */
  readonly before: (hands: Hands, there: There) => Promise<Partial<There> | undefined>
  readonly hand: (hands: Hands, there: There, n: number) => Promise<unknown>
  /** Where it stands afterwards, as the losers are told; null where they are told something else. */
  readonly state: string | null
}

const LATER = '2026-12-18T10:00:00+08:00'
const did = { result: 'explained', done: '已经说明情况' } as const
const taken = async ({ worker }: Hands, { id }: There) => void (await worker(0).do(matter.take, { id }))
const finished = async (hands: Hands, there: There) => {
  await taken(hands, there)
  await hands.worker(0).do(matter.finish, { id: there.id, ...did })
}
const replied = async (hands: Hands, there: There) => {
  await finished(hands, there)
  await hands.checker(0).do(matter.verify, { id: there.id, reply: '已经核查过了' })
}
const nothing = async () => undefined
const then = (before: (hands: Hands, there: There) => Promise<void>) => async (hands: Hands, there: There) => {
  await before(hands, there)
  return undefined
}
const asked = (what: 'pause' | 'extend') => async (hands: Hands, there: There) => {
  await taken(hands, there)
  const ask = { id: there.id, what, reason: 'reporter', words: '等报告人回来。', until: LATER } as const
  return (await hands.worker(0).do(matter.ask, ask)) as { requestId: string }
}
const either = (n: number, one: () => Promise<unknown>, other: () => Promise<unknown>) => (n % 2 ? one() : other())
const byReporter = ({ street }: Hands): Hand => street.stranger

export const flows: Readonly<Record<string, Flow>> = {
  take: { before: nothing, hand: ({ worker }, { id }, n) => worker(n).do(matter.take, { id }), state: 'handling' },
  dispatch: {
    // Only what stands on the access list may be handed to an agency.
    before: ({ report }) => report('0305'),
    hand: ({ checker, agencies }, { id }, n) => checker(n).do(matter.dispatch, { id, agencyId: agencies[n % 2]!.id }),
    state: 'dispatched',
  },
  answer: {
    before: then(taken),
    hand: ({ worker }, { id }, n) => worker(n).do(matter.answer, { id, said: '马上到', via: 'phone' }),
    state: null,
  },
  finish: {
    before: then(taken),
    hand: ({ worker }, { id }, n) => worker(n).do(matter.finish, { id, ...did }),
    state: 'finished',
  },
  'verify or send back': {
    before: then(finished),
    hand: ({ checker }, { id }, n) =>
      either(
        n,
        () => checker(n).do(matter.verify, { id, reply: '已经核查过了' }),
        () => checker(n).do(matter.sendBack, { id, reason: '照片不清楚' }),
      ),
    state: null,
  },
  verify: {
    before: then(finished),
    hand: ({ checker }, { id }, n) => checker(n).do(matter.verify, { id, reply: '已经换好了' }),
    state: 'replied',
  },
  rate: {
    before: then(replied),
    hand: (hands, { receipt }) => byReporter(hands).do(matter.rate, { receipt, satisfaction: 5 }),
    state: 'closed',
  },
  'dispute (reopen)': {
    before: then(replied),
    hand: (hands, { receipt }) => byReporter(hands).do(matter.dispute, { receipt, why: '没有解决' }),
    state: 'handling',
  },
  'merge into each other': {
    before: async ({ report }) => ({ other: (await report()).id }),
    hand: ({ checker }, { id, other }, n) =>
      checker(n).do(matter.merge, n % 2 ? { id, into: other } : { id: other, into: id }),
    state: null,
  },
  'grant a pause': {
    before: asked('pause'),
    hand: ({ checker }, { id, requestId }, n) => checker(n).do(matter.pause, { id, requestId }),
    state: null,
  },
  'grant or refuse more time': {
    before: asked('extend'),
    hand: ({ checker }, { id, requestId }, n) =>
      either(
        n,
        () => checker(n).do(matter.extend, { id, requestId }),
        () => checker(n).do(matter.refuse, { id, requestId, why: '来得及' }),
      ),
    state: null,
  },
  'finish or withdraw': {
    before: then(taken),
    hand: (hands, { id, receipt }, n) =>
      either(
        n,
        () => hands.worker(n).do(matter.finish, { id, ...did }),
        () => byReporter(hands).do(matter.withdraw, { receipt }),
      ),
    state: null,
  },
}

/** One round of a flow by so many at once; what is wrong with it, nothing when one won and the others got 409 and how it stands. */
export async function oneRound(hands: Hands, name: string, many: number): Promise<{ round: Round; faults: string[] }> {
  const flow = flows[name]!
  const there = { ...(await hands.report()), other: '', requestId: '' }
  Object.assign(there, await flow.before(hands, there))
  const round = await race(Array.from({ length: many }, (_, n) => () => flow.hand(hands, there, n)))
  const faults: string[] = []
  if (round.winners !== 1) faults.push(`${round.winners} won`)
  for (const word of Object.keys(round.refused)) if (!word.startsWith('409 ')) faults.push(`a loser got ${word}`)
  if (flow.state && (round.states.size !== 1 || !round.states.has(flow.state)))
    faults.push(`losers were told ${[...round.states]}, not ${flow.state}: ${JSON.stringify(round.refused)}`)
  faults.push(
    ...(await crooked(
      hands.street.owner,
      [there.id, there.other].filter((id) => id !== ''),
    )),
  )
  return { round, faults: faults.map((fault) => `${name}: ${fault}`) }
}
