// Taken or not: by whom it is mediated, whether both sides agree to it, who speaks for them.
import { localDay } from '#kernel/clock.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { timeAt } from '#modules/calendar/index.ts'
import { mediation } from '../contract.ts'
import { kindOf } from '../kinds.ts'
import { namedParties } from '../known-parties.ts'
import { remindAnew } from '../limit.ts'
import { allNamed, checkNamed, handTo } from '../mediators.ts'
import { hasCome, locked, moved, noted, stepOf } from '../moving.ts'
import { fileNumber } from '../number.ts'
import { checkAdded, partyRow, refuses } from '../parties.ts'
import { lastDay } from '../periods.ts'
import { beforeAnybody, desks, mediates } from '../rights.ts'
import { changeParty, partiesOf } from '../store.ts'
import { mediationProblems } from '../words.ts'

export const accept = operation(mediation.accept, {
  permit: [desks],
  subject: locked,
  moves: stepOf('accept'),
  async run(context) {
    const { input, subject, actor, tx, now, numbers } = context
    const row = subject!
    const today = localDay(now)
    const [committee, parties, kind, { days }] = await Promise.all([
      checkNamed(tx, context.subject!, input.committeeId, input, now),
      partiesOf(tx, row),
      kindOf(tx, actor.tenant, row.kind),
      timeAt(tx, actor.tenant, row.area_pos, 'work'),
    ])
    if (refuses(parties)) throw new Problem(mediationProblems.sideRefuses)
    const handed = handTo(context, row, allNamed(input))
    const no = row.no ?? (await fileNumber(numbers, actor.tenant, committee, today))
    const due_on = lastDay(days, today, kind.days)
    await remindAnew(context, row, 'limit', row.id, due_on)
    if (row.reply_by && !row.replied_on) await remindAnew(context, row, 'reply', row.id, row.reply_by)
    const changed = moved(context, 'accept', {
      set: {
        ...{ no, committee_id: committee.id, procedure: input.procedure, accepted_at: now, due_on },
        // What comes straight to a specialised committee was not handed up to it.
        ...{ ...handed, lead_id: input.leadId, tier: Math.min(committee.tier, 2) },
      },
    })
    return { ...changed, no, dueOn: due_on }
  },
})

export const appoint = operation(mediation.appoint, {
  permit: [desks],
  subject: locked,
  async run(context) {
    const { input, subject, tx, now } = context
    const row = subject!
    if (!row.committee_id || row.closed_at) throw new Problem(doorProblems.wrongState, { state: row.state })
    await checkNamed(tx, context.subject!, row.committee_id, input, now)
    const handed = handTo(context, row, allNamed(input))
    return noted(context, 'appoint', { set: { ...handed, lead_id: input.leadId }, reason: input.why })
  },
})

export const decline = operation(mediation.decline, {
  permit: [desks],
  subject: locked,
  moves: stepOf('decline'),
  async run(context) {
    const { input, now } = context
    return moved(context, 'decline', {
      set: { closed_at: now },
      ...{ reason: input.reason, routes: input.routes, words: input.words },
    })
  },
})

export const consent = operation(mediation.consent, {
  permit: [mediates, beforeAnybody],
  subject: locked,
  async run(context) {
    const { input, subject, tx, write } = context
    const row = subject!
    const party = (await partiesOf(tx, row)).find((one) => one.id === input.partyId)
    if (!party) throw new Problem(mediationProblems.notThere)
    write(changeParty(party, { consent: input.consent }))
    return noted(context, 'consent', { reason: input.consent })
  },
})

export const addParty = operation(mediation.addParty, {
  permit: [mediates, beforeAnybody],
  subject: locked,
  async run(context) {
    const { input, subject, tx, keys, now, write } = context
    const row = subject!
    const rows = await partiesOf(tx, row)
    checkAdded(rows, input)
    const [named] = await namedParties(context, [input.party], row.matter_id ?? undefined)
    const { id, statement } = partyRow(keys, row, named!, rows.length, now, input)
    write(statement)
    return { ...noted(context, 'addParty'), partyId: id }
  },
})

export const tellRights = operation(mediation.tellRights, {
  permit: [mediates],
  subject: locked,
  moves: stepOf('tellRights'),
  run: async (context) =>
    moved(context, 'tellRights', { set: { rights_told_on: hasCome(context.input.on, context.now) } }),
})
