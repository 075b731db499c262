// What the upkeep module promises: how the parts of the system stand, backups and restores, and that a restored one may send again.
import { z } from 'zod'
import { contract, Instant } from '#kernel/contract.ts'
import type { Text } from '#kernel/words.ts'

const AFTER_A_LOOK: Text = {
  zh: '恢复之后要有人看过，才让消息发出去。',
  en: 'after a restore somebody has to look before messages leave.',
}

export const PARTS = [
  ...['database', 'pool', 'migrations', 'clock', 'work', 'sealing', 'jobs', 'notices', 'sms', 'email'],
  ...['files', 'disk', 'backup', 'proof', 'requests', 'isolation'],
] as const

/** What is said of a part; the page has a sentence and an advice for each. */
export const SAYINGS = [
  ...['database.good', 'database.slow', 'pool.good', 'pool.full', 'migrations.good', 'migrations.other'],
  ...['clock.good', 'clock.differs', 'clock.unsettled', 'work.good', 'work.elsewhere', 'work.stuck', 'work.failing'],
  ...['sealing.good', 'sealing.late', 'sealing.stopped', 'jobs.good', 'jobs.late', 'jobs.failed', 'jobs.retrying'],
  ...['notices.good', 'notices.late', 'sms.good', 'sms.demo', 'sms.none', 'sms.late', 'sms.failing', 'sms.givenUp'],
  ...['email.good', 'email.demo', 'email.none', 'email.late', 'email.failing', 'email.givenUp'],
  ...['files.good', 'files.unwritable', 'disk.good', 'disk.low', 'disk.full', 'disk.missing'],
  ...['backup.good', 'backup.none', 'backup.never', 'backup.old', 'backup.failed', 'proof.good', 'proof.never'],
  ...['proof.old', 'requests.good', 'requests.faults', 'isolation.on'],
] as const

const Part = z.object({
  part: z.enum(PARTS),
  /** good: nothing to do. off: not set up, and need not be. warn: look at it soon. bad: act now. */
  level: z.enum(['good', 'off', 'warn', 'bad']),
  says: z.enum(SAYINGS),
  count: z.number().optional(),
  most: z.number().optional(),
  seconds: z.number().optional(),
  ms: z.number().optional(),
  bytes: z.number().optional(),
  free: z.number().optional(),
  at: Instant.optional(),
  /** A migration, folders of a disk, a round of work: names of ours. */
  names: z.array(z.string()).optional(),
})

const Queue = z.object({
  queue: z.enum(['jobs', 'notices', 'sms', 'email', 'seals']),
  waiting: z.number(),
  failed: z.number(),
  /** Of the oldest that should have been done by now. */
  oldestSeconds: z.number().nullable(),
})

export type PartState = z.output<typeof Part>
export type Says = (typeof SAYINGS)[number]

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
  health: {
    kind: 'query',
    summary: { zh: '每一部分是否正常', en: 'How each part of the system stands' },
    input: z.strictObject({}),
    output: z.object({
      now: Instant,
      /** What needs somebody first. */
      parts: z.array(Part),
      queues: z.array(Queue),
      /** Of the process that answers, since its start: the slowest first, milliseconds. */
      slow: z.array(
        z.object({ operation: z.string(), count: z.number(), p50: z.number(), p95: z.number(), max: z.number() }),
      ),
      process: z.object({
        pid: z.number(),
        startedAt: Instant,
        /** Whether it also does the work behind the pages. */
        works: z.boolean(),
        bytes: z.number(),
        lagMs: z.number(),
        requests: z.number(),
        faults: z.number(),
        streams: z.number(),
      }),
    }),
  },
  tally: {
    kind: 'query',
    summary: { zh: '一个区的数目，供监控', en: 'The numbers of one district, for monitoring' },
    input: z.strictObject({}),
    output: z.object({
      matters: z.array(z.object({ state: z.string(), count: z.number() })),
      late: z.number(),
      untold: z.number(),
      outbox: z.array(z.object({ channel: z.enum(['sms', 'email']), state: z.string(), count: z.number() })),
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
