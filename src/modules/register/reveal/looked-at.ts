// Who looked at my data: told to the person himself, by a slip from the desk.
import { machine, machineOnly } from '#kernel/access.ts'
import { operation } from '#kernel/operation.ts'
import { register } from '../contract.ts'
import { enterBySlip, himself, isHimself } from '../people/slip.ts'
import { entriesOf, looksAtPerson } from './store.ts'

/** More than anybody reads; older ones are asked for at the desk. */
const MOST = 500

/** By Linli itself: it sees the matters that the person does not, to know whether a reporter is still shielded. */
export const looksOf = operation(register.looksOf, {
  permit: [machineOnly],
  async run({ input, tx, actor, now }) {
    const entries = await entriesOf(tx, actor.tenant, input.id)
    const rows = await looksAtPerson(tx, actor.tenant, entries, now, MOST + 1)
    const page = rows.slice(0, MOST)
    return {
      looks: page
        .filter(({ shielded }) => !shielded)
        .map(({ at, office, office_en, shielded: _, ...look }) => ({
          ...look,
          at: at.toISOString(),
          office: office ?? '',
          officeEn: office_en ?? '',
        })),
      later: page.filter(({ shielded }) => shielded).length,
      more: rows.length > MOST,
    }
  },
})

export const lookedAt = operation(register.lookedAt, {
  permit: [isHimself],
  enter: enterBySlip,
  subject: himself,
  run: ({ subject, actor, perform }) =>
    perform(looksOf, { id: subject!.id }, machine(actor.tenant, 'looks at one person')),
})
