// What is newly recorded is barred in the same transaction from those to whose relatives or home it leads.
import { machine } from '#kernel/access.ts'
import type { Reaction } from '#kernel/door.ts'
import type { Context } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { look } from './operations.ts'
import { kinProblems } from './words.ts'

type Named = { readonly phone?: string | undefined }
type File = { readonly parties: readonly Named[]; readonly homeId?: string }

const phones = (all: readonly Named[]) => all.flatMap(({ phone }) => (phone ? [phone] : []))

async function lookAt({ perform, actor }: Context, id: string, all: readonly Named[], homes: readonly string[] = []) {
  const found = { ids: [id], phones: phones(all), homes: [...homes] }
  if (found.phones.length + homes.length === 0) return []
  return (await perform(look, found, machine(actor.tenant, 'kin'))).accounts
}

const idOf = (answer: unknown) => (answer as { id: string }).id

export const reactions: readonly Reaction[] = [
  {
    on: 'matter.report',
    run: async (context) => {
      if (context.subject) await lookAt(context, context.subject.id, [context.input as Named])
    },
  },
  {
    on: 'mediation.apply',
    run: async (context, answer) => {
      const { parties, homeId } = context.input as File
      await lookAt(context, idOf(answer), parties, homeId ? [homeId] : [])
    },
  },
  {
    // Whoever settles it on the spot mediates it.
    on: 'mediation.recordOnSpot',
    run: async (context, answer) => {
      const { parties, homeId } = context.input as File
      const barred = await lookAt(context, idOf(answer), parties, homeId ? [homeId] : [])
      if (barred.includes(context.actor.id)) throw new Problem(kinProblems.byAnother)
    },
  },
  {
    on: 'mediation.addParty',
    run: async (context, answer) => {
      await lookAt(context, idOf(answer), [(context.input as { party: Named }).party])
    },
  },
]
