// Deadlines that were reckoned before a year's holidays were known are reckoned again once they are.

import { sql } from 'kysely'
import { z } from 'zod'
import { machineOnly } from '#kernel/access.ts'
import { contract } from '#kernel/contract.ts'
import { k } from '#kernel/database.ts'
import { operation } from '#kernel/operation.ts'
import { dueAt, forgetTimes, warnAt } from '#modules/calendar/index.ts'
import { timeFor } from '../clocks.ts'

const { recount: signature } = contract('matter', {
  recount: {
    kind: 'command',
    summary: { zh: '放假安排公布后重算时限', en: 'Reckon deadlines again after holidays were announced' },
    input: z.strictObject({}),
    output: z.object({ changed: z.number() }),
  },
})

const MOST = 500

export const recount = operation(signature, {
  permit: [machineOnly],
  async run({ tx, actor, now }) {
    forgetTimes(actor.tenant)
    const rows = await tx.all(
      k
        .selectFrom('matter_clock')
        .selectAll()
        .where('tenant_id', '=', actor.tenant)
        .where('provisional', '=', true)
        .where('stopped_at', 'is', null)
        .orderBy('due_at')
        .limit(MOST)
        .forUpdate(),
    )
    let changed = 0
    for (const row of rows) {
      const time = await timeFor(tx, row.tenant_id, row.area_pos, row.counting)
      const due = dueAt(time, row.started_at, row.limit_minutes)
      const warn = warnAt(time, row.started_at, row.limit_minutes)
      if (due.provisional) continue
      changed++
      await tx.all(
        k
          .updateTable('matter_clock')
          .set({ due_at: due.at!, warn_at: warn.at!, provisional: false })
          .where('tenant_id', '=', row.tenant_id)
          .where('id', '=', row.id),
      )
      await tx.all(
        k
          .updateTable('matter')
          .set({ due_at: due.at!, warn_at: warn.at!, version: sql`version + 1`, changed_at: now })
          .where('tenant_id', '=', row.tenant_id)
          .where('id', '=', row.matter_id)
          .where('clock', '=', row.kind),
      )
    }
    return { changed }
  },
})
