// Phone numbers as people type them.
import { expect, it } from 'vitest'
import { plainPhone } from './draft.ts'

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
