// What is newly recorded is barred in the same transaction from those to whose relatives or home it leads.
import { machine } from '#kernel/access.ts'
import { barAll } from '#kernel/barring.ts'
import type { Reaction } from '#kernel/door.ts'
import type { Context } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { phoneMac } from './find.ts'
import { look } from './operations.ts'
import { declaredWith } from './store.ts'
import { kinProblems } from './words.ts'

/** Of a file its parties and home are read as they stand now: some of them come from the matter it began with. */
const lookAtFile = async ({ perform, actor, subject }: Context) =>
  (await perform(look, { id: subject!.id }, machine(actor.tenant, 'kin'))).accounts

export const reactions: readonly Reaction[] = [
  {
    on: 'matter.report',
    // Written with the report itself: nearly every report leads to nobody, and none should wait to learn it.
    run: async ({ subject, input, actor: { tenant }, keys, now, write }) => {
      const { phone } = input as { phone?: string }
      if (subject && phone) write(barAll(declaredWith(tenant, [phoneMac(keys, tenant, phone)], []), [subject.id], now))
    },
  },
  ...['mediation.apply', 'mediation.ask', 'mediation.addParty'].map((on) => ({
    on,
    run: async (context: Context) => {
      await lookAtFile(context)
    },
  })),
  {
    // Whoever settles it on the spot mediates it.
    on: 'mediation.recordOnSpot',
    run: async (context) => {
      const barred = await lookAtFile(context)
      if (barred.includes(context.actor.id)) throw new Problem(kinProblems.byAnother)
    },
  },
]
