// Two entries that a file brought together, in full and side by side: whoever has to say whether they are one person.

import type { Actor } from '#kernel/access.ts'
import { localDay, localInstant } from '#kernel/clock.ts'
import type { Tx } from '#kernel/database.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { register } from '../contract.ts'
import { lockOffer } from '../import/fault-store.ts'
import { importProblems } from '../import/words.ts'
import { openField, type PersonField } from '../people/sealed.ts'
import { personById } from '../people/store.ts'
import { enters } from '../rights.ts'
import { leftToday, spendOrStop } from './limits.ts'
import { houseOf, officeOver } from './office.ts'
import { discloseOne, hasOpened } from './store.ts'
import { registerProblems } from './words.ts'

const offered = (input: { id: string }, tx: Tx, actor: Actor) => lockOffer(tx, actor.tenant, input.id)

type Opened = { field: PersonField; value: string }[]

/** The offer is the task: open, and of the asker's area. Each of the two is told, should they turn out to be two. */
export const compareOffer = operation(register.compareOffer, {
  permit: [enters],
  subject: offered,
  async run({ input, subject, tx, actor, keys, now, write }) {
    const offer = subject!
    if (offer.settled !== 'open') throw new Problem(importProblems.offerSettled)
    const row = await personById(tx, actor.tenant, offer.person_id)
    if (!row || !enters.allows(actor, row)) throw new Problem(doorProblems.missing)
    const fields = [...new Set(input.fields)]
    const opened = (of: typeof row | typeof offer): Opened =>
      fields.map((field) => ({ field, value: openField(keys, of, field) })).filter(({ value }) => value)
    const [there, sent] = [opened(row), opened(offer)]
    if (there.length + sent.length === 0) throw new Problem(registerProblems.notKept)
    const house = houseOf(row)
    const again = await hasOpened(tx, actor.tenant, actor.id, house, localInstant(localDay(now)))
    const left = again
      ? await leftToday(tx, actor, 'households', now)
      : await spendOrStop(tx, actor, 'households', 1, now)
    const office = officeOver(actor, row.area_pos)!
    for (const [person, values] of [
      [row.id, there],
      [offer.id, sent],
    ] as const)
      if (values.length > 0)
        write(
          discloseOne(
            {
              ...{ tenant: actor.tenant, person, house, actor: actor.id, office: office.areaId, role: office.role },
              ...{ way: 'unmask', purpose: 'merge', purposeId: offer.id, fields: values.map(({ field }) => field) },
            },
            now,
          ),
        )
    return { there, sent, left }
  },
})
