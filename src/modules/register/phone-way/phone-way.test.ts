// One's own entry by telephone: 沈秋实 at her kitchen table, without a slip; and somebody who found her telephone.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { notice } from '#modules/notice/contract.ts'
import { demoSenders, sweepNotices } from '#modules/notice/index.ts'
import { openStreet, type Street, setClock } from '#test/street.ts'
import { idCheckSign } from '../classes/id-number.ts'
import { register } from '../contract.ts'
import { endsWith, readTail } from './tail.ts'

const numberOf = (seventeen: string) => seventeen + idCheckSign(seventeen)
const NUMBER = numberOf('99142619560307142')
const TAIL = NUMBER.slice(-6)

let street: Street
let home: string
let no = 0
beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '09:00')
  const grid = await street.areaId('第12网格')
  home = (await street.as('zhouxiaolan').do(register.addHome, { areaId: grid, address: '平房77号', room: '77' })).id
})
afterAll(() => street.close())
beforeEach(() => setClock('2026-11-18', '09:00'))

/** Somebody new at home: each story has a telephone of its own. */
async function somebody(more: { number?: string; name?: string; phone?: string } = {}) {
  const phone = more.phone ?? `1380000${String(++no).padStart(4, '0')}`
  const told = {
    homeId: home,
    class: 'registered',
    name: more.name ?? '沈秋实',
    phone,
    another: true,
    ...more,
  } as const
  const { id } = await street.as('zhouxiaolan').do(register.enter, told)
  return { id, phone }
}
async function texts(phone: string): Promise<string[]> {
  await sweepNotices(street.house, demoSenders)
  const { messages } = await street.stranger.do(notice.demoPhone, {})
  return messages.filter(({ to }) => to === phone).map(({ text }) => text)
}
async function codeFor(phone: string, typed = phone): Promise<string> {
  expect(await street.stranger.do(register.askCode, { phone: typed })).toEqual({ minutes: 10 })
  return /\d{6}/.exec((await texts(phone))[0]!)![0]
}
const open = (phone: string, code: string, tail = TAIL) =>
  street.stranger.do(register.enterByPhone, { phone, code, tail })
const refused = { message: 'register.ownWrong' }
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

const shen = { number: NUMBER }
/** One number is one person, so who had it before is gone. */
const forget = () => street.owner.query('update person set number_mac = null where tenant_id = $1', [street.tenant])
beforeEach(forget)

test('沈秋实 opens her entry by telephone, sees where she is registered, and asks for a correction', async () => {
  const { phone } = await somebody(shen)
  const code = await codeFor(phone, `+86 ${phone.slice(0, 3)} ${phone.slice(3)}`)
  const wide = [...TAIL].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join('')
  const { slip, until } = await open(phone, ` ${code.slice(0, 3)} ${code.slice(3)}`, wide)
  expect(until).toBe('2026-11-18T01:30:00.000Z')
  const { entry } = await street.stranger.do(register.mine, { slip })
  expect(entry).toMatchObject({ name: '沈**', address: expect.stringContaining('平房77号') })
  expect(await street.stranger.do(register.lookedAt, { slip })).toMatchObject({ looks: [] })
  await street.stranger.do(register.askCorrection, { slip, words: '门牌是78号' })
  setClock('2026-11-18', '09:31')
  await expect(street.stranger.do(register.mine, { slip })).rejects.toMatchObject({ message: 'door.missing' })
  await expect(open(phone, code)).rejects.toMatchObject(refused)
})

test('nothing is sent to a telephone that is not known, or of whom no ID number was given; the answer is the same', async () => {
  const { phone } = await somebody()
  for (const one of [phone, '13899990000'])
    expect(await street.stranger.do(register.askCode, { phone: one })).toEqual({ minutes: 10 })
  expect(await texts(phone)).toEqual([])
  expect(await texts('13899990000')).toEqual([])
  await expect(open('13899990000', '123456')).rejects.toMatchObject(refused)
  await expect(street.stranger.do(register.askCode, { phone: '0370-1234567' })).rejects.toMatchObject({
    message: 'register.ownMobile',
  })
})

