// Somebody who is in the register already, as a file has him: shown side by side, masked; taken, kept apart or left.
import type { Actor } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import type { Keys } from '#kernel/crypto.ts'
import type { Tx } from '#kernel/database.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { register } from '../contract.ts'
import { countAlong } from '../people/changing.ts'
import { merge } from '../people/merge.ts'
import { type OpenedFrom, openPerson, type PlainPerson } from '../people/sealed.ts'
import { lockPerson, type PersonRow, personById } from '../people/store.ts'
import { maskName, maskPhone } from '../personal.ts'
import { enters, entersSomewhere } from '../rights.ts'
import { enterOffer, lockOffer, type OfferRow, offersAfter, settle } from './fault-store.ts'
import { importProblems } from './words.ts'

type Shown = OpenedFrom & Pick<OfferRow, 'birth_year' | 'sex' | 'relation' | 'lives_here' | 'address'>

const side = (plain: PlainPerson, row: Shown) => ({
  ...{ name: maskName(plain.name), phone: maskPhone(plain.phone), birthYear: row.birth_year, sex: row.sex },
  ...{ relation: row.relation, address: row.address ?? '', livesHere: row.lives_here },
})

/**
 * Names of fields in which they differ as far as is shown: whether hidden parts agree is not told, or ten thousand rows
 * with one phone each would find the one that is kept.
 */
function differing(there: PlainPerson, sent: PlainPerson, row: PersonRow, offer: OfferRow): string[] {
  const shown = (['name', 'phone'] as const).filter((field) => {
    const mask = field === 'name' ? maskName : maskPhone
    return sent[field] !== '' && mask(sent[field]) !== mask(there[field])
  })
  const birth = offer.birth_year !== null && offer.birth_year !== row.birth_year ? ['birth'] : []
  const plain = [
    ...(row.home_id === offer.home_id ? [] : ['address']),
    ...(row.relation === offer.relation ? [] : ['relation']),
    ...(row.sex === offer.sex ? [] : ['sex']),
    ...(row.lives_here === offer.lives_here ? [] : ['livesHere']),
  ]
  return [...shown, ...birth, ...plain]
}

function toOffer(keys: Keys, offer: OfferRow, row: PersonRow) {
  const [there, sent] = [openPerson(keys, row), openPerson(keys, offer)]
  return {
    ...{ id: offer.id, batchId: offer.batch_id, line: offer.line, personId: row.id, version: offer.version },
    ...{ there: side(there, row), sent: side(sent, offer), differ: differing(there, sent, row, offer) },
  }
}

export const offers = operation(register.offers, {
  permit: [entersSomewhere],
  async run({ input, tx, actor, keys }) {
    const rows = await offersAfter(tx, actor.tenant, input.batchId, input.after, input.limit + 1)
    const page = rows.slice(0, input.limit)
    const people = await Promise.all(page.map((row) => personById(tx, actor.tenant, row.person_id)))
    return {
      offers: page.flatMap((row, at) => (people[at] ? [toOffer(keys, row, people[at])] : [])),
      next: rows.length > page.length ? page.at(-1)!.id : null,
    }
  },
})

const locked = (input: { id: string }, tx: Tx, actor: Actor) => lockOffer(tx, actor.tenant, input.id)

/** What the file says where it says anything: a sender who leaves out a phone has not said that there is none. */
const said = (plain: PlainPerson) =>
  (['name', 'phone', 'birth', 'homePlace', 'need'] as const).filter((field) => plain[field] !== '')

export const settleOffer = operation(register.settleOffer, {
  permit: [enters],
  subject: locked,
  async run(context) {
    const { input, subject, tx, actor, keys, now, write, perform, made } = context
    const offer = subject!
    if (offer.version !== input.version) throw new Problem(doorProblems.changed)
    if (offer.settled !== 'open') throw new Problem(importProblems.offerSettled)
    write(settle(offer, input.way, actor.id, now))
    made({ id: offer.id, area_pos: offer.area_pos, version: offer.version + 1 })
    if (input.way === 'left') return { id: offer.id, personId: null }
    await enterOffer(tx, offer, localDay(now), now)
    countAlong(context, [{ grid: offer.grid_id, class: offer.class as PersonRow['class'], n: 1 }])
    if (input.way === 'apart') return { id: offer.id, personId: offer.id }
    const kept = await lockPerson(tx, actor.tenant, offer.person_id)
    if (!kept) throw new Problem(doorProblems.missing)
    const take = said(openPerson(keys, offer))
    await perform(merge, { id: offer.id, version: 1, into: kept.id, intoVersion: kept.version, take })
    return { id: offer.id, personId: kept.id }
  },
})
