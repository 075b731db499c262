// What the upkeep module promises: how the system stands with backups and restores, and that a restored one may send again.
import { z } from 'zod'
import { contract, Instant } from '#kernel/contract.ts'
import type { Text } from '#kernel/words.ts'

const AFTER_A_LOOK: Text = {
  zh: '恢复之后要有人看过，才让消息发出去。',
  en: 'after a restore somebody has to look before messages leave.',
}

export const upkeep = contract('upkeep', {
  state: {
    kind: 'query',
    summary: { zh: '备份和恢复的情况', en: 'How the system stands with backups and restores' },
    input: z.strictObject({}),
    output: z.object({
      /** The newest restore, if ever; not released: no message leaves. */
      restored: z.object({ takenAt: Instant, restoredAt: Instant, releasedAt: Instant.nullable() }).nullable(),
      isolated: z.boolean(),
      /** The newest whole backup that this machine took. */
      backup: z.object({ takenAt: Instant, rows: z.number(), files: z.number(), bytes: z.number() }).nullable(),
      /** The newest try, when it did not go well. Why stands where the command was run, not here. */
      broken: z.object({ startedAt: Instant, outcome: z.enum(['failed', 'stopped']) }).nullable(),
      /** The newest backup that was restored on trial and found equal, and when that was. */
      proof: z.object({ at: Instant, takenAt: Instant }).nullable(),
      now: Instant,
    }),
  },
  release: {
    inPerson: AFTER_A_LOOK,
    kind: 'command',
    summary: { zh: '解除恢复后的隔离', en: 'Let a restored system send again' },
    input: z.strictObject({}),
    output: z.object({ released: z.boolean() }),
  },
})
