// One side of a file, as that side sees it: built from its own rows alone, so that nothing of the other's can be in it.
import type { z } from 'zod'
import type { Keys } from '#kernel/crypto.ts'
import type { Tx } from '#kernel/database.ts'
import { committeeById, complaintOf } from '#modules/committee/index.ts'
import { maskPhone } from '#modules/register/index.ts'
import type { mediation } from './contract.ts'
import { followUpsOf } from './follow-up-store.ts'
import { kindsOf } from './kinds.ts'
import { type MediationState, mediationLife, type ROUTES } from './lifecycle.ts'
import { namesOf } from './names.ts'
import { inFull, shownName } from './parties.ts'
import { openIn } from './sealed.ts'
import * as store from './store.ts'

type Answer = z.input<typeof mediation.mySide.output>
type Asked = { readonly tx: Tx; readonly keys: Keys; readonly today: string }

const MEETS = ['accepted', 'mediating', 'suspended', 'agreed'] as const
const isOf = (states: readonly string[], state: MediationState) => states.includes(state)

/** What this side may say now. */
export function sideCan(row: store.MediationRow, own: store.PartyRow, courtOpen: boolean): Answer['can'] {
  const goesOn = isOf(['applied', 'accepted', 'mediating', 'suspended'], row.state)
  return [
    ...(goesOn && own.consent === 'open' ? (['sayConsent'] as const) : []),
    ...(goesOn && own.side === 'applicant' ? (['takeBack'] as const) : []),
    ...(row.lead_id && isOf(MEETS, row.state) ? (['askAnother'] as const) : []),
    ...(courtOpen ? (['wishCourt'] as const) : []),
  ]
}

/** Of whoever mediates it or did, until it is sealed. */
export const mayComplain = (row: store.MediationRow): boolean =>
  row.committee_id !== null && row.mediator_ids.length > 0 && row.state !== 'archived'

/** He has said that he wishes it: a step of his side. */
export const wishes = (steps: readonly store.StepRow[], own: store.PartyRow): boolean =>
  steps.some((one) => one.move === 'wishCourt' && one.reason === own.side)

async function agreedIn({ tx, keys }: Asked, row: store.MediationRow): Promise<Answer['agreement']> {
  const agreement = await store.agreementOf(tx, row)
  if (!agreement?.effective_on) return null
  const terms = await store.termsOf(tx, row.tenant_id, agreement.id)
  return {
    effectiveOn: agreement.effective_on,
    ...{ confirmUntil: agreement.confirm_until, confirmation: agreement.confirmation },
    terms: terms.map((one) => ({
      words: openIn(keys, 'mediation_term', one, 'words', one.words),
      ...{ fen: one.fen === null ? null : Number(one.fen), dueOn: one.due_on, doneOn: one.done_on },
    })),
  }
}

/** Only what is his, what both have signed, and what the mediators do. */
export async function ownSide(asked: Asked, row: store.MediationRow, own: store.PartyRow): Promise<Answer> {
  const { tx, keys, today } = asked
  const [kinds, steps, meetings, evidence, visits, agreement, committee, names, complaint] = await Promise.all([
    kindsOf(tx, row.tenant_id),
    store.stepsOf(tx, row),
    store.meetingsOf(tx, row),
    store.evidenceOf(tx, row),
    followUpsOf(tx, row),
    agreedIn(asked, row),
    row.committee_id ? committeeById(tx, row.tenant_id, row.committee_id) : undefined,
    namesOf(tx, row.tenant_id, row.mediator_ids),
    complaintOf(asked, row.tenant_id, own.id),
  ])
  const kind = kinds.get(row.kind)
  const { phone } = inFull(keys, own)
  // Asked for on the page: the first step has no person of the office, and the words are the applicant's.
  const wroteIt = own.side === 'applicant' && own.sort === 0 && row.source === 'applied' && steps[0]?.actor_id === null
  const wishesCourt = wishes(steps, own)
  const courtOpen =
    agreement?.confirmation === 'none' &&
    !wishesCourt &&
    agreement.confirmUntil !== null &&
    today <= agreement.confirmUntil
  return {
    ...{ no: row.no, state: row.state, kind: { zh: kind?.zh ?? row.kind, en: kind?.en ?? row.kind } },
    ...{ side: own.side, name: shownName(keys, own), phone: phone && maskPhone(phone), consent: own.consent },
    ...{ appliedAt: row.applied_at.toISOString(), dueOn: row.due_on, committee: committee?.name ?? '' },
    mediators: row.mediator_ids.flatMap((id) => ({ id, name: names.get(id) ?? '' })),
    meetings: meetings
      .filter((one) => one.state === 'planned')
      .map((one) => ({
        ...{ heldOn: one.held_on, from: one.from_minute, until: one.until_minute, mode: one.mode },
        place: openIn(keys, 'mediation_meeting', one, 'place', one.place),
      })),
    told: wroteIt
      ? {
          facts: openIn(keys, 'mediation', row, 'facts', row.facts),
          requests: openIn(keys, 'mediation', row, 'requests', row.requests),
        }
      : null,
    papers: evidence
      .filter((one) => one.party_id === own.id)
      .map((one) => ({ name: openIn(keys, 'mediation_evidence', one, 'name', one.name), givenOn: one.given_on })),
    agreement,
    followUps: visits
      .filter((one) => one.state !== 'dropped')
      .map((one) => ({ dueOn: one.due_on, made: one.state === 'done' })),
    routes: (steps.findLast(({ routes }) => routes.length > 0)?.routes ?? []) as (typeof ROUTES)[number][],
    wishesCourt,
    complaint,
    can: [
      ...(mediationLife.states[row.state].open ? sideCan(row, own, courtOpen) : []),
      ...(mayComplain(row) && complaint?.state !== 'open' ? (['complain'] as const) : []),
    ],
  }
}
