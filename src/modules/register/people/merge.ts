// Two entries of one person become one, and can become two again: the other entry keeps all it says and shows who it is now.
import type { Actor } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import { k, type Tx } from '#kernel/database.ts'
import { step } from '#kernel/lifecycle.ts'
import { operation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { register } from '../contract.ts'
import { personLife } from '../lifecycle.ts'
import { gridsChanged } from '../portrait/store.ts'
import { enters } from '../rights.ts'
import { registerProblems } from '../words.ts'
import { changePerson, countAlong, dayOf, sameVersion } from './changing.ts'
import { keepsNumber, sealAgain } from './entering.ts'
import { openPast, pastOf } from './past.ts'
import { FIELDS, openPerson, type PersonField, type PlainPerson } from './sealed.ts'
import { lockPerson, type PersonRow } from './store.ts'
import { toPerson } from './view.ts'

const locked = (input: { id: string }, tx: Tx, actor: Actor) => lockPerson(tx, actor.tenant, input.id)

/** The kept entry with what was chosen of the other one; its number too, where only the other had one. */
function taken(kept: PlainPerson, other: PlainPerson, take: readonly PersonField[]): PlainPerson {
  return Object.fromEntries(
    FIELDS.map((field) => [field, take.includes(field) ? other[field] : kept[field]]),
  ) as PlainPerson
}

export const merge = operation(register.merge, {
  permit: [enters],
  subject: locked,
  moves: step(personLife, 'merge'),
  async run(context) {
    const { input, subject, tx, actor, keys, now, write } = context
    const other = subject!
    sameVersion(other, input.version)
    if (input.into === other.id) throw new Problem(registerProblems.mergeSelf)
    const kept = await lockPerson(tx, actor.tenant, input.into)
    if (!kept || !enters.allows(actor, kept) || kept.state !== 'here') throw new Problem(registerProblems.mergeInto)
    sameVersion(kept, input.intoVersion)
    const keepNumber = await keepsNumber(tx, actor.tenant, localDay(now))
    const plain = taken(openPerson(keys, kept), openPerson(keys, other), input.take)
    const takesNumber = input.take.includes('number') || kept.number_mac === null
    const sealed = sealAgain(keys, kept, plain, { addressKey: '', keepNumber })
    const set = {
      ...{
        ...sealed,
        same_mac: kept.same_mac,
        number_mac: takesNumber ? (other.number_mac ?? kept.number_mac) : kept.number_mac,
      },
      ...{
        source: `merge ${other.id}`,
        as_of: dayOf(now, undefined, kept.as_of),
        version: kept.version + 1,
        changed_at: now,
      },
    }
    write(pastOf(keys, kept, set.as_of, now))
    write(gridsChanged(kept.tenant_id, [kept.grid_id]))
    write(k.updateTable('person').set(set).where('tenant_id', '=', kept.tenant_id).where('id', '=', kept.id))
    const after = changePerson(context, other, dayOf(now, undefined, other.as_of), {
      ...{ state: 'merged', merged_into: kept.id, source: 'merge' },
    })
    countAlong(context, [{ grid: other.grid_id, class: other.class, n: -1 }])
    return { merged: toPerson(keys, after), kept: toPerson(keys, { ...kept, ...set }) }
  },
})

/** What the kept entry said before the merge, unless it was changed since. */
async function saidBefore(tx: Tx, keys: Parameters<typeof openPast>[0], of: PersonRow) {
  const row = await tx.first(
    k
      .selectFrom('person_past')
      .selectAll()
      .where('tenant_id', '=', of.tenant_id)
      .where('person_id', '=', of.id)
      .orderBy('made_at', 'desc')
      .orderBy('id', 'desc')
      .limit(1),
  )
  return row && openPast(keys, row)
}

export const unmerge = operation(register.unmerge, {
  permit: [enters],
  subject: locked,
  moves: step(personLife, 'unmerge'),
  async run(context) {
    const { input, subject, tx, actor, keys, now, write } = context
    const other = subject!
    sameVersion(other, input.version)
    const kept = await lockPerson(tx, actor.tenant, other.merged_into!)
    if (kept && kept.source === `merge ${other.id}`) {
      const before = await saidBefore(tx, keys, kept)
      const keepNumber = await keepsNumber(tx, actor.tenant, localDay(now))
      const day = dayOf(now, undefined, kept.as_of)
      const sealed = before && sealAgain(keys, kept, before, { addressKey: '', keepNumber })
      const number_mac = before?.numberMac ? Buffer.from(before.numberMac, 'hex') : null
      write(pastOf(keys, kept, day, now))
      write(gridsChanged(kept.tenant_id, [kept.grid_id]))
      write(
        k
          .updateTable('person')
          .set({
            ...{ ...sealed, same_mac: kept.same_mac, number_mac, source: 'unmerge', as_of: day },
            ...{ version: kept.version + 1, changed_at: now },
          })
          .where('tenant_id', '=', kept.tenant_id)
          .where('id', '=', kept.id),
      )
    }
    const after = changePerson(context, other, dayOf(now, undefined, other.as_of), {
      ...{ state: 'here', merged_into: null, source: 'unmerge' },
    })
    countAlong(context, [{ grid: other.grid_id, class: other.class, n: 1 }])
    return toPerson(keys, after)
  },
})
