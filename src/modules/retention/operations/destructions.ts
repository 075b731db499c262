// Lists 销毁清册: a leader of the subdistrict signs, another person witnesses 监销, and only then anything ends.
import { type Actor, NOBODY, works } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import type { Ending } from '#kernel/ending/ending.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { retention } from '../contract.ts'
import {
  destructionById,
  listDestructions,
  lockDestruction,
  type NamedDestruction,
  rowsOn,
  setDestruction,
} from '../destruction-store.ts'
import { retentionProblems } from '../words.ts'

const signs = works('subdistrict_leader', 'district_leader')
const witnesses = works('subdistrict_staff', 'subdistrict_leader', 'district_staff', 'district_leader')
const PAGE = 200

const canOf = (actor: Actor, row: NamedDestruction): string[] => [
  ...(row.state === 'drawn' && signs.allows(actor, row) ? ['sign'] : []),
  ...(row.state === 'signed' && row.signed_by !== actor.id && witnesses.allows(actor, row) ? ['witness'] : []),
  ...(['drawn', 'signed'].includes(row.state) && signs.allows(actor, row) ? ['keep'] : []),
]

const shown = (row: NamedDestruction, actor: Actor, all: readonly Ending[]) => {
  const ending = all.find((one) => one.code === row.purpose)
  const at = (instant: Date | null) => instant?.toISOString() ?? null
  return {
    ...{ id: row.id, purpose: row.purpose, zh: ending?.zh ?? row.purpose, en: ending?.en ?? row.purpose },
    ...{ areaName: row.area_name, month: row.month, rows: row.rows, state: row.state as 'drawn' },
    ...{ signedBy: row.signed_name, signedAt: at(row.signed_at), destroyedAt: at(row.destroyed_at) },
    ...{ witnessedBy: row.witnessed_name, witnessedAt: at(row.witnessed_at), keptWhy: row.kept_why },
    ...{ version: row.version, can: canOf(actor, row) },
  }
}

export const destructions = operation(retention.destructions, {
  permit: [{ ...witnesses, allows: (actor) => witnesses.mayEver(actor) }],
  async run({ tx, actor, endings }) {
    const rows = await listDestructions(tx, actor.tenant)
    const mine = rows.filter((row) => witnesses.allows(actor, row))
    return { destructions: mine.map((row) => shown(row, actor, endings.all)) }
  },
})

const listed = (input: { id: string }, tx: Tx, actor: Actor) => destructionById(tx, actor.tenant, input.id)

export const destruction = operation(retention.destruction, {
  permit: [witnesses],
  subject: listed,
  async run({ input, subject, tx, actor, endings }) {
    const { tenant } = actor
    const rows = await rowsOn(tx, tenant, subject!.id, {
      ...{ after: input.after ?? NOBODY, limit: PAGE, waiting: false },
    })
    const ending = endings.all.find((one) => one.code === subject!.purpose)
    const ids = rows.map((row) => row.row_id)
    const named = new Map(
      (ids.length && ending?.named ? await tx.all(ending.named(tenant, ids)) : []).map((one) => [one.id, one]),
    )
    return {
      ...shown(subject!, actor, endings.all),
      lines: rows.map(({ row_id: id, ended_at }) => ({
        ...{ id, no: named.get(id)?.no ?? '', since: named.get(id)?.since?.toISOString() ?? null },
        ended: ended_at !== null,
      })),
      next: rows.length === PAGE ? rows.at(-1)!.row_id : null,
    }
  },
})

const locked = (input: { id: string }, tx: Tx, actor: Actor) => lockDestruction(tx, actor.tenant, input.id)

const standsAs = (row: NamedDestruction, states: readonly string[], version: number) => {
  if (row.version !== version) throw new Problem(doorProblems.changed)
  if (!states.includes(row.state)) throw new Problem(retentionProblems.notSo)
}

export const sign = operation(retention.sign, {
  permit: [signs],
  subject: locked,
  async run({ input, subject, actor, now, write }) {
    standsAs(subject!, ['drawn'], input.version)
    write(setDestruction(subject!, { state: 'signed', signed_by: actor.id, signed_at: now }, now))
    return { version: subject!.version + 1 }
  },
})

export const witness = operation(retention.witness, {
  permit: [witnesses],
  subject: locked,
  async run({ input, subject, actor, now, write }) {
    standsAs(subject!, ['signed'], input.version)
    if (subject!.signed_by === actor.id) throw new Problem(retentionProblems.otherPerson)
    write(setDestruction(subject!, { state: 'witnessed', witnessed_by: actor.id, witnessed_at: now }, now))
    return { version: subject!.version + 1 }
  },
})

export const keep = operation(retention.keep, {
  permit: [signs],
  subject: locked,
  async run({ input, subject, now, write }) {
    standsAs(subject!, ['drawn', 'signed'], input.version)
    write(setDestruction(subject!, { state: 'kept', kept_why: input.why }, now))
    return { version: subject!.version + 1 }
  },
})
