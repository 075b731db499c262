// Phone numbers as people type them.
import { expect, it } from 'vitest'
import { emptyDraft, plainPhone, toldWords } from './draft.ts'

it.each([
  ['138 0013 8000', '13800138000'],
  ['138-0013-8000', '13800138000'],
  ['+86 138 0013 8000', '13800138000'],
  ['8613800138000', '13800138000'],
  ['１３８００１３８０００', '13800138000'],
  ['0370-1234567', '0370-1234567'],
  ['(0370) 1234567', '03701234567'],
  ['', ''],
])('%s', (typed, plain) => expect(plainPhone(typed)).toBe(plain))

const shot = { ticket: 't', file: {} as (typeof emptyDraft)['shots'][number]['file'] }

it.each([
  ['as typed', { words: ' 灯坏了 ' }, '灯坏了'],
  ['with the time at home', { words: '灯坏了', when: '周二下午' }, '灯坏了\n在家时间：周二下午'],
  ['that were only spoken', { voices: [shot] }, '（语音）'],
  ['not from a time alone', { when: '周二下午' }, ''],
] as const)('tells words %s', (_, change, words) => expect(toldWords({ ...emptyDraft, ...change })).toBe(words))
