// A resident asks for mediation by the code at his door; each party then has a page of its own, by a code of its own.
import { type Actor, anyone, machine, rule } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import type { Tx } from '#kernel/database.ts'
import type { Directory } from '#kernel/directory.ts'
import { newId } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { areaById, pathOf } from '#modules/area/index.ts'
import { complainFrom, mediatorsOf } from '#modules/committee/index.ts'
import { enterByCode, placeById } from '#modules/place/index.ts'
import { PartyIn } from '../contract/shapes.ts'
import { mediation } from '../contract.ts'
import { kindFor, kindsOf } from '../kinds.ts'
import { type MediationMove, mediationLife } from '../lifecycle.ts'
import { locked, moved, noted, type Working, writeStep } from '../moving.ts'
import { mayComplain, ownSide, sideCan, wishes } from '../own-side.ts'
import { inFull, partyRow, principals } from '../parties.ts'
import { enterByParty, giveCodeTo, isParty, ownFile, ownFileLocked, pageOfParty } from '../party-code.ts'
import { plannedReminders } from '../reminders.ts'
import { beforeAnybody, mediates } from '../rights.ts'
import { sealIn } from '../sealed.ts'
import { agreementOf, changeParty, insertMediation, type MediationRow, partiesOf, stepsOf } from '../store.ts'
import { mediationProblems } from '../words.ts'
import { askAvoidance } from './avoiding.ts'

/** The new file's id is known before it exists: row-level security lets whoever asks write that one file and no other. */
async function enterToAsk(input: { code: string }, actor: Actor, directory: Directory): Promise<Actor | undefined> {
  const entered = await enterByCode(input, actor, directory)
  return entered && { ...entered, ids: [...entered.ids, newId()] }
}

/** The grid where the code hangs. */
async function gridThere(_: unknown, tx: Tx, actor: Actor) {
  const place = await placeById(tx, actor.tenant, actor.place ?? '')
  const path = place ? await pathOf(tx, actor.tenant, place.area_pos) : []
  const id = path.find(({ level }) => level === 'grid')?.id
  const grid = id === undefined ? undefined : await areaById(tx, actor.tenant, id)
  return grid && { id: grid.id, area_pos: grid.area_pos }
}

const inFront = anyone('anybody in front of a printed code may ask for mediation, which is free by law')

export const ask = operation(mediation.ask, {
  permit: [rule<{ id: string }>('scanned the printed code', (actor) => actor.place !== undefined)],
  enter: enterToAsk,
  sight: 'tenant',
  subject: gridThere,
  async run(context) {
    const { input, actor, keys, tx, now, write, made } = context
    const state = mediationLife.moves.apply.to
    const kind = await kindFor(tx, actor.tenant, input.kind)
    const row = { tenant_id: actor.tenant, id: actor.ids.at(-1)!, area_pos: context.subject!.area_pos }
    const { receipt, pageId } = giveCodeTo(context, row)
    const sides = [
      PartyIn.parse({ side: 'applicant', name: input.name, phone: input.phone, consent: 'agreed' }),
      PartyIn.parse({ side: 'respondent', name: input.other }),
    ].map((one, at) => partyRow(keys, row, one, at, now, at === 0 ? { pageId } : {}))
    write(
      insertMediation({
        ...{ ...row, grid_id: context.subject!.id, matter_id: null, home_id: null, kind: kind.code },
        // Lists are read by many: it is called by its kind, never by what somebody typed.
        ...{ title: kind.zh, address: '', care: [], source: 'applied', referred_by: null },
        facts: sealIn(keys, 'mediation', row, 'facts', input.facts),
        requests: sealIn(keys, 'mediation', row, 'requests', input.requests),
        ...{ key_version: keys.version, notes_id: newId(), made_by: actor.id, applied_at: now, changed_at: now },
        ...{ tier: 1, procedure: 'people', state },
      }),
    )
    for (const { statement } of sides) write(statement)
    writeStep(context, row, 'apply')
    made({ id: row.id, area_pos: row.area_pos, state, version: 1 })
    return { receipt, page: pageOfParty(receipt) }
  },
})

export const askable = operation(mediation.askable, {
  permit: [inFront],
  enter: enterByCode,
  sight: 'tenant',
  async run({ tx, actor }) {
    const kinds = [...(await kindsOf(tx, actor.tenant)).values()].filter(({ retired }) => !retired)
    return { kinds: kinds.map(({ code, zh, en }) => ({ code, zh, en })) }
  },
})

/** On a slip for one party: whoever mediates hands it over, or the desk before anybody does. */
export const giveCode = operation(mediation.giveCode, {
  permit: [mediates, beforeAnybody],
  subject: locked,
  async run(context) {
    const row = context.subject!
    if (!(await partiesOf(context.tx, row)).some(({ id }) => id === context.input.partyId))
      throw new Problem(mediationProblems.notThere)
    const { receipt, pageId } = giveCodeTo(context, row)
    context.write(changeParty({ tenant_id: row.tenant_id, id: context.input.partyId }, { page_id: pageId }))
    return { receipt, page: pageOfParty(receipt) }
  },
})

