// The way back after a switch never leads to another site.
import { expect, it } from 'vitest'
import { ownPath } from './switches.ts'

it.each([
  ['/q/K7QH2M4P', '/q/K7QH2M4P'],
  ['/r/REP1?sent=1', '/r/REP1?sent=1'],
  ['/', '/'],
])('keeps our own %s', (given, to) => expect(ownPath(given)).toBe(to))

it.each([
  undefined,
  '',
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example/',
  '\\\\evil.example',
  '/\t/evil.example/',
  '/..//evil.example/',
  '/./\\evil.example',
  'javascript:alert(1)',
  ' //evil.example',
])('refuses %j', (given) => {
  const to = ownPath(given)
  expect(new URL(to, 'http://linli.test').origin).toBe('http://linli.test')
  expect(to).not.toMatch(/^[/\\]{2}/)
})

it('cannot be made to write a second header', () => {
  expect(ownPath('/q/A\r\nSet-Cookie: x=1')).not.toMatch(/[\r\n]/)
})
