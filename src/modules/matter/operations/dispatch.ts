// Handing on: decline, dispatch, sign, return, rule, transfer, invite. What is not on the access list is not handed out.
import { allOf, machineOnly, rule, works } from '#kernel/access.ts'
import { assign, unassign } from '#kernel/assignment.ts'
import { localDay } from '#kernel/clock.ts'
import { type Tx, together } from '#kernel/database.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { type AgencyRow, agencyById } from '#modules/agency/index.ts'
import { matter } from '../contract.ts'
import { desks, handles, leads, ofItsGrid, REFEREES, withHand } from '../leads.ts'
import { stepOf } from '../moves.ts'
import { activeItem } from '../routing.ts'
import type { HeldMatter } from '../store.ts'
import { matterProblems } from '../words.ts'
import { locked, type Moving, writeMove } from '../write-move.ts'

async function agency(tx: Tx, tenant: string, id: string): Promise<AgencyRow> {
  const row = await agencyById(tx, tenant, id)
  if (!row || row.retired_at) throw new Problem(matterProblems.noAgency)
  return row
}

/** The lead goes to an agency, helpers beside it; the row is theirs to see from now on. */
async function handTo(
  context: Moving,
  lead: string,
  helpers: readonly string[],
  name: 'dispatch' | 'rule' | 'transfer',
) {
  const { subject, actor, tx, now, write } = context
  const row = subject!
  const main = await agency(tx, row.tenant_id, lead)
  const beside = await Promise.all(
    [...new Set(helpers)].filter((id) => id !== lead).map((id) => agency(tx, row.tenant_id, id)),
  )
  const handed = { tenant: row.tenant_id, subject: row.id }
  const seen = [row.agency_id, ...row.helpers]
  for (const one of assign(
    handed,
    [lead, ...beside.map(({ id }) => id)].filter((id) => !seen.includes(id)),
    now,
  ))
    write(one)
  return {
    detail: { agency: main.name, helpers: beside.map(({ name }) => name) },
    set: {
      agency_id: lead,
      desk_area_id: null,
      leader_id: null,
      helpers: [...new Set([...row.helpers.filter((id) => id !== lead), ...beside.map(({ id }) => id)])],
      first_agency_id: row.first_agency_id ?? lead,
      // Whoever dispatches has no hand in the work; whoever passes his own work on has.
      hands: name === 'transfer' ? withHand(row, actor) : row.hands,
    },
  }
}

export const decline = operation(matter.decline, {
  permit: [desks],
  subject: locked,
  moves: stepOf('decline'),
  run: (context) =>
    writeMove(context, 'decline', {
      step: { text: context.input.reason, detail: { route: context.input.route } },
      set: { reply: context.input.reason, replied_at: context.now, closed_at: context.now },
    }),
})

export const dispatch = operation(matter.dispatch, {
  permit: [desks, machineOnly],
  subject: locked,
  moves: stepOf('dispatch'),
  async run(context) {
    const { input, subject, tx, now } = context
    const row = subject!
    if (row.returns >= 2 && !row.ruled) throw new Problem(matterProblems.rulingNeeded)
    if (row.returned_by.includes(input.agencyId)) throw new Problem(matterProblems.returnedIt)
    const listed = async () => {
      const item = await activeItem(tx, row.tenant_id, row.kind, input.itemId, localDay(now))
      if (!item) throw new Problem(matterProblems.notOnList)
      return item
    }
    const change = together([listed(), handTo(context, input.agencyId, input.helpers, 'dispatch')])
    return writeMove(
      context,
      'dispatch',
      change.then(([item, to]) => ({
        step: { text: input.words, detail: { ...to.detail, item: item.name_zh } },
        set: { ...to.set, item_id: item.id, level: Math.max(row.level, 1) },
      })),
    )
  },
})

export const sign = operation(matter.sign, {
  permit: [leads],
  subject: locked,
  moves: stepOf('sign'),
  run: (context) =>
    writeMove(context, 'sign', {
      step: {},
      set: { handler_id: context.actor.id, hands: withHand(context.subject!, context.actor) },
    }),
})

/** An agency may say once that it is not its business; two that say so need a ruling. */
export const giveBack = operation(matter.return, {
  permit: [
    allOf<HeldMatter>(
      leads,
      rule('it was handed to an agency', (_, row) => row.agency_id !== null),
    ),
  ],
  subject: locked,
  moves: stepOf('return'),
  async run(context) {
    const { input, subject, now, write } = context
    const row = subject!
    if (row.ruled) throw new Problem(matterProblems.ruled)
    write(unassign({ tenant: row.tenant_id, subject: row.id }, row.agency_id!, now))
    return writeMove(context, 'return', {
      step: { text: input.reason, detail: { basis: input.basis } },
      set: {
        agency_id: null,
        handler_id: null,
        returns: row.returns + 1,
        returned_by: [...row.returned_by, row.agency_id!],
        first_agency_id: row.first_agency_id === row.agency_id ? null : row.first_agency_id,
      },
    })
  },
})

/** After a second return a named referee decides; his word stands for this matter and is offered as a rule for the next. */
export const ruleOn = operation(matter.rule, {
  permit: [
    allOf<HeldMatter>(
      works(...REFEREES),
      rule('two agencies have returned it', (_, row) => row.returns >= 2),
    ),
  ],
  subject: locked,
  moves: stepOf('rule'),
  async run(context) {
    const { input, subject } = context
    const to = await handTo(context, input.agencyId, [], 'rule')
    return writeMove(context, 'rule', {
      step: { text: input.ruling, detail: { ...to.detail, basis: input.basis } },
      set: { ...to.set, ruled: true, level: Math.max(subject!.level, 2) },
    })
  },
})

/** The agency, desk or leader it lies with hands it on; a grid worker passes up instead (matter.raise). */
export const transfer = operation(matter.transfer, {
  permit: [leads],
  subject: locked,
  moves: stepOf('transfer'),
  async run(context) {
    const { input, subject } = context
    if (subject!.agency_id === input.agencyId) throw new Problem(doorProblems.changed)
    const to = await handTo(context, input.agencyId, [], 'transfer')
    return writeMove(context, 'transfer', {
      step: { text: input.reason, detail: to.detail },
      set: { ...to.set, handler_id: null },
    })
  },
})

export const invite = operation(matter.invite, {
  permit: [handles, leads, ofItsGrid, desks],
  subject: locked,
  moves: stepOf('invite'),
  async run(context) {
    const { input, subject, tx, now, write } = context
    const row = subject!
    const asked = [...new Set(input.agencyIds)].filter((id) => id !== row.agency_id && !row.helpers.includes(id))
    if (asked.length === 0) throw new Problem(matterProblems.invited)
    const rows = await Promise.all(asked.map((id) => agency(tx, row.tenant_id, id)))
    for (const one of assign({ tenant: row.tenant_id, subject: row.id }, asked, now)) write(one)
    return writeMove(context, 'invite', {
      step: { text: input.reason, detail: { agencies: rows.map(({ name }) => name) } },
      set: { helpers: [...row.helpers, ...asked] },
    })
  },
})
