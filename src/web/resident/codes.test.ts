// Codes as people type, paste and misread them.
import { expect, it } from 'vitest'
import { typedCode } from './codes.ts'

it.each([
  ['7kq4-m2wp 93td-hx5r', '7KQ4M2WP93TDHX5R'],
  ['７ＫＱ４－Ｍ２ＷＰ９３ＴＤＨＸ５Ｒ', '7KQ4M2WP93TDHX5R'],
  ['https://linli.example/r/7KQ4M2WP93TDHX5R?sent=1', '7KQ4M2WP93TDHX5R'],
  ['OIL4M2WP93TDHX5R', '0114M2WP93TDHX5R'],
])('reads %s', (typed, code) => expect(typedCode(typed, 16)).toBe(code))

it.each(['', '7KQ4', '7KQ4M2WP93TDHX5R<script>', '../../desk/secret-page', 'A'.repeat(41)])(
  'does not take %j',
  (typed) => expect(typedCode(typed, 16)).toBeUndefined(),
)
