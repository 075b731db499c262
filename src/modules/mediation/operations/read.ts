// Lists of files, and one file whole. Closed notes are no part of it: operations/notes.ts.
import type { Actor, Rule } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import type { Tx } from '#kernel/database.ts'
import { isOpen } from '#kernel/lifecycle.ts'
import { type AnyOperation, abilities, operation } from '#kernel/operation.ts'
import { tokenReaches } from '#kernel/token.ts'
import { areaById } from '#modules/area/index.ts'
import { dayNumber, dayText } from '#modules/calendar/index.ts'
import { mediation } from '../contract.ts'
import { kindsOf } from '../kinds.ts'
import { type MediationState, mediationLife } from '../lifecycle.ts'
import { seen } from '../moving.ts'
import { namesOf } from '../names.ts'
import { inFull } from '../parties.ts'
import { beforeAnybody, desks, lists, mediates, mediatesSomewhere, readsAsMediator, readsAtDesk } from '../rights.ts'
import { openIn } from '../sealed.ts'
import { type MediationRow, mediationsOf, mediationsWithin, partiesOf, sessionsOf } from '../store.ts'
import { toMediation, toSummary } from '../view.ts'
import * as accepting from './accepting.ts'
import * as after from './after.ts'
import * as agreeing from './agreeing.ts'
import * as archiving from './archiving.ts'
import * as avoiding from './avoiding.ts'
import * as confirm from './confirm.ts'
import * as ending from './ending.ts'
import * as meeting from './meeting.ts'
import { note } from './notes.ts'
import { giveCode } from './party-page.ts'
import * as referring from './referring.ts'
import * as talking from './talking.ts'
import * as tiers from './tiers.ts'

const MOST = 200
/** Sessions that whoever mediates has before him. */
const AHEAD_DAYS = 7
const STATES = Object.keys(mediationLife.states) as MediationState[]
const SHOWN = {
  open: STATES.filter((state) => isOpen(mediationLife, state)),
  closed: STATES.filter((state) => !isOpen(mediationLife, state)),
  all: STATES,
}

async function summaries(tx: Tx, tenant: string, rows: readonly MediationRow[]) {
  const [kinds, names] = await Promise.all([
    kindsOf(tx, tenant),
    namesOf(
      tx,
      tenant,
      rows.map((row) => row.lead_id),
    ),
  ])
  return rows.map((row) => toSummary(row, kinds, names))
}

const areaNamed = (input: { areaId: string }, tx: Tx, actor: Actor) => areaById(tx, actor.tenant, input.areaId)

export const list = operation(mediation.list, {
  permit: [lists],
  subject: areaNamed,
  async run({ input, subject, tx, actor }) {
    const span = { pos: subject!.area_pos, end: subject!.area_end }
    const rows = await mediationsWithin(tx, actor.tenant, span, SHOWN[input.show], input.kind, MOST + 1)
    return { mediations: await summaries(tx, actor.tenant, rows.slice(0, MOST)), more: rows.length > MOST }
  },
})

export const mine = operation(mediation.mine, {
  permit: [mediatesSomewhere],
  async run({ tx, actor, keys, now }) {
    const rows = await mediationsOf(tx, actor.tenant, actor.id)
    const today = localDay(now)
    const last = dayText(dayNumber(today) + AHEAD_DAYS)
    const ids = rows.filter(({ closed_at }) => !closed_at).map(({ id }) => id)
    const titles = new Map(rows.map(({ id, title }) => [id, title]))
    const sessions = await sessionsOf(tx, actor.tenant, ids, [today, last])
    return {
      mediations: await summaries(tx, actor.tenant, rows),
      sessions: sessions.map((one) => ({
        ...{ id: one.id, mediationId: one.mediation_id, title: titles.get(one.mediation_id) ?? '' },
        place: openIn(keys, 'mediation_meeting', one, 'place', one.place),
        ...{ heldOn: one.held_on, from: one.from_minute, until: one.until_minute },
      })),
    }
  },
})

