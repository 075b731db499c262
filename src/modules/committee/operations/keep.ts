// Recording committees: their kind, name, word and term.
import { type Actor, machineOnly } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import { k, type Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { type Context, operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { committee } from '../contract.ts'
import { sits } from '../gaps.ts'
import { areaNamed, committeeLocked, keeps } from '../rights.ts'
import { checkSkills } from '../skills.ts'
import {
  type CommitteeRow,
  committeeById,
  committeeCalled,
  committeeKinds,
  committeesUnder,
  lockCommittee,
  seatsOf,
} from '../store.ts'
import { fullView } from '../view.ts'
import { committeeProblems } from '../words.ts'

type Said = { name: string; nameEn: string; word: string; phone: string; industry: string[]; women: boolean } & {
  termStart: string
  termEnd: string
}

/** 人民调解法 art. 9: a term is three years; a leap day may make it a day longer. */
const TERM_DAYS = 3 * 365 + 1

async function checkSaid(tx: Tx, tenant: string, input: Said, row?: CommitteeRow): Promise<void> {
  if (input.termEnd < input.termStart) throw new Problem(committeeProblems.termOrder)
  if (Date.parse(input.termEnd) - Date.parse(input.termStart) > TERM_DAYS * 86_400_000)
    throw new Problem(committeeProblems.termTooLong)
  const others = (await committeeCalled(tx, tenant, input)).filter((one) => one.id !== row?.id)
  if (others.some((one) => one.name === input.name))
    throw new Problem(committeeProblems.nameTaken, { name: input.name })
  if (others.length) throw new Problem(committeeProblems.wordTaken, { word: input.word })
  await checkSkills(tx, tenant, 'dispute', input.industry, row?.industry)
}

const columns = ({ name, nameEn, word, phone, industry, women, termStart, termEnd }: Said) => ({
  ...{ name, name_en: nameEn, word, phone, industry: [...new Set(industry)], women },
  ...{ term_start: termStart, term_end: termEnd },
})

async function parentOf(tx: Tx, actor: Actor, parentId: string | null, kind: { stamp: boolean; zh: string }) {
  const parent = parentId ? await lockCommittee(tx, actor.tenant, parentId) : undefined
  if (parentId && !parent) throw new Problem(doorProblems.missing)
  if (parent?.state === 'ended') throw new Problem(committeeProblems.ended, { name: parent.name })
  if (!kind.stamp && !parent) throw new Problem(committeeProblems.parentNeeded, { kind: kind.zh })
  return parent
}

export const add = operation(committee.add, {
  permit: [keeps, machineOnly],
  sight: 'tenant',
  subject: areaNamed,
  async run({ input, subject, tx, actor, now, made }) {
    const { tenant } = actor
    const kind = (await committeeKinds(tx, tenant)).find((one) => one.code === input.kind && !one.retired)
    if (!kind) throw new Problem(committeeProblems.noKind, { kind: input.kind })
    if (kind.level && kind.level !== subject!.level) throw new Problem(committeeProblems.wrongLevel, { kind: kind.zh })
    const parent = await parentOf(tx, actor, input.parentId, kind)
    await checkSaid(tx, tenant, input)
    const id = newId()
    await tx.all(
      k.insertInto('mediation_committee').values({
        ...columns(input),
        ...{ tenant_id: tenant, id, area_id: subject!.id, area_pos: subject!.area_pos, kind: kind.code },
        ...{ parent_id: parent?.id ?? null, stamp_owner: kind.stamp ? id : parent!.stamp_owner },
        ...{ state: 'open', made_at: now, changed_at: now },
      }),
    )
    made({ id, area_pos: subject!.area_pos, version: 1 })
    return fullView(tx, actor, (await committeeById(tx, tenant, id))!, now)
  },
})

type Asked = Pick<Context<{ version: number }, CommitteeRow | undefined>, 'tx' | 'actor' | 'now' | 'made' | 'input'>

/** Refuses what was based on an older reading or has ended, and counts the version up. */
async function changeRow({ tx, actor, now, made, input }: Asked, row: CommitteeRow, set: Record<string, unknown>) {
  if (row.version !== input.version) throw new Problem(doorProblems.changed)
  if (row.state === 'ended') throw new Problem(committeeProblems.ended, { name: row.name })
  await tx.all(
    k
      .updateTable('mediation_committee')
      .set({ ...set, version: row.version + 1, changed_at: now })
      .where('tenant_id', '=', actor.tenant)
      .where('id', '=', row.id),
  )
  made({ id: row.id, area_pos: row.area_pos, version: row.version + 1 })
}

export const change = operation(committee.change, {
  permit: [keeps],
  sight: 'tenant',
  subject: committeeLocked,
  async run(context) {
    const { input, subject, tx, actor, now } = context
    await checkSaid(tx, actor.tenant, input, subject!)
    await changeRow(context, subject!, columns(input))
    return fullView(tx, actor, (await committeeById(tx, actor.tenant, input.id))!, now)
  },
})

export const end = operation(committee.end, {
  permit: [keeps],
  sight: 'tenant',
  subject: committeeLocked,
  async run(context) {
    const { subject, tx, actor, now } = context
    const row = subject!
    const today = localDay(now)
    const seated = (await seatsOf(tx, actor.tenant, [row.id])).filter(
      (seat) => sits(seat, today) || seat.from_on > today,
    )
    if (seated.length) throw new Problem(committeeProblems.stillSeated, { count: seated.length })
    const [under] = await committeesUnder(tx, actor.tenant, row.id)
    if (under) throw new Problem(committeeProblems.stillUnder, { name: under.name })
    await changeRow(context, row, { state: 'ended' })
    return { id: row.id }
  },
})
