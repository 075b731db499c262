// Promises about the way: notes, meetings, and time that stands still or is extended.
import { z } from 'zod'
import { Day, Id, line, prose, Voices, words } from '#kernel/contract.ts'
import { PAUSES } from '../lifecycle.ts'
import { Changed, OneMatter } from '../shapes.ts'

export const along = {
  note: {
    kind: 'command',
    form: true,
    summary: { zh: '办理记录', en: 'Note of what was done' },
    input: z.strictObject({ id: Id, words: words(prose(2, 2000)), voices: Voices(3) }),
    output: Changed,
  },
  meet: {
    kind: 'command',
    summary: { zh: '联席会商纪要', en: 'Minutes of a joint meeting' },
    input: z.strictObject({
      id: Id,
      at: z.iso.datetime({ offset: true }),
      who: z
        .array(words(line(1, 60)))
        .min(2)
        .max(40),
      minutes: words(prose(5, 5000)),
      decisions: z
        .array(
          z.strictObject({ what: words(line(2, 300)), owner: words(line(1, 60)), by: Day.nullable().default(null) }),
        )
        .min(1)
        .max(20),
    }),
    output: Changed,
  },
  ask: {
    kind: 'command',
    summary: { zh: '申请挂起或延期', en: 'Ask for a pause or more time' },
    input: z.strictObject({
      id: Id,
      what: z.enum(['pause', 'extend']),
      reason: z.enum(PAUSES),
      words: words(prose(5, 1000)),
      until: z.iso.datetime({ offset: true }),
    }),
    output: Changed.extend({ requestId: Id }),
  },
  pause: {
    kind: 'command',
    summary: { zh: '同意挂起', en: 'Grant a pause' },
    input: z.strictObject({ id: Id, requestId: Id }),
    output: Changed,
  },
  standForMediation: {
    kind: 'command',
    summary: { zh: '正在调解，办理时限暂停', en: 'Pause while its dispute is mediated' },
    input: z.strictObject({ id: Id, words: words(prose(2, 1000)), until: z.iso.datetime({ offset: true }) }),
    output: Changed,
  },
  resume: { kind: 'command', summary: { zh: '恢复办理', en: 'Resume' }, input: OneMatter, output: Changed },
  extend: {
    kind: 'command',
    summary: { zh: '同意延期', en: 'Grant more time' },
    input: z.strictObject({ id: Id, requestId: Id }),
    output: Changed,
  },
  refuse: {
    kind: 'command',
    summary: { zh: '不同意挂起或延期', en: 'Refuse a pause or more time' },
    input: z.strictObject({ id: Id, requestId: Id, why: words(prose(2, 1000)) }),
    output: Changed,
  },
} as const