async function ownParty(tx: Tx, row: MediationRow, actor: Actor) {
  const own = (await partiesOf(tx, row)).find(({ page_id }) => page_id === actor.place)
  if (!own) throw new Problem(doorProblems.missing)
  return own
}

export const mySide = operation(mediation.mySide, {
  permit: [isParty],
  enter: enterByParty,
  subject: ownFile,
  async run({ subject, tx, actor, keys, now }) {
    const row = subject!
    return ownSide({ tx, keys, today: localDay(now) }, row, await ownParty(tx, row, actor))
  },
})

/** What a party says is done only while its page offers it. */
async function saying(context: Working, what: ReturnType<typeof sideCan>[number]) {
  const row = context.subject!
  const own = await ownParty(context.tx, row, context.actor)
  if (!mediationLife.states[row.state].open || !sideCan(row, own, false).includes(what))
    throw new Problem(doorProblems.wrongState, { state: row.state })
  return own
}

export const sayConsent = operation(mediation.sayConsent, {
  permit: [isParty],
  enter: enterByParty,
  subject: ownFileLocked,
  async run(context) {
    const own = await saying(context, 'sayConsent')
    context.write(changeParty(own, { consent: context.input.consent }))
    const { state } = noted(context, 'consent', { reason: context.input.consent })
    // Whoever mediates was waiting for it.
    const today = localDay(context.now)
    const said = { about: 'answered', subject: own.id, ends: today, before: [0] } as const
    for (const one of plannedReminders(context.subject!, said, today)) context.write(one)
    return { state }
  },
})

export const takeBack = operation(mediation.takeBack, {
  permit: [isParty],
  enter: enterByParty,
  subject: ownFileLocked,
  async run(context) {
    await saying(context, 'takeBack')
    const set = { closed_at: context.now, outcome: 'withdrawn' as const, due_on: null }
    const { state } = moved(context, 'withdraw' satisfies MediationMove, { set, words: context.input.words })
    return { state }
  },
})

export const askAnother = operation(mediation.askAnother, {
  permit: [isParty],
  enter: enterByParty,
  subject: ownFileLocked,
  async run(context) {
    const row = context.subject!
    const own = await saying(context, 'askAnother')
    const asked = { id: row.id, mediatorId: row.lead_id!, partyId: own.id, words: context.input.words }
    const { state } = await context.perform(askAvoidance, asked, machine(row.tenant_id, 'party'))
    return { state }
  },
})

export const complain = operation(mediation.complain, {
  permit: [isParty],
  enter: enterByParty,
  subject: ownFileLocked,
  async run(context) {
    const { input, tx, actor, keys, now, perform } = context
    const row = context.subject!
    const own = await ownParty(tx, row, actor)
    if (!mayComplain(row)) throw new Problem(doorProblems.wrongState, { state: row.state })
    const seats = await mediatorsOf(tx, row.tenant_id, row.committee_id!, localDay(now))
    const seat = seats.find(({ accountId }) => accountId === input.mediatorId)
    if (!seat || !row.mediator_ids.includes(seat.accountId)) throw new Problem(mediationProblems.notThere)
    const { name, phone } = inFull(keys, own)
    const { about, words } = input
    const said = { mediatorId: seat.id, partyId: own.id, about, words, name, phone: phone ?? '' }
    const { dueOn } = await perform(complainFrom, said, machine(row.tenant_id, 'party'))
    return { dueOn }
  },
})

export const wishCourt = operation(mediation.wishCourt, {
  permit: [isParty],
  enter: enterByParty,
  subject: ownFileLocked,
  async run(context) {
    const row = context.subject!
    const own = await ownParty(context.tx, row, context.actor)
    const [agreement, steps] = await Promise.all([agreementOf(context.tx, row), stepsOf(context.tx, row)])
    if (!agreement?.effective_on || !agreement.confirm_until) throw new Problem(mediationProblems.noAgreement)
    if (localDay(context.now) > agreement.confirm_until)
      throw new Problem(mediationProblems.confirmOver, { until: agreement.confirm_until })
    if (agreement.confirmation !== 'none') throw new Problem(mediationProblems.confirmOrder)
    if (wishes(steps, own)) return { state: row.state }
    const { state } = noted(context, 'wishCourt', { reason: own.side })
    // Both sides wish it: whoever mediates prepares the joint application.
    const silent = principals(await partiesOf(context.tx, row)).filter((one) => one.side !== own.side)
    if (silent.some((one) => wishes(steps, one))) {
      const today = localDay(context.now)
      const said = { about: 'wished', subject: agreement.id, ends: today, before: [0] } as const
      for (const one of plannedReminders(row, said, today)) context.write(one)
    }
    return { state }
  },
})
