// A mediator's term nears its end: said 90 and 30 days before, to her and to whoever keeps the committee, each once.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { committee } from '#modules/committee/contract.ts'
import { sweepTerms } from '#modules/committee/index.ts'
import { openStreet, type Street, setClock } from '#test/street.ts'
import { notice } from './contract.ts'
import { spreadNotices } from './sweep.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
})
afterAll(() => street.close())

const ITS = '清荷社区人民调解委员会'

/** What somebody finds in the inbox about terms of this committee, after which it is read. */
async function told(login: string): Promise<string[]> {
  await sweepTerms(street.house)
  await spreadNotices(street.house)
  const his = street.as(login)
  const found = (await his.do(notice.inbox, {})).notices.filter(
    ({ title, read }) => !read && title.includes('任期') && title.includes(ITS),
  )
  for (const { id } of found) await his.do(notice.read, { id })
  return found.map(({ title }) => title)
}
const HERS = (days: number) => `您的调解员任期还剩 ${days} 天：${ITS}`
const HERE = (days: number) => `一位调解员的任期还剩 ${days} 天：${ITS}`

test('赵桂兰 is told 90 and 30 days before her term ends, and so is the desk; a renewed term is said when it ends', async () => {
  setClock('2026-11-18', '09:06')
  const desk = street.as('anxiaoya')
  const zhao = (await street.as('zhaoguilan').actor()).id
  const { committees } = await desk.do(committee.list, {})
  const its = committees.find((one) => one.name === ITS)!
  const seat = async () =>
    (await desk.do(committee.get, { id: its.id })).mediators.find((one) => one.accountId === zhao)!
  const until = async (to: string) => {
    const { id: mediatorId, version, mode, way, head, certificate, skills, languages, from } = await seat()
    const kept = { mode, way, head, certificate, skills, languages, from }
    await desk.do(committee.changeSeat, { mediatorId, version, ...kept, to })
  }
  await told('zhaoguilan')
  await told('anxiaoya')
  await until('2027-03-01')
  const both = async () => [...(await told('zhaoguilan')), ...(await told('anxiaoya'))]
  expect(await both()).toEqual([])
  setClock('2026-12-01', '09:00')
  expect(await both()).toEqual([HERS(90), HERE(90)])
  // Once, however often it is looked for; a few days later as well.
  setClock('2026-12-10', '09:00')
  expect(await both()).toEqual([])
  setClock('2027-01-30', '09:00')
  expect(await both()).toEqual([HERS(30), HERE(30)])
  // A term that is moved is said anew: sixty-one days are within ninety.
  await until('2027-04-01')
  expect(await both()).toEqual([HERS(61), HERE(61)])
  await until('2029-04-01')
  setClock('2027-03-25', '09:00')
  expect(await both()).toEqual([])
})
