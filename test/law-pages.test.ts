// The pages about the law without a script: an answer by a word, a time booked and dropped, a number at the door.
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clock, localDay } from '#kernel/clock.ts'
import { webApp } from '#kernel/http/http.ts'
import { dayNumber, dayText } from '#modules/calendar/index.ts'
import { counsel } from '#modules/counsel/contract.ts'
import { operations } from '#modules/index.ts'
import { residentPages } from '#web/resident/pages.ts'
import { problemPage } from '#web/resident/problem-page.ts'
import { openStreet, type Street } from './street.ts'

let street: Street
let ask: (at: string, fields?: Record<string, string>) => Promise<{ status: number; to: string; text: string }>
let session: string
let door: string
const today = () => localDay(clock.now())

beforeAll(async () => {
  street = await openStreet()
  const { house, live, gate } = street.opened
  const log: string[] = []
  const dist = path.join(import.meta.dirname, '../dist')
  const app = webApp({
    ...{ house, operations, live, gate, pages: residentPages, outside: [], problemPage, dist },
    log: (where, error) => log.push(`${where} ${error}`),
    ready: async () => true,
  })
  ask = async (at, fields) => {
    const answer = await app.request(house.url + at, {
      ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
      headers: { origin: house.url, 'accept-language': 'zh-CN' },
    })
    const text = await answer.text()
    expect(log).toEqual([])
    return { status: answer.status, to: answer.headers.get('location') ?? '', text }
  }
  const areaId = await street.areaId('清荷社区')
  const sitter = (await street.as('anxiaoya').do(counsel.setSitter, { areaId, kind: 'lawyer', name: '奚律师' })).id
  const plan = async (day: string, slotMinutes: 0 | 30) =>
    street.as('anxiaoya').do(counsel.planClinic, {
      ...{ areaId, kind: 'touring', spotZh: '中心花园凉亭', day, from: 0, to: 1440, slotMinutes, sitters: [sitter] },
    })
  session = (await plan(dayText(dayNumber(today()) + 6), 30)).id
  const { id } = await plan(today(), 0)
  door = new URL((await street.as('anxiaoya').do(counsel.clinic, { id })).url).pathname
  const { id: answer } = await street.as('anxiaoya').do(counsel.proposeAnswer, {
    ...{ areaId, topic: 'lending', question: '借条要写什么<b>？', answer: '金额、日期、利息和归还的日子。' },
    ...{ articles: [{ law: '民法典', article: '第六百六十八条' }], checkedOn: today() },
  })
  await street.linli.do(counsel.publishAnswer, { id: answer, version: 1 })
})
afterAll(() => street.close())

test('somebody looks an answer up by a word, and nothing typed becomes markup', async () => {
  expect((await ask('/law')).text).toContain('您在哪个区')
  const found = (await ask('/law?in=990101&words=借条')).text
  expect(found).toContain('借条要写什么&lt;b&gt;？')
  expect(found).toContain('《民法典》第六百六十八条')
  expect((await ask('/law?in=990101&words=地铁')).text).toContain('没有查到')
})

test('a time is booked with a phone alone; what is missing is said above the form; the receipt drops it again', async () => {
  const at = { in: '990101', clinic: session, from: '540', key: 'law-pages-0001' }
  const form = await ask(`/law/book?${new URLSearchParams(at)}`)
  expect(form.text).toContain('中心花园凉亭')
  expect(await ask('/law/book', { ...at, phone: '13900004444' })).toMatchObject({ status: 400 })
  const bad = await ask('/law/book', { ...at, topic: 'labour', phone: '12345' })
  expect(bad.status).toBe(400)
  expect(bad.text).toContain('请填 11 位手机号')
  const sent = await ask('/law/book', { ...at, topic: 'labour', phone: '13900004444', key: 'law-pages-0002' })
  expect(sent.to).toMatch(/^\/law\/booking\/[0-9A-Z-]{24}$/)
  const kept = await ask(sent.to)
  expect(kept.text).toContain('约好了')
  expect(kept.text).not.toContain('13900004444')
  const late = await ask('/law/book', { ...at, topic: 'labour', phone: '13900005555', key: 'law-pages-0003' })
  expect(late).toMatchObject({ status: 400 })
  expect(late.text).toContain('刚被别人约走')
  expect((await ask(`${sent.to}/drop`, {})).to).toBe(sent.to)
  expect((await ask(sent.to)).text).toContain('已经取消')
  expect((await ask('/law/booking/0000-0000-0000-0000-0000')).status).toBe(404)
})

test('a number is taken at the door; its page says how many are before', async () => {
  expect((await ask(door)).text).toContain('取号不用登记姓名和电话')
  expect((await ask(door, { key: 'law-pages-0011' })).to).toBe(`${door}?no=1`)
  // The same press sent twice is one number.
  expect((await ask(door, { key: 'law-pages-0011' })).to).toBe(`${door}?no=1`)
  const { to } = await ask(door, { key: 'law-pages-0012' })
  expect((await ask(to)).text).toContain('前面还有 1 位')
  expect((await ask('/clinic/0000000000')).status).toBe(404)
})