const moves = [accepting, talking, tiers, agreeing, ending, after, archiving].flatMap((part) =>
  Object.values(part).filter((one) => typeof one === 'object' && 'permit' in one),
)

/** What is added to a file while it stays in its state, and in which states it is. */
const ADDED: readonly (readonly [AnyOperation, readonly MediationState[]])[] = [
  [meeting.planMeeting, ['accepted', 'mediating', 'suspended', 'agreed', 'performing']],
  [meeting.callOff, ['accepted', 'mediating', 'suspended', 'agreed', 'performing']],
  [meeting.invite, ['accepted', 'mediating', 'suspended', 'agreed', 'performing']],
  [meeting.propose, ['mediating', 'suspended']],
  [meeting.answerProposal, ['mediating', 'suspended']],
  [accepting.appoint, ['accepted', 'mediating', 'suspended', 'agreed', 'performing']],
  [tiers.workJointly, ['accepted', 'mediating', 'suspended']],
  [accepting.consent, ['applied', 'accepted', 'mediating', 'suspended']],
  [giveCode, ['applied', 'accepted', 'mediating', 'suspended', 'agreed', 'performing']],
  [accepting.addParty, ['applied', 'accepted', 'mediating', 'suspended']],
  [talking.addEvidence, ['accepted', 'mediating', 'suspended', 'agreed', 'performing']],
  [after.handBack, ['performing', 'settled']],
  [confirm.confirmation, ['performing', 'settled']],
  [after.moveFollowUp, ['performing']],
  [talking.record, ['accepted', 'mediating', 'suspended']],
  [note, ['accepted', 'mediating', 'suspended', 'agreed']],
  [agreeing.sign, ['agreed']],
  [after.performed, ['performing']],
  [after.followUp, ['performing']],
  [after.endFollowUps, ['performing']],
  [avoiding.disclose, ['accepted', 'mediating', 'suspended']],
  [avoiding.tellTies, ['accepted', 'mediating', 'suspended']],
  [avoiding.askAvoidance, ['accepted', 'mediating', 'suspended', 'agreed']],
  [avoiding.decideAvoidance, ['accepted', 'mediating', 'suspended', 'agreed']],
]

function canDo(actor: Actor, row: MediationRow): string[] {
  const added = ADDED.filter(
    ([op, states]) =>
      states.includes(row.state) &&
      tokenReaches(actor, op.signature) &&
      op.permit.some((one: Rule<MediationRow>) => one.mayEver(actor) && one.allows(actor, row)),
  )
  // Until it is signed for, nobody mediates what was handed up.
  const waits = row.state === 'accepted' && row.lead_id === null && desks.mayEver(actor) && desks.allows(actor, row)
  const answers =
    row.referred_by !== null &&
    row.replied_on === null &&
    referring.replyReferral.permit.some((one: Rule<MediationRow>) => one.mayEver(actor) && one.allows(actor, row))
  const verbs = added.map(([op]) => op.signature.name.split('.')[1]!)
  return [
    ...abilities(moves as never, actor, row),
    ...verbs,
    ...(waits ? ['receive'] : []),
    ...(answers ? ['replyReferral'] : []),
  ]
}

/** Whoever works on it now calls people by their names; the desk until somebody does. */
export const reveal = operation(mediation.reveal, {
  permit: [readsAsMediator, beforeAnybody],
  subject: seen,
  async run({ subject, tx, keys }) {
    return { parties: (await partiesOf(tx, subject!)).map((row) => inFull(keys, row)) }
  },
})

export const get = operation(mediation.get, {
  permit: [readsAsMediator, readsAtDesk],
  subject: seen,
  async run({ subject, tx, actor, keys, now }) {
    const row = subject!
    const reveals = reveal.permit.some((one) => one.mayEver(actor) && one.allows(actor, row))
    const can = [...canDo(actor, row), ...(reveals ? ['reveal'] : [])]
    const own = { readsNotes: mediates.allows(actor, row), can }
    return toMediation({ tx, keys, now }, row, await kindsOf(tx, actor.tenant), own)
  },
})
