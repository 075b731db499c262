// Holds 保全: the privacy officer sets one, and it takes two to lift it.
import { type Actor, covers, holds as holdsPost, works } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import type { Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { areaById } from '#modules/area/index.ts'
import { retention } from '../contract.ts'
import { type HoldRow, listHolds, lockHold, putHold, setHold } from '../hold-store.ts'
import { retentionProblems } from '../words.ts'

const setsHolds = works('privacy_officer')
const liftsHolds = works('privacy_officer', 'subdistrict_leader', 'district_leader')

const canOf = (actor: Actor, row: HoldRow): string[] => {
  if (!liftsHolds.allows(actor, row)) return []
  if (row.state === 'holding') return ['askLift']
  return row.state === 'lifting' && row.lift_by !== actor.id ? ['lift'] : []
}

const shown = (row: HoldRow, actor: Actor) => ({
  ...{ id: row.id, purpose: row.purpose, areaId: row.area_id, areaName: row.area_name, rows: row.row_ids.length },
  ...{ why: row.why, documentNo: row.document_no, from: row.from_on, to: row.to_on },
  ...{ state: row.state as 'holding', madeBy: row.made_name, liftBy: row.lift_name, liftWhy: row.lift_why },
  ...{ liftedBy: row.lifted_name, version: row.version, can: canOf(actor, row) },
})

export const holds = operation(retention.holds, {
  permit: [holdsPost('privacy_officer', 'subdistrict_leader', 'district_leader')],
  async run({ input, tx, actor }) {
    const rows = await listHolds(tx, actor.tenant, input.lifted)
    const mine = rows.filter((row) => actor.posts.some((post) => covers(post, row.area_pos)))
    return { holds: mine.map((row) => shown(row, actor)), can: setsHolds.mayEver(actor) ? ['hold'] : [] }
  },
})

const areaNamed = (input: { areaId: string }, tx: Tx, actor: Actor) => areaById(tx, actor.tenant, input.areaId)

export const hold = operation(retention.hold, {
  permit: [setsHolds],
  sight: 'post',
  subject: areaNamed,
  async run({ input, subject, actor, now, endings, write, made }) {
    const purpose = input.purpose ?? ''
    if (purpose && !endings.all.some((one) => one.code === purpose))
      throw new Problem(retentionProblems.noPurpose, { purpose })
    const id = newId()
    const { rowIds, why, documentNo, to } = input
    const day = localDay(now)
    write(
      putHold({
        ...{ tenant: actor.tenant, id, purpose, areaId: subject!.id, rowIds, why, documentNo },
        ...{ from: day, to: to ?? null, by: actor.id, now },
      }),
    )
    made({ id, area_pos: subject!.area_pos, version: 1 })
    return { id }
  },
})

const locked = (input: { id: string }, tx: Tx, actor: Actor) => lockHold(tx, actor.tenant, input.id)

const standsAs = (row: HoldRow, state: string, version: number) => {
  if (row.version !== version) throw new Problem(doorProblems.changed)
  if (row.state !== state) throw new Problem(retentionProblems.notHolding)
}

export const askLift = operation(retention.askLift, {
  permit: [liftsHolds],
  sight: 'post',
  subject: locked,
  async run({ input, subject, actor, now, write }) {
    standsAs(subject!, 'holding', input.version)
    write(setHold(subject!, { state: 'lifting', lift_by: actor.id, lift_why: input.why }, now))
    return { version: subject!.version + 1 }
  },
})

export const lift = operation(retention.lift, {
  permit: [liftsHolds],
  sight: 'post',
  subject: locked,
  async run({ input, subject, actor, now, write }) {
    standsAs(subject!, 'lifting', input.version)
    if (subject!.lift_by === actor.id) throw new Problem(retentionProblems.otherPerson)
    write(setHold(subject!, { state: 'lifted', lifted_by: actor.id, lifted_at: now }, now))
    return { version: subject!.version + 1 }
  },
})
