// The other endings: failed, withdrawn, refused, terminated. Where else to turn is told with each (人民调解法 art. 26).
import { operation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { mediation } from '../contract.ts'
import { locked, moved, stepOf } from '../moving.ts'
import { beforeAnybody, mediates } from '../rights.ts'
import { changeParty, partiesOf } from '../store.ts'
import { mediationProblems } from '../words.ts'

const over = (at: Date, outcome: 'failed' | 'withdrawn' | 'refused' | 'terminated') => ({
  ...{ closed_at: at, outcome, due_on: null },
})

export const fail = operation(mediation.fail, {
  permit: [mediates],
  subject: locked,
  moves: stepOf('fail'),
  async run(context) {
    const { routes, words } = context.input
    return moved(context, 'fail', { set: over(context.now, 'failed'), routes, words })
  },
})

export const terminate = operation(mediation.terminate, {
  permit: [mediates],
  subject: locked,
  moves: stepOf('terminate'),
  async run(context) {
    const { routes, words } = context.input
    return moved(context, 'terminate', { set: over(context.now, 'terminated'), routes, words })
  },
})

export const withdraw = operation(mediation.withdraw, {
  permit: [mediates, beforeAnybody],
  subject: locked,
  moves: stepOf('withdraw'),
  run: async (context) =>
    moved(context, 'withdraw', { set: over(context.now, 'withdrawn'), words: context.input.words }),
})

export const refuse = operation(mediation.refuse, {
  permit: [mediates, beforeAnybody],
  subject: locked,
  moves: stepOf('refuse'),
  async run(context) {
    const { input, subject, tx, now, write } = context
    const party = (await partiesOf(tx, subject!)).find((one) => one.id === input.partyId)
    if (!party) throw new Problem(mediationProblems.notThere)
    write(changeParty(party, { consent: 'refused' }))
    return moved(context, 'refuse', { set: over(now, 'refused'), routes: input.routes })
  },
})
