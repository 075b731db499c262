// A phone seen in full for a matter, and told to the person it belongs to: the desk, the slip, his own page without a script.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { matter } from '#modules/matter/contract.ts'
import { register } from '#modules/register/contract.ts'
import { type Resident, settle } from '../register/residents.ts'
import { openStreet, type Street, setClock } from '../street.ts'
import { openTown, type Town } from './browser.ts'
import { read, sees, seriousIn } from './hands.ts'

let street: Street
let town: Town
let who: Resident
beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '09:06')
  who = (await settle(street, '清荷苑3号楼', 1))[0]!
  const id = (
    await street.stranger.do(matter.report, {
      code: await street.codeOf('清荷苑3号楼2单元'),
      words: '楼上漏水，天花板湿了',
    })
  ).id
  await street.as('zhouxiaolan').do(matter.take, { id })
  town = await openTown(street)
})
afterAll(async () => {
  await town?.close()
  await street?.close()
})

test('周晓岚 sees a phone for her matter; a month later its owner reads from where and for what, and asks for a correction', async () => {
  const desk = await town.visit('desk', 'zhouxiaolan')
  const { page } = desk
  await page.goto(`${town.url}/desk/register/${who.id}`)
  await sees(desk, /楼上漏水/)
  expect(await read(page)).not.toContain(who.phone)
  await page.getByRole('button', { name: '看电话' }).click()
  await sees(desk, new RegExp(who.phone))
  await sees(desk, /今天还可以看 59 户/)
  await town.shot(page, 'desk-reveal')
  expect(await seriousIn(desk)).toEqual([])

  const { slip } = await street.as('chenjing').do(register.giveSlip, { id: who.id })
  const phone = await town.visit('phone', undefined, { javaScriptEnabled: false })
  const open = async () => {
    await phone.page.goto(`${town.url}/mine`)
    await phone.page.getByLabel('查询条上的编号').fill(slip.toLowerCase())
    await phone.page.getByRole('button', { name: '看我的登记' }).click()
  }
  await open()
  await sees(phone, /另有 1 次过些时候显示/)
  await street.owner.query(`update matter set state = 'closed' where state = 'handling'`)
  await open()
  await sees(phone, /第12网格 网格员，办一件事项，看了电话/)
  const said = await read(phone.page)
  expect(said).not.toContain('周晓岚')
  expect(said).not.toContain(who.phone)
  expect(phone.page.url()).not.toContain(slip)
  await town.shot(phone.page, 'resident-mine')
  await phone.page.getByLabel('要更正的内容').fill('电话早就换了，请删掉旧的。')
  await phone.page.getByRole('button', { name: '请求更正' }).click()
  await sees(phone, /社区已经收到，最迟 12月9日 答复您/)
  await sees(phone, /电话早就换了/)
  await phone.page.goto(`${town.url}/mine`)
  await phone.page.getByLabel('查询条上的编号').fill('0000-0000-0000-0000')
  await phone.page.getByRole('button', { name: '看我的登记' }).click()
  await sees(phone, /这个编号查不到/)
  expect([...desk.faults, ...phone.faults]).toEqual([])
}, 60_000)

test('谢安澜 looks at what stands out, in both languages, wide and narrow', async () => {
  await street.as('xieanlan').do(register.setLimit, { role: 'grid_worker', kind: 'households', most: 1, version: 0 })
  for (const device of ['desk', 'phone'] as const) {
    const visitor = await town.visit(device, 'xieanlan')
    await visitor.page.goto(`${town.url}/desk/looks`)
    await sees(visitor, /1 个账号看过 1 户/)
    await sees(visitor, /有一天用完了上限/)
    await town.shot(visitor.page, `looks-${device}`)
    expect(await seriousIn(visitor)).toEqual([])
    await visitor.page.goto(`${town.url}/desk/looks?lang=en`)
    await sees(visitor, /used up the number of a day/)
    expect(visitor.faults).toEqual([])
  }
}, 60_000)
