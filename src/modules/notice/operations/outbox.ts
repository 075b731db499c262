// The outbox for whoever keeps the system: how far each message has come, never what it says, its address masked.
import { type Actor, holds } from '#kernel/access.ts'
import { cursorAt, placeAfter } from '#kernel/cursor.ts'
import type { Tx } from '#kernel/database.ts'
import { operation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { notice } from '../contract.ts'
import { noticeRows } from '../kinds.ts'
import { addressOf, countOut, listOut, lockOut, type OutRow, setOut } from '../outbox-store.ts'
import { maskAddress } from '../personal.ts'
import { noticeProblems } from '../words.ts'

const keepsSystem = holds('system_admin')
const mayAgain = (row: OutRow) => ['failed', 'given_up'].includes(row.state) && row.address !== null

export const outbox = operation(notice.outbox, {
  permit: [keepsSystem],
  async run({ input, actor, tx, keys, now }) {
    const [{ kinds }, counts, found] = await Promise.all([
      noticeRows(tx, actor.tenant),
      countOut(tx, actor.tenant),
      listOut(tx, actor.tenant, { state: input.state, after: placeAfter(input.after), limit: input.limit }),
    ])
    const page = found.slice(0, input.limit)
    const last = page.at(-1)
    const of = (state: OutRow['state']) => counts.find((row) => row.state === state)?.n ?? 0
    return {
      messages: page.map((row) => {
        const address = addressOf(keys, row)
        return {
          id: row.id,
          channel: row.channel,
          kind: row.kind,
          nameZh: kinds.get(row.kind)?.nameZh ?? row.kind,
          nameEn: kinds.get(row.kind)?.nameEn ?? row.kind,
          state: row.state,
          toKind: row.to_kind,
          to: address && maskAddress(address),
          tries: row.tries,
          nextAt: row.next_at?.toISOString() ?? null,
          madeAt: row.made_at.toISOString(),
          changedAt: row.changed_at.toISOString(),
          error: row.error as never,
          provider: row.provider,
          can: mayAgain(row) ? ['again'] : [],
        }
      }),
      counts: {
        waiting: of('waiting'),
        sending: of('sending'),
        sent: of('sent'),
        failed: of('failed'),
        given_up: of('given_up'),
      },
      next: found.length > input.limit && last ? cursorAt({ at: last.made_at, id: last.id }) : null,
      now: now.toISOString(),
    }
  },
})

const locked = async (input: { id: string }, tx: Tx, actor: Actor) => {
  const row = await lockOut(tx, actor.tenant, input.id)
  return row && { ...row, area_pos: 0 }
}

export const again = operation(notice.again, {
  permit: [keepsSystem],
  sight: 'tenant',
  subject: locked,
  async run({ subject, now, write, made }) {
    const row = subject!
    if (!row.address) throw new Problem(noticeProblems.erased)
    if (!mayAgain(row)) throw new Problem(noticeProblems.notAgain)
    // A new day of tries begins; a try of unknown outcome before it counts no more, since somebody has decided.
    write(setOut(row, { state: 'failed', next_at: now, since: now, error: null }, now))
    made({ id: row.id, area_pos: 0, version: row.version + 1 })
    return { id: row.id, state: 'failed' as const, version: row.version + 1 }
  },
})
