// One person in full, for a reason that can be looked up, written down before it leaves.
import type { Actor } from '#kernel/access.ts'
import { allOf, rule, works } from '#kernel/access.ts'
import { localDay, localInstant } from '#kernel/clock.ts'
import type { Tx } from '#kernel/database.ts'
import { operation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { register } from '../contract.ts'
import { openField } from '../people/sealed.ts'
import { type PersonRow, personById } from '../people/store.ts'
import { LIMITED, leftToday, spendOrStop } from './limits.ts'
import { houseOf, officeOver } from './office.ts'
import { discloseOne, hasOpened, isPurpose, purposesNow } from './store.ts'
import { registerProblems } from './words.ts'

const personNamed = (input: { id: string }, tx: Tx, actor: Actor) => personById(tx, actor.tenant, input.id)

/** How long a look for somebody's report stays untold to the person looked at, unless the matter is over before. */
const SHIELD_DAYS = 30
const DAY_MS = 86_400_000

/** Which reason holds is looked at in the act itself: it names a row that the asker may not even see. */
const forAReason = rule('for an open matter, a running visit or an open correction', () => true)
const mayLook = allOf<PersonRow>(works(...LIMITED), forAReason)

const wanted = (actor: Actor, row: PersonRow, now: Date) => ({
  tenant: actor.tenant,
  account: actor.id,
  person: row.id,
  home: row.home_id,
  now,
})

export const reveal = operation(register.reveal, {
  permit: [mayLook],
  subject: personNamed,
  async run({ input, subject, tx, actor, keys, now, write }) {
    const row = subject!
    const office = officeOver(actor, row.area_pos)!
    if (!(await isPurpose(tx, wanted(actor, row, now), input.for.kind, input.for.id)))
      throw new Problem(registerProblems.noPurpose)
    const fields = [...new Set(input.fields)]
    const values = fields.map((field) => ({ field, value: openField(keys, row, field) })).filter(({ value }) => value)
    if (values.length === 0) throw new Problem(registerProblems.notKept)
    const house = houseOf(row)
    const again = await hasOpened(tx, actor.tenant, actor.id, house, localInstant(localDay(now)))
    const left = again
      ? await leftToday(tx, actor, 'households', now)
      : await spendOrStop(tx, actor, 'households', 1, now)
    write(
      discloseOne(
        {
          tenant: actor.tenant,
          person: row.id,
          house,
          actor: actor.id,
          office: office.areaId,
          role: office.role,
          way: 'unmask',
          purpose: input.for.kind,
          purposeId: input.for.id,
          fields: values.map(({ field }) => field),
          delayedUntil: input.for.kind === 'matter' ? new Date(now.getTime() + SHIELD_DAYS * DAY_MS) : undefined,
        },
        now,
      ),
    )
    return { values, left }
  },
})

export const reasons = operation(register.reasons, {
  permit: [mayLook],
  subject: personNamed,
  async run({ subject, tx, actor, now }) {
    const { matters, visits, corrections } = await purposesNow(tx, wanted(actor, subject!, now))
    return {
      reasons: [
        ...visits.map(({ id }) => ({ kind: 'visit' as const, id, no: '', title: '' })),
        ...matters.map(({ id, no, title }) => ({ kind: 'matter' as const, id, no, title })),
        ...corrections.map(({ id }) => ({ kind: 'correction' as const, id, no: '', title: '' })),
      ],
      left: await leftToday(tx, actor, 'households', now),
    }
  },
})
