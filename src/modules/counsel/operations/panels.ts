// A panel of experts: convened for a file that does not settle; each member writes before he reads the others.
import { type Actor, signedIn } from '#kernel/access.ts'
import { assign } from '#kernel/assignment.ts'
import type { Tx } from '#kernel/database.ts'
import { k } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { step } from '#kernel/lifecycle.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { mediates, mediationById, namesParty } from '#modules/mediation/index.ts'
import { reserveRoom } from '#modules/room/index.ts'
import { counsel } from '../contract.ts'
import { panelLife } from '../lifecycle.ts'
import { leadsPanel, sitsOnPanel } from '../panel/rights.ts'
import * as store from '../panel/store.ts'
import { panelLines, tellPanel } from '../panel/view.ts'
import { sealed } from '../sealed-json.ts'
import { counselProblems } from '../words.ts'
import { possible } from './clinics.ts'

const SETTLED = ['applied', 'declined', 'archived', 'settled', 'withdrawn', 'handedOn']
const seen = (input: { id: string }, tx: Tx, actor: Actor) => store.panelById(tx, actor.tenant, input.id)
const locked = (input: { id: string }, tx: Tx, actor: Actor) => store.lockPanel(tx, actor.tenant, input.id)

const ROLE_OF = { lawyer: 'lawyer', expert: 'expert', department_clerk: 'department' } as const

const toCandidate = (one: store.CandidateRow) => ({
  ...{ accountId: one.account_id, name: one.name, role: ROLE_OF[one.role], from: one.from_name },
})

export const panels = operation(counsel.panels, {
  permit: [signedIn],
  async run(context) {
    const { input, tx, actor } = context
    const rows = input.mediationId
      ? await store.panelsOn(tx, actor.tenant, input.mediationId)
      : await store.panelsOf(tx, actor.tenant, actor.id)
    const own = rows.filter((row) => leadsPanel.allows(actor, row) || sitsOnPanel.allows(actor, row))
    const file = input.mediationId ? await mediationById(tx, actor.tenant, input.mediationId) : undefined
    const asked = file && mediates.allows(actor, file) ? await store.candidates(tx, actor.tenant) : []
    return {
      panels: await panelLines(context, own),
      candidates: asked.filter((one) => !file!.mediator_ids.includes(one.account_id)).map(toCandidate),
    }
  },
})

export const panel = operation(counsel.panel, {
  permit: [leadsPanel, sitsOnPanel],
  subject: seen,
  run: (context) => tellPanel(context, context.subject!),
})

/** The file that the panel is for; the panel itself is not there yet, so it has no state. */
const fileOf = async (input: { mediationId: string }, tx: Tx, actor: Actor) => {
  const file = await mediationById(tx, actor.tenant, input.mediationId)
  return file && { id: file.id, area_pos: file.area_pos, mediator_ids: file.mediator_ids, file }
}

const mediatesIt = {
  ...mediates,
  allows: (actor: Actor, row: { file: Parameters<typeof mediates.allows>[1] }) => mediates.allows(actor, row.file),
}

export const convenePanel = operation(counsel.convenePanel, {
  permit: [mediatesIt],
  subject: fileOf,
  moves: step(panelLife, 'convene'),
  async run({ input, subject, to, tx, actor, keys, now, write, made }) {
    const { file } = subject!
    if (SETTLED.includes(file.state)) throw new Problem(doorProblems.wrongState, { state: file.state })
    const asked = input.members.map((one) => one.accountId)
    if (new Set(asked).size < asked.length) throw new Problem(counselProblems.membersTwice)
    const names = await store.accountNames(tx, actor.tenant, asked)
    if (names.size < asked.length) throw new Problem(counselProblems.noSitter)
    const both = [...file.mediator_ids, actor.id].find((id) => asked.includes(id))
    if (both) throw new Problem(counselProblems.mediatorOnPanel, { name: names.get(both)! })
    if (await namesParty(tx, keys, file, `${input.question} ${input.summary}`))
      throw new Problem(counselProblems.namesSomebody)
    const when = { day: input.day, from: input.from, to: input.to }
    await possible(tx, actor.tenant, when, input.roomId, now)
    const row = { tenant_id: actor.tenant, id: newId() }
    await reserveRoom(tx, actor.tenant, now, { ...when, id: row.id, roomId: input.roomId, forId: row.id })
    const { question, summary } = input
    write(
      k.insertInto('panel').values({
        ...{ ...row, area_pos: file.area_pos, mediation_id: file.id, room_id: input.roomId, day: input.day },
        ...{
          from_minute: input.from,
          to_minute: input.to,
          put: sealed(keys, 'panel', row, 'put', { question, summary }),
        },
        ...{ key_version: keys.version, state: to, convened_by: actor.id, member_ids: asked },
        ...{ made_at: now, changed_at: now },
      }),
    )
    const seats = input.members.map(({ accountId, role }) => ({
      ...{ tenant_id: actor.tenant, id: newId(), panel_id: row.id, mediation_id: file.id, area_pos: file.area_pos },
      ...{ account_id: accountId, role, state: 'asked' as const, key_version: keys.version },
    }))
    write(k.insertInto('panel_member').values(seats))
    for (const statement of assign({ tenant: actor.tenant, subject: row.id }, [...asked, actor.id], now))
      write(statement)
    made({ id: row.id, area_pos: file.area_pos, state: to, version: 1 })
    return { id: row.id, state: 'convened' as const, version: 1 }
  },
})

/** The seat of whoever speaks, as long as nothing was said from it. */
async function ownSeat(tx: Tx, row: store.PanelRow, actor: Actor): Promise<store.MemberRow> {
  if (row.state !== 'convened') throw new Problem(doorProblems.wrongState, { state: row.state })
  const seat = (await store.membersOf(tx, row.tenant_id, [row.id])).find((one) => one.account_id === actor.id)
  if (!seat) throw new Problem(doorProblems.missing)
  if (seat.state === 'given') throw new Problem(counselProblems.opinionGiven)
  if (seat.state === 'aside') throw new Problem(counselProblems.steppedAside)
  return seat
}

export const giveOpinion = operation(counsel.giveOpinion, {
  permit: [sitsOnPanel],
  subject: locked,
  async run({ input, subject, tx, actor, keys, now, write, made }) {
    const row = subject!
    const seat = await ownSeat(tx, row, actor)
    const opinion = sealed(keys, 'panel_member', seat, 'opinion', { words: input.words, basis: input.basis })
    write(store.changeMember(seat, { state: 'given', opinion, key_version: keys.version, said_at: now }))
    write(store.changePanel(row, {}, now))
    made({ id: row.id, area_pos: row.area_pos, state: row.state, version: row.version + 1 })
    return { id: row.id, state: row.state, version: row.version + 1 }
  },
})

export const stepAside = operation(counsel.stepAside, {
  permit: [sitsOnPanel],
  subject: locked,
  async run({ input, subject, tx, actor, keys, now, write, made }) {
    const row = subject!
    const seat = await ownSeat(tx, row, actor)
    const opinion = sealed(keys, 'panel_member', seat, 'opinion', { words: input.words, basis: '' })
    write(store.changeMember(seat, { state: 'aside', opinion, key_version: keys.version, said_at: now }))
    write(store.changePanel(row, {}, now))
    made({ id: row.id, area_pos: row.area_pos, state: row.state, version: row.version + 1 })
    return { id: row.id, state: row.state, version: row.version + 1 }
  },
})
