// Done again: sent back by the checker, checked by somebody who handled nothing, and once more since the reporter says so.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStreet, type Street, setClock } from '../street.ts'
import { openTown, type Town, type Visitor } from './browser.ts'
import { act, finishAtDesk, open, press, report, sees, send, seriousIn } from './hands.ts'

let street: Street
let town: Town
let code: string
let story: string
let number: string
/** The worker's own page of it. */
let record: string
let visitors: readonly [resident: Visitor, field: Visitor, desk: Visitor, other: Visitor]

beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '09:00')
  code = await street.codeOf('清荷苑3号楼2单元')
  town = await openTown(street)
  visitors = await Promise.all([
    town.visit('phone'),
    town.visit('phone', 'zhouxiaolan'),
    town.visit('desk', 'chenjing'),
    town.visit('desk', 'liqian'),
  ])
})
afterAll(async () => {
  await town?.close()
  await street?.close()
})

const TITLE = '楼道灯一闪一闪'
const faults = () => visitors.flatMap((one) => one.faults)

test('周晓岚 passes it up, 陈静 handles it and may not check it; 李倩 sends it back, then approves it', async () => {
  const [resident, field, desk, other] = visitors
  story = await report(resident, `${town.url}/q/${code}`, `${TITLE}，晃眼睛。`)
  await field.page.goto(`${town.url}/field`)
  await send(field.page, field.page.getByRole('button', { name: /接单/ }).first())
  await field.page.waitForURL(/\/field\/matters\//)
  record = field.page.url().split('?')[0]!
  await field.page.getByRole('link', { name: '更多' }).click()
  await field.page.getByRole('link', { name: /上报到社区/ }).click()
  await field.page.getByRole('button', { name: '要用钱，社区定不了。' }).click()
  await send(field.page, field.page.getByRole('button', { name: '上报到社区' }))
  await sees(field, /已上报到社区，等签收/)

  await open(desk, town, TITLE)
  await press(desk, '签收，我们办')
  await finishAtDesk(desk, '换了灯泡。')
  await sees(desk, /没有参与办理的人核查/)
  for (const button of ['核查通过，答复居民', '没办好，返工'])
    expect(await desk.page.locator('.rec').getByRole('button', { name: button }).count()).toBe(0)
  await resident.page.goto(story)
  await sees(resident, /办完了，社区核查后在这里答复您/)

  await open(other, town, TITLE)
  await act(other, '没办好，返工', { 哪里没有办好: '灯泡换了，还是闪，是灯座松了。' }, '返工')
  await open(desk, town, TITLE)
  await sees(desk, /李倩 核查没有通过，返工。.*还是闪，是灯座松了/)
  await town.shot(desk.page, 'sent-back')
  await resident.page.goto(story)
  await sees(resident, /社区核查没有通过，退回重办/)
  await finishAtDesk(desk, '灯座紧好，试过正常。')
  await open(other, town, TITLE)
  await act(other, '核查通过，答复居民', {}, '答复居民')
  await resident.page.goto(story)
  await sees(resident, /李倩 核查后答复/)
  expect(await seriousIn(resident)).toEqual([])
  await town.shot(resident.page, 'resident-checked')
  number = (await resident.page
    .getByText(/LL-2026-\d{5}/)
    .first()
    .textContent())!.match(/LL-2026-\d{5}/)![0]
  expect(faults()).toEqual([])
}, 180_000)

test('“没有解决”: the same number is open again, counted, with new clocks, and everybody sees why', async () => {
  const [resident, field, desk] = visitors
  setClock('2026-11-19', '10:00')
  await resident.page.goto(story)
  await resident.page.getByText('没有解决，重新办').click()
  await resident.page.getByRole('textbox', { name: '还想说的话' }).fill('今天早上又开始闪了。')
  await resident.page.getByRole('button', { name: '发出，重新打开这件事' }).click()
  await sees(resident, new RegExp(`重新打开，第 2 次办.*${number}`))
  await town.shot(resident.page, 'resident-again')

  await Promise.all([town.signIn(desk, 'chenjing'), town.signIn(field, 'zhouxiaolan')])
  await open(desk, town, TITLE, 'reopened')
  await sees(desk, new RegExp(`${number}.*重新打开.*第 2 次打开.*今天早上又开始闪了`))
  // Two hours to answer, from the reopening; the days to finish begin anew.
  await sees(desk, /还剩 2 小时.*今天 12:00 前/)
  await town.shot(desk.page, 'desk-again')
  // Who had it first still sees how it goes.
  await field.page.goto(record)
  await sees(field, /居民说没有解决 今天早上又开始闪了.*现在由陈静办理/)
  await finishAtDesk(desk, '整个灯具换成了新的。')
  const other = await town.visit('desk', 'liqian')
  await open(other, town, TITLE)
  await act(other, '核查通过，答复居民', {}, '答复居民')
  await other.page.goto(`${town.url}/desk/figures`)
  await sees(other, /重新打开 1 居民说没有解决/)
  await resident.page.goto(story)
  await sees(resident, /上一次的答复|整个灯具换成了新的/)
  await resident.page.getByText('解决了', { exact: true }).click()
  await resident.page.getByText('满意', { exact: true }).click()
  await resident.page.getByRole('button', { name: '发出，办结这件事' }).click()
  await sees(resident, /这件事办结了，谢谢您/)
  expect(faults()).toEqual([])
}, 180_000)
