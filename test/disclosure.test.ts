// Goal C2: a look at personal data is written down before the first byte leaves. Where it cannot be written, nothing leaves.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { perform } from '#kernel/door.ts'
import type { AnyOperation } from '#kernel/operation.ts'
import { DEMO_PASSWORD } from '#modules/account/index.ts'
import { operations } from '#modules/index.ts'
import { matter } from '#modules/matter/contract.ts'
import { openStreet, type Street } from './street.ts'
import { openWeb, type TestWeb } from './web.ts'

const NAME = '欧阳明珠'
const PHONE = '13912345678'
const TRIES = 25

let street: Street
let web: TestWeb
let token: string
let id: string
let role: string
beforeAll(async () => {
  street = await openStreet()
  web = openWeb(street.opened)
  role = new URL(street.appUrl).username
  const code = await street.codeOf('清荷苑3号楼2单元')
  id = (await street.stranger.do(matter.report, { code, words: '楼道堆了杂物', name: NAME, phone: PHONE })).id
  token = (await web.client().account.signIn({ login: 'zhouxiaolan', password: DEMO_PASSWORD })).token
})
afterAll(() => street.close())

/** Any four signs of the name or number in a row. */
const pieces = [NAME, ...Array.from({ length: PHONE.length - 5 }, (_, at) => PHONE.slice(at, at + 6))]
const leaks = (text: string) => pieces.filter((piece) => text.includes(piece))

const reveal = async () => {
  const response = await web.post('matter.reveal', { id }, { token })
  return { status: response.status, text: (await response.text()) + JSON.stringify([...response.headers]) }
}
const looks = async () =>
  (await street.owner.query(`select count(*)::int as n from journal where operation = 'matter.reveal'`)).rows[0].n

const BROKEN: [string, () => string[], () => string[]][] = [
  [
    'the right to write is taken away',
    () => [`revoke insert on journal from ${role}`],
    () => [`grant insert on journal to ${role}`],
  ],
  [
    'a constraint refuses the row',
    () => [`alter table journal add constraint never check (operation <> 'matter.reveal') not valid`],
    () => ['alter table journal drop constraint never'],
  ],
  [
    'the table is not there',
    () => ['alter table journal rename to journal_away'],
    () => ['alter table journal_away rename to journal'],
  ],
  [
    'everything goes well until the commit',
    () => [
      `create function refuse() returns trigger language plpgsql as $$ begin raise 'no room'; end $$`,
      'create constraint trigger late after insert on journal deferrable initially deferred for each row execute function refuse()',
    ],
    () => ['drop trigger late on journal', 'drop function refuse'],
  ],
]

async function whileBroken(broken: string[], mended: string[], act: () => Promise<void>): Promise<void> {
  for (const text of broken) await street.owner.query(text)
  try {
    await act()
  } finally {
    for (const text of mended) await street.owner.query(text)
  }
}

test('the look itself works and is journalled', async () => {
  const before = await looks()
  const { status, text } = await reveal()
  expect(status).toBe(200)
  expect(leaks(text)).toEqual(pieces)
  expect(await looks()).toBe(before + 1)
})

test.each(BROKEN)('nothing leaves when %s', async (_, broken, mended) => {
  const before = await looks()
  await whileBroken(broken(), mended(), async () => {
    for (let tried = 0; tried < TRIES; tried++) {
      const { status, text } = await reveal()
      expect(status).toBeGreaterThanOrEqual(500)
      expect(text).toMatch(/"code":"door\.(fault|busy)"/)
      expect(leaks(text)).toEqual([])
    }
  })
  expect(await looks()).toBe(before)
  expect(leaks(web.log.join('\n'))).toEqual([])
  expect((await reveal()).status).toBe(200)
})

test('it would be noticed: an operation that does not say that it discloses answers without a journal', async () => {
  const { discloses: _, ...signature } = matter.reveal
  const quiet = { ...operations.get('matter.reveal')!, signature } as AnyOperation
  const [, broken, mended] = BROKEN[0]!
  await whileBroken(broken(), mended(), async () => {
    const answer = await perform(street.house, quiet, await street.as('zhouxiaolan').actor(), { id })
    expect(leaks(JSON.stringify(answer))).toEqual(pieces)
  })
})
