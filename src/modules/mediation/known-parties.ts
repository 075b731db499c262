// Parties by name: what Linli knows already (the register, whoever reported the matter) is not typed again.
import type { z } from 'zod'
import type { Context } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { reporterOf, toldOf } from '#modules/matter/index.ts'
import { knownPerson } from '#modules/register/index.ts'
import type { PartyIn } from './contract/shapes.ts'
import { mediationProblems } from './words.ts'

type Given = z.output<typeof PartyIn>
type Asking = Pick<Context, 'tx' | 'keys' | 'actor'>

async function known({ tx, keys, actor }: Asking, party: Given, matterId: string | undefined) {
  if (party.personId) {
    const person = await knownPerson(tx, keys, actor.tenant, party.personId)
    if (!person) throw new Problem(mediationProblems.notThere)
    return person
  }
  return party.reporter && matterId ? reporterOf(tx, keys, actor.tenant, matterId) : undefined
}

/** The same parties, each with a name; a phone that was typed wins over one that was known. */
export async function namedParties(context: Asking, parties: readonly Given[], matterId?: string): Promise<Given[]> {
  const named: Given[] = []
  for (const party of parties) {
    const of = party.name && !party.personId ? undefined : await known(context, party, matterId)
    const name = party.name || (of?.name ?? '')
    if (!name) throw new Problem(mediationProblems.nameless)
    const phone = party.phone ?? of?.phone
    named.push({ ...party, name, ...(phone ? { phone } : {}) })
  }
  return named
}

/** The matter that a file begins as: one that its opener sees. */
export async function matterSeen({ tx, actor }: Asking, matterId: string | undefined): Promise<void> {
  if (matterId && !(await toldOf(tx, actor.tenant, [matterId])).has(matterId))
    throw new Problem(mediationProblems.notThere)
}
