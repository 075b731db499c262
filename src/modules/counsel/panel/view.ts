// Panels as they are told: what each reader may know of it, and what he can do.
import type { z } from 'zod'
import type { Actor } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import type { Context } from '#kernel/operation.ts'
import { roomDays } from '#modules/room/index.ts'
import type { Panel, PanelLine } from '../contract/panel.ts'
import { leadsPanel, readsOpinion, readsPlan, sitsOnPanel } from './rights.ts'
import { measureIn, opinionIn, planIn, putTo } from './sealing.ts'
import { accountNames, type MeasureRow, type MemberRow, measuresOf, membersOf, type PanelRow } from './store.ts'

type Asking = Pick<Context, 'tx' | 'actor' | 'keys' | 'now'>

const mineIn = (actor: Actor, members: readonly MemberRow[]) =>
  members.find((one) => one.account_id === actor.id)?.state ?? null

export async function panelLines({ tx, actor, keys, now }: Asking, rows: readonly PanelRow[]) {
  const ids = rows.map((row) => row.id)
  const [members, measures] = await Promise.all([membersOf(tx, actor.tenant, ids), measuresOf(tx, actor.tenant, ids)])
  const today = localDay(now)
  return rows.map((row): z.input<typeof PanelLine> => {
    const here = members.filter((one) => one.panel_id === row.id)
    return {
      ...{ id: row.id, question: putTo(keys, row).question ?? '', day: row.day },
      ...{ from: row.from_minute, to: row.to_minute, state: row.state, mine: mineIn(actor, here) },
      ...{ given: here.filter((one) => one.state === 'given').length, members: here.length },
      late: measures.filter((one) => one.panel_id === row.id && isLate(row, one, today)).length,
    }
  })
}

const isLate = (row: PanelRow, one: MeasureRow, today: string) =>
  row.state === 'followed' && one.done_on === null && one.due_on < today

type Sitting = { readonly members: readonly MemberRow[]; readonly measures: readonly MeasureRow[] }

/** `today`: YYYY-MM-DD; a plan is drawn once the panel has sat. */
function canDo(actor: Actor, row: PanelRow, { members, measures }: Sitting, today: string): string[] {
  const mine = mineIn(actor, members)
  if (sitsOnPanel.allows(actor, row))
    return row.state === 'convened' && mine === 'asked' ? ['giveOpinion', 'stepAside'] : []
  if (!leadsPanel.allows(actor, row)) return []
  const all = members.every((one) => one.state !== 'asked')
  const some = members.some((one) => one.state === 'given')
  const open = measures.some((one) => one.done_on === null)
  if (row.state === 'convened') return [...(all && some && row.day <= today ? ['drawPlan'] : []), 'cancelPanel']
  if (row.state === 'planned') return ['acceptPlan', 'declinePlan']
  return row.state === 'followed' ? [open ? 'measureDone' : 'finishPanel'] : []
}

export async function tellPanel({ tx, actor, keys, now }: Asking, row: PanelRow): Promise<z.input<typeof Panel>> {
  const [members, measures, { rooms }] = await Promise.all([
    membersOf(tx, actor.tenant, [row.id]),
    measuresOf(tx, actor.tenant, [row.id]),
    roomDays(tx, actor.tenant, localDay(now)),
  ])
  const names = await accountNames(tx, actor.tenant, row.member_ids)
  const room = rooms.get(row.room_id)
  const plan = row.plan && readsPlan(actor.id, members) ? planIn(keys, row) : null
  const put = putTo(keys, row)
  return {
    ...{ id: row.id, mediationId: leadsPanel.allows(actor, row) ? row.mediation_id : null },
    ...{ question: put.question ?? '', summary: put.summary ?? '', roomId: row.room_id },
    where: { zh: room?.name ?? '', en: room?.name_en || (room?.name ?? '') },
    ...{ day: row.day, from: row.from_minute, to: row.to_minute, state: row.state, mine: mineIn(actor, members) },
    members: members.map((one) => {
      const opinion = readsOpinion(actor.id, members, one) ? opinionIn(keys, one) : null
      return {
        ...{ accountId: one.account_id, name: names.get(one.account_id) ?? '', role: one.role, state: one.state },
        ...{ opinion: opinion ? (opinion.words ?? '') : null, basis: opinion ? (opinion.basis ?? '') : null },
      }
    }),
    plan: plan && { words: plan.words ?? '', why: plan.why ?? '' },
    measures: (plan ? measures : []).map((one) => {
      const body = measureIn(keys, one)
      return {
        ...{ id: one.id, words: body.words ?? '', owner: body.owner ?? '', dueOn: one.due_on },
        ...{ doneOn: one.done_on, late: isLate(row, one, localDay(now)) },
      }
    }),
    version: row.version,
    can: canDo(actor, row, { members, measures }, localDay(now)),
  }
}
