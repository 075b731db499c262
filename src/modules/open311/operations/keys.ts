// Keys of other systems: whose, until when, given and taken back by the administrator; the key itself is shown once.
import { holds, machineOnly, systemOnly } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import { newId, newSecret } from '#kernel/ids.ts'
import { type Context, operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { open311 } from '../contract.ts'
import { enterByKey } from '../enter.ts'
import { districtById, endKeyRow, insertKey, type KeyRow, keyById, keysOf } from '../store.ts'
import { open311Problems } from '../words.ts'

const DAY_MS = 86_400_000
/** Anybody may read it in the documentation, so it exists where nothing is at stake. */
export const DEMO_KEY = 'demo'

const keepers = holds('system_admin')

/** The key that the sender holds, if it still counts. Taking it back works at once, whatever leads to it. */
export async function liveKey(
  tx: Tx,
  { actor, now, settings }: Pick<Context, 'actor' | 'now' | 'settings'>,
): Promise<KeyRow> {
  const row = await keyById(tx, actor.tenant, actor.id)
  const over = !row || row.ended_at !== null || row.ends_at <= now
  if (over || (row.demo && settings.env === 'production')) throw new Problem(open311Problems.noKey)
  return row
}

export const holder = operation(open311.holder, {
  permit: [systemOnly],
  enter: enterByKey,
  async run(context) {
    await liveKey(context.tx, context)
    return { district: context.actor.tenant }
  },
})

export const keys = operation(open311.keys, {
  permit: [keepers],
  async run({ tx, actor, url }) {
    const [rows, district] = await Promise.all([keysOf(tx, actor.tenant), districtById(tx, actor.tenant)])
    return {
      keys: rows.map((row) => ({
        id: row.id,
        owner: row.owner,
        contact: row.contact,
        demo: row.demo,
        madeAt: row.made_at.toISOString(),
        endsAt: row.ends_at.toISOString(),
        endedAt: row.ended_at?.toISOString() ?? null,
      })),
      jurisdiction: district!.code,
      url: `${url}/open311/v2`,
      can: keepers.allows(actor, undefined) ? ['addKey', 'endKey'] : [],
    }
  },
})

export const addKey = operation(open311.addKey, {
  permit: [keepers],
  async run({ input, actor, now, write, directory }) {
    const id = newId()
    const key = newSecret()
    const endsAt = new Date(now.getTime() + input.days * DAY_MS)
    const { owner, contact } = input
    write(
      insertKey({
        ...{ tenant_id: actor.tenant, id, owner, contact, demo: false },
        ...{ made_by: actor.id, made_at: now, ends_at: endsAt },
      }),
    )
    write(directory.entry('open311', key, { tenant: actor.tenant, subject: id }, now, endsAt))
    return { id, key, endsAt: endsAt.toISOString() }
  },
})

export const endKey = operation(open311.endKey, {
  permit: [keepers],
  async run({ input, actor, tx, now, write }) {
    const row = await keyById(tx, actor.tenant, input.id)
    if (!row) throw new Problem(doorProblems.missing)
    write(endKeyRow(actor.tenant, row.id, now))
    return { done: true } as const
  },
})

const DEMO_YEARS_MS = 10 * 365 * DAY_MS

export const addDemoKey = operation(open311.addDemoKey, {
  permit: [machineOnly],
  async run({ actor, tx, now, write, directory, settings }) {
    const district = await districtById(tx, actor.tenant)
    const led = await directory.look(tx, 'open311', DEMO_KEY)
    if (led?.tenant === actor.tenant) return { id: led.subject }
    if (led || !district?.demo || settings.env === 'production') throw new Problem(open311Problems.demoOnly)
    const id = newId()
    const endsAt = new Date(now.getTime() + DEMO_YEARS_MS)
    write(
      insertKey({
        ...{ tenant_id: actor.tenant, id, owner: '演示 Demo', contact: 'docs/open311.md', demo: true },
        ...{ made_by: actor.id, made_at: now, ends_at: endsAt },
      }),
    )
    write(directory.entry('open311', DEMO_KEY, { tenant: actor.tenant, subject: id }, now, endsAt))
    return { id }
  },
})
