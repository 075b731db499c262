// Promises about what was photographed and said: to whoever sees the matter, and to its reporter by his receipt.
import { z } from 'zod'
import { FileAnswer, Id, secret } from '#kernel/contract.ts'
import { Receipt } from '../shapes.ts'

export const files = {
  photo: {
    kind: 'query',
    bytes: true,
    summary: { zh: '一张照片', en: 'One photo' },
    input: z.strictObject({ id: Id, file: Id, size: z.enum(['full', 'small']).default('full') }),
    output: FileAnswer,
  },
  voice: {
    kind: 'query',
    bytes: true,
    summary: { zh: '听一段语音', en: 'One recording' },
    input: z.strictObject({ id: Id, file: Id }),
    output: FileAnswer,
  },
  storyVoice: {
    kind: 'query',
    bytes: true,
    summary: { zh: '报告人听自己的语音', en: "A recording on the reporter's own page" },
    input: z.strictObject({ receipt: secret(Receipt), file: Id }),
    output: FileAnswer,
  },
  storyPhoto: {
    kind: 'query',
    bytes: true,
    summary: { zh: '报告人看自己的照片', en: "A photo on the reporter's own page" },
    input: z.strictObject({ receipt: secret(Receipt), file: Id, size: z.enum(['full', 'small']).default('full') }),
    output: FileAnswer,
  },
} as const
