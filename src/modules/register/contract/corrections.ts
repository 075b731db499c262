// What the register promises the person himself: his own entry by a slip from the desk, and a correction he asks for.
import { z } from 'zod'
import { Id, Instant, personal, prose, secret, Version, words } from '#kernel/contract.ts'
import { Person } from './people.ts'

const State = z.enum(['open', 'done', 'declined'])
const Slip = secret(z.string().trim().min(8).max(40))

const Correction = z.object({
  id: Id,
  personId: Id,
  state: State,
  madeAt: Instant,
  dueAt: Instant,
  late: z.boolean(),
  version: z.number(),
})
const Full = Correction.extend({ words: z.string(), answer: z.string(), can: z.array(z.string()) })

export const correctionPromises = {
  giveSlip: {
    kind: 'command',
    summary: { zh: '给本人打印一张查询条', en: 'Print a slip for the person himself' },
    input: z.strictObject({ id: Id }),
    /** In groups of four, for paper. */
    output: z.object({ slip: z.string(), until: Instant, url: z.string() }),
    forgets: true,
    inPerson: {
      zh: '查询条只当面交给本人。',
      en: 'A slip is handed to the person himself, across the desk.',
    },
  },
  mine: {
    kind: 'query',
    summary: { zh: '凭查询条看自己的登记', en: 'One’s own entry, by a slip from the desk' },
    input: z.strictObject({ slip: Slip }),
    output: z.object({
      entry: Person.pick({
        class: true,
        name: true,
        phone: true,
        birthYear: true,
        sex: true,
        address: true,
        state: true,
        asOf: true,
      }),
      corrections: z.array(
        z.object({ state: State, madeAt: Instant, dueAt: Instant, words: z.string(), answer: z.string() }),
      ),
    }),
  },
  askCorrection: {
    kind: 'command',
    summary: { zh: '请求更正自己的登记', en: 'Ask for a correction of one’s own entry' },
    input: z.strictObject({ slip: Slip, words: words(prose(2, 1000)) }),
    output: z.object({ dueAt: Instant }),
    form: true,
  },
  corrections: {
    kind: 'query',
    summary: { zh: '一个区域的更正请求', en: 'Requests for correction of an area' },
    input: z.strictObject({ areaId: Id, state: State.default('open') }),
    output: z.object({ corrections: z.array(Correction) }),
  },
  correction: {
    kind: 'query',
    summary: { zh: '一个更正请求', en: 'One request for correction' },
    input: z.strictObject({ id: Id }),
    output: Full,
  },
  correct: {
    kind: 'command',
    summary: { zh: '答复：已更正', en: 'Answer: corrected' },
    input: z.strictObject({ id: Id, version: Version, answer: personal('register.correction', prose(1, 500)) }),
    output: Correction,
  },
  decline: {
    kind: 'command',
    summary: { zh: '答复：不更正，说明原因', en: 'Answer: not corrected, and why' },
    input: z.strictObject({ id: Id, version: Version, answer: personal('register.correction', prose(5, 500)) }),
    output: Correction,
  },
} as const
