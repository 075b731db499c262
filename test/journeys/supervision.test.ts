// Time asked for and granted, and what does not go as promised: on the supervision page, urged by a leader, read by the handler.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { matter } from '#modules/matter/contract.ts'
import { openStreet, type Street, setClock } from '../street.ts'
import { openTown, type Town } from './browser.ts'
import { passes } from './clock.ts'
import { open, sees, send, seriousIn } from './hands.ts'

let street: Street
let town: Town
/** The reporter's key to what will be reopened. */
let again: string
const PAUSED = '三单元的灯座要换'
const LONGER = '院里一排灯要一起换'
const REOPENED = '车棚的灯又坏了'
const RETURNED = '墙根的灯不知道归谁'
const LATE = '花坛边的灯不亮'

beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-06', '09:00')
  const code = await street.codeOf('清荷苑3号楼2单元')
  const [worker, desk] = [street.as('zhouxiaolan'), street.as('chenjing')]
  const reported = (words: string) => street.stranger.do(matter.report, { code, words, kind: '0401' })
  const taken = async (words: string) => {
    const sent = await reported(words)
    await worker.do(matter.take, { id: sent.id })
    await worker.do(matter.answer, { id: sent.id, said: '马上来看', via: 'phone' })
    return sent
  }
  for (const words of [PAUSED, LONGER]) await taken(words)
  const { id, receipt } = await taken(REOPENED)
  const { ids: photos, uploads } = await street.photo()
  await worker.do(matter.finish, { id, result: 'solved', done: '换好了', photos }, { uploads })
  await desk.do(matter.verify, { id, reply: '灯换好了。' })
  const back = await reported(RETURNED)
  const { rows } = await street.owner.query(`select login, agency_id from account a
    join post p on p.account_id = a.id where login in ('weijiangping', 'hanlidong')`)
  for (const { login, agency_id: agencyId } of rows) {
    await desk.do(matter.dispatch, { id: back.id, agencyId })
    await street.as(login).do(matter.return, { id: back.id, reason: '这盏灯不归我们管。', basis: '职责清单' })
  }
  again = receipt!
  setClock('2026-11-09', '09:00')
  town = await openTown(street)
})
afterAll(async () => {
  await town?.close()
  await street?.close()
})

test('周晓岚 asks for a pause and for more time on the phone, 陈静 grants both at the desk', async () => {
  const [field, desk] = await Promise.all([town.visit('phone', 'zhouxiaolan'), town.visit('desk', 'chenjing')])
  const { page } = field
  const asks = async (title: string, what: string, cause: string, day: string, words: string) => {
    await page.goto(`${town.url}/field`)
    await page.getByRole('link', { name: title }).first().click()
    await page.getByRole('link', { name: '更多' }).click()
    await page.getByRole('link', { name: /申请挂起或延期/ }).click()
    const sheet = page.getByRole('dialog', { name: '申请挂起或延期' })
    await sheet.getByRole('radio', { name: what }).check()
    await sheet.getByRole('button', { name: cause }).click()
    await sheet.getByLabel('到哪一天').fill(day)
    await sheet.getByRole('textbox', { name: '具体说一句' }).fill(words)
    await town.shot(page, 'field-asks')
    await send(page, sheet.getByRole('button', { name: '送社区批' }))
    await sees(field, /等社区批/)
  }
  await asks(PAUSED, '挂起', '等配件、等材料', '2026-11-24', '灯座停产了，要从厂里订。')
  await open(desk, town, PAUSED, 'open')
  await sees(desk, /周晓岚 有申请，等您决定.*申请挂起到.*灯座停产了/)
  await town.shot(desk.page, 'desk-grants')
  await send(desk.page, desk.page.getByRole('button', { name: /同意挂起到/ }))
  await sees(desk, /已挂起.*陈静 同意挂起到/)
  await sees(field, /挂起了，到11月24日/)

  await asks(LONGER, '延期', '资金在审批', '2026-11-30', '要申请维修资金，多等两周。')
  await open(desk, town, LONGER, 'open')
  await send(desk.page, desk.page.getByRole('button', { name: /同意延期到/ }))
  await sees(desk, /陈静 同意延期到.*因为资金在审批/)
  expect([...field.faults, ...desk.faults]).toEqual([])
}, 180_000)

test('late, reopened, returned twice, paused long: 方静秋 finds each, urges, and whoever handles it reads it', async () => {
  setClock('2026-11-18', '09:00')
  const code = await street.codeOf('清荷苑3号楼2单元')
  const late = await street.stranger.do(matter.report, { code, words: LATE, kind: '0401' })
  await passes(street, '2026-11-18', '09:40')
  await street.as('chenjing').do(matter.sign, { id: late.id })
  setClock('2026-11-18', '10:30')
  await street.stranger.do(matter.dispute, { receipt: again, why: '又不亮了' })
  // Nobody has called the resident within two hours: it goes up once more.
  await passes(street, '2026-11-18', '11:50')
  await street.as('anxiaoya').do(matter.sign, { id: late.id })
  const [leader, desk, field] = await Promise.all([
    town.visit('desk', 'fangjingqiu'),
    town.visit('desk', 'anxiaoya'),
    town.visit('phone', 'zhouxiaolan'),
  ])
  const { page } = leader
  await page.goto(`${town.url}/desk`)
  await page.getByRole('link', { name: '督办' }).click()
  await sees(leader, new RegExp(`超 .*还没.*${LATE}`))
  await town.shot(page, 'supervise-late')
  expect(await seriousIn(leader)).toEqual([])
  for (const [view, title, why] of [
    ['重新打开', REOPENED, '第 2 次打开'],
    ['退回两次', RETURNED, '退回 2 次'],
    ['久挂', PAUSED, '挂起 ?9 天'],
  ] as const) {
    await page.getByRole('navigation', { name: '为什么在这里' }).getByRole('link', { name: view }).click()
    await sees(leader, new RegExp(`${why}.*${title}`))
  }
  await town.shot(page, 'supervise-paused')

  await page.getByRole('link', { name: /^超时/ }).click()
  await open(desk, town, LATE)
  await page.getByRole('button', { name: `催办：${LATE}` }).click()
  const urging = page.getByRole('form', { name: '催办' })
  await urging.getByRole('textbox', { name: '催办的话' }).fill('今天天黑以前要亮。')
  await send(page, urging.getByRole('button', { name: '催办' }))
  await sees(desk, /催办 1 次.*方静秋 催办。 今天天黑以前要亮/)
  await town.shot(desk.page, 'desk-urged')

  await page.getByRole('link', { name: /^重新打开/ }).click()
  await sees(leader, new RegExp(REOPENED))
  await page.keyboard.press('u')
  await urging.getByRole('textbox', { name: '催办的话' }).fill('先给居民回个电话。')
  await send(page, urging.getByRole('button', { name: '催办' }))
  await field.page.goto(`${town.url}/field`)
  await field.page.getByRole('link', { name: REOPENED }).first().click()
  await sees(field, /方静秋 催办。 先给居民回个电话/)
  await town.shot(field.page, 'field-urged')
  expect([leader, desk, field].flatMap(({ faults }) => faults)).toEqual([])
}, 180_000)
