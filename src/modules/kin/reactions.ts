// What is newly recorded is barred in the same transaction from those to whose relatives or home it leads.
import { machine } from '#kernel/access.ts'
import type { Reaction } from '#kernel/door.ts'
import type { Context } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { look } from './operations.ts'
import { kinProblems } from './words.ts'

/** Of a file its parties and home are read as they stand now: some of them come from the matter it began with. */
const lookAtFile = async ({ perform, actor, subject }: Context) =>
  (await perform(look, { ids: [subject!.id], file: subject!.id }, machine(actor.tenant, 'kin'))).accounts

export const reactions: readonly Reaction[] = [
  {
    on: 'matter.report',
    run: async ({ subject, input, perform, actor }) => {
      const { phone } = input as { phone?: string }
      if (subject && phone) await perform(look, { ids: [subject.id], phones: [phone] }, machine(actor.tenant, 'kin'))
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
