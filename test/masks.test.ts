// Goal P3: in lists, records, searches and pages nothing of a person stands in full, and a mask keeps its secret.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clock } from '#kernel/clock.ts'
import type { PageRequest } from '#kernel/http/page.ts'
import { finding } from '#modules/finding/contract.ts'
import { operations } from '#modules/index.ts'
import { register } from '#modules/register/contract.ts'
import { maskBirth, maskName, maskPhone } from '#modules/register/personal.ts'
import { minePage } from '#web/resident/mine/page.ts'
import { type Resident, settle } from './register/residents.ts'
import { openStreet, type Street, setClock } from './street.ts'

let street: Street
let people: Resident[]
beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '09:06')
  people = await settle(street, '清荷苑3号楼', 6)
})
afterAll(() => street.close())

const hiddenOf = ({ name, phone, birth, number }: Resident) => [
  name,
  phone,
  phone.slice(3),
  birth,
  birth.replaceAll('-', ''),
  number,
  number.slice(6),
]
const leaks = (text: string) => people.flatMap(hiddenOf).filter((value) => text.includes(value))

/** What each question about people is asked with; a new one without a line here is noticed. */
async function inputs(): Promise<Record<string, object>> {
  const [grid, who] = [await street.areaId('第12网格'), people[0]!]
  const of = { id: who.id }
  const desk = street.as('chenjing')
  const { version } = await desk.do(register.person, of)
  const toAreaId = await street.areaId('柳岸社区')
  await desk.do(register.relocate, { ...of, version, toAreaId, day: '2026-11-18' })
  const { compounds } = await desk.do(register.compounds, { areaId: grid })
  return {
    ...{ relocations: { areaId: grid }, compounds: { areaId: grid } },
    ...{ compound: { areaId: grid, id: compounds[0]!.id } },
    ...{ people: { areaId: grid, limit: 200 }, person: of, asOf: { ...of, day: '2026-11-18' }, ties: of, reasons: of },
    ...{ homes: { areaId: grid }, home: { id: who.home }, homeAsOf: { id: who.home, day: '2026-11-18' } },
    ...{
      organisations: { areaId: grid },
      corrections: { areaId: grid },
      counts: { areaId: grid },
      portrait: { areaId: grid },
    },
  }
}
/** Asked with a secret or a row of their own, by Linli itself, or about looks: told elsewhere. */
const ELSEWHERE =
  /^(mine|ownAddress|lookedAt|looksOf|looks|organisation|correction|recount|batch|batches|import|export|fetch|offers?|template|progress|faults?|traceExport|countPortraits|settle)/

test('no list, record or search holds a name, a phone, a birthday or a number in full', async () => {
  const asked = await inputs()
  const questions = [...operations.values()].filter(
    ({ signature: { name, kind, discloses, bytes } }) =>
      name.startsWith('register.') && kind === 'query' && !discloses && !bytes,
  )
  for (const { signature } of questions) {
    const verb = signature.name.slice('register.'.length)
    const input = asked[verb]
    if (!input) expect(verb).toMatch(ELSEWHERE)
    else
      expect(
        leaks(JSON.stringify(await street.as('chenjing').do(signature as typeof register.people, input as never))),
        verb,
      ).toEqual([])
  }
  for (const who of people)
    for (const words of [who.name, who.phone.slice(7), `${who.building}${who.room}`])
      expect(leaks(JSON.stringify(await street.as('chenjing').do(finding.find, { words })))).toEqual([])
  const { people: found } = await street.as('chenjing').do(finding.number, { whole: people[0]!.phone })
  expect(found).toHaveLength(1)
  expect(leaks(JSON.stringify(found))).toEqual([])
  // The bite: what is asked for in full is seen to be.
  expect(leaks(JSON.stringify(people[0]))).not.toEqual([])
})

test('one’s own page by a slip is masked, too, and no page keeps the slip in its address', async () => {
  const { slip } = await street.as('chenjing').do(register.giveSlip, { id: people[0]!.id })
  const fields = new Map([['slip', [slip]]])
  const request = {
    fields,
    query: new URLSearchParams(),
    lang: 'zh',
    big: false,
    path: '/mine',
    now: clock.now(),
    newKey: () => 'key-0001',
  }
  const answer = await minePage.answer({ ...request, ask: street.stranger.do } as unknown as PageRequest)
  const page = 'html' in answer ? answer.html : ''
  expect(page).toContain(maskPhone(people[0]!.phone))
  expect(page).toContain('还没有人看过全文')
  expect(leaks(page)).toEqual([])
})

test('a mask keeps less than twenty bits of a phone, nothing of a name’s length, of a birthday the year', () => {
  expect(maskPhone('13812345678')).toBe('138****5678')
  const [heads, tails] = [47, 10_000]
  expect(Math.log2(heads * tails)).toBeLessThan(20)
  expect([maskName('单晓兰'), maskName('单兰'), maskName('欧阳明珠'), maskName('')]).toEqual([
    '单**',
    '单**',
    '欧**',
    '',
  ])
  expect(maskBirth('1975-03-07')).toBe('1975')
})