test('two at one telephone open each their own', async () => {
  const wife = await somebody(shen)
  const number = numberOf('99010119530821001')
  const husband = await somebody({ number, name: '单国庆', phone: wife.phone })
  const names = []
  for (const tail of [TAIL, number.slice(-6)]) {
    const { slip } = await open(wife.phone, await codeFor(wife.phone), tail)
    names.push((await street.stranger.do(register.mine, { slip })).entry.name)
    setClock('2026-11-18', '09:05')
  }
  expect(names).toEqual(['沈**', '单**'])
  expect(husband.phone).toBe(wife.phone)
})

test('a wrong code ends itself after five tries and locks nobody out; a late one opens nothing', async () => {
  const { phone } = await somebody(shen)
  const code = await codeFor(phone)
  for (let at = 0; at < 5; at++) await expect(open(phone, wrong(code))).rejects.toMatchObject(refused)
  await expect(open(phone, code)).rejects.toMatchObject(refused)
  setClock('2026-11-18', '09:02')
  const next = await codeFor(phone)
  setClock('2026-11-18', '09:13')
  await expect(open(phone, next)).rejects.toMatchObject(refused)
  const third = await codeFor(phone)
  expect(await open(phone, third)).toMatchObject({ slip: expect.any(String) })
  // Three in an hour: a fourth is not sent, and the answer does not say so.
  const before = (await texts(phone)).length
  await street.stranger.do(register.askCode, { phone })
  expect(await texts(phone)).toHaveLength(before)
})

test('who found the telephone and tries last figures is locked for the day, at once or one after the other, and it is journalled', async () => {
  const { phone } = await somebody(shen)
  const code = await codeFor(phone)
  const tails = Array.from({ length: 8 }, (_, at) => `07${at}00${at}`)
  const tried = await Promise.allSettled(tails.map((tail) => open(phone, code, tail)))
  expect(tried.every(({ status }) => status === 'rejected')).toBe(true)
  await expect(open(phone, code)).rejects.toMatchObject(refused)
  setClock('2026-11-18', '20:00')
  const before = (await texts(phone)).length
  await street.stranger.do(register.askCode, { phone })
  expect(await texts(phone)).toHaveLength(before)
  const { rows } = await street.owner.query(
    `select to_state as to, input::text as input from journal where operation = 'register.openByPhone'
       and subject_id = (select id from own_code order by id desc limit 1)`,
  )
  const told = (state: string) => rows.filter(({ to }) => to === state).length
  expect([told('wrong figures'), told('locked')]).toEqual([5, 4])
  expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${phone}|${TAIL}|${code}`))
  setClock('2026-11-19', '09:30')
  expect(await open(phone, await codeFor(phone))).toMatchObject({ slip: expect.any(String) })
})

test('nothing of number, code or telephone stands in the table', async () => {
  const { phone } = await somebody(shen)
  const code = await codeFor(phone)
  const { rows } = await street.owner.query('select t::text as row from own_code t')
  const hex = (text: string) => Buffer.from(text).toString('hex')
  for (const one of [phone, code, TAIL]) expect(JSON.stringify(rows)).not.toMatch(new RegExp(`"${one}|${hex(one)}`))
})

test('last six are compared as they are written, and only those of the number fit', async () => {
  expect(readTail('０7142x')).toBe('07142X')
  expect(readTail('12345')).toBeUndefined()
  expect(readTail('X12345')).toBeUndefined()
  const is = (number: string) => number === NUMBER
  expect(await endsWith('1956-03-07', TAIL, is)).toBe(true)
  expect(await endsWith('1956-03-08', TAIL, is)).toBe(false)
  expect(await endsWith('1956-04-07', TAIL, is)).toBe(false)
  expect(await endsWith('', TAIL, is)).toBe(false)
})
