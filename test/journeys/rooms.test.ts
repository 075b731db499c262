// A room as its keeper and a resident see it at the same time: hours, tools, and kinds that the district keeps.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { place } from '#modules/place/contract.ts'
import { room } from '#modules/room/contract.ts'
import { openStreet, type Street, setClock } from '../street.ts'
import { openTown, type Town } from './browser.ts'
import { seriousIn } from './hands.ts'

let street: Street
let town: Town
let station: string

beforeAll(async () => {
  street = await openStreet()
  // A Wednesday morning: 清荷驿站 is open from 07:30 to 20:30.
  setClock('2026-11-18', '09:06')
  const { rooms } = await street.as('chenjing').do(room.list, {})
  station = rooms.find((one) => one.name === '清荷驿站')!.id
  town = await openTown(street)
})
afterAll(async () => {
  await town?.close()
  await street?.close()
})

test('陈静 closes early today and lends the ladder; a resident’s phone shows both, and the ladder when it is back', async () => {
  const [desk, resident] = await Promise.all([town.visit('desk', 'chenjing'), town.visit('phone')])
  const see = async () => {
    await resident.page.goto(`${town.url}/rooms/${station}`)
    return (await resident.page.getByRole('main').textContent())!.replaceAll(/\s+/g, ' ')
  }
  expect(await see()).toMatch(/开着，到今天 20:30.*人字梯 ?还有 1 件/)

  const { page } = desk
  await page.goto(`${town.url}/desk/rooms/${station}`)
  await page.getByRole('button', { name: '改开放时间' }).click()
  const wednesday = page.getByRole('textbox', { name: '周三' })
  await wednesday.fill('早上到九点')
  await page.getByRole('button', { name: '改为这些时间' }).click()
  await page.getByText('请按 08:30-12:00 这样写').waitFor()
  await wednesday.fill('07:30-09:00')
  await page.getByRole('button', { name: '改为这些时间' }).click()
  await page.getByText('已保存，居民页面同时更新').waitFor()
  expect(await see()).toMatch(/明天 07:30 开门/)

  const ladder = page.getByRole('row', { name: /人字梯/ })
  await ladder.getByRole('button', { name: '借出一件' }).click()
  await page.getByRole('form', { name: '借出一件' }).getByRole('button', { name: '借出一件' }).click()
  await ladder.getByText(/号牌，11月19日前还/).waitFor()
  expect(await see()).toMatch(/人字梯 ?都借出去了，预计11月19日还回来/)
  await town.shot(page, 'desk-room')
  await town.shot(resident.page, 'resident-room')
  expect(await Promise.all([seriousIn(desk), seriousIn(resident)])).toEqual([[], []])

  await ladder.getByRole('button', { name: '收回' }).click()
  await page.getByText('已收回。').waitFor()
  expect(await see()).toMatch(/人字梯 ?还有 1 件/)
  expect([...desk.faults, ...resident.faults]).toEqual([])
}, 30_000)

test('任晓棠 adds a kind of room: a label put on people is refused beside its field, a plain name is offered at once', async () => {
  const district = await town.visit('desk', 'renxiaotang')
  const { page } = district
  await page.goto(`${town.url}/desk/room-kinds/rooms/new`)
  const form = page.getByRole('form', { name: '增加一种工作室' })
  await form.getByRole('textbox', { name: '中文名' }).fill('重点人员谈话室')
  const english = form.getByRole('textbox', { name: '英文名' })
  await english.fill('Mediation room')
  await form.getByRole('button', { name: '保存' }).click()
  await form.getByText('已经有英文名相同的种类').waitFor()
  await english.fill('Tea room')
  await form.getByRole('button', { name: '保存' }).click()
  await form.getByText('这里不给人贴标签。').waitFor()
  expect(await seriousIn(district)).toEqual([])
  await form.getByRole('textbox', { name: '中文名' }).fill('茶话室')
  await form.getByRole('button', { name: '保存' }).click()
  await page.getByText('“茶话室”已保存').waitFor()

  await page.getByRole('checkbox', { name: /停用/ }).check()
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('“茶话室”已停用').waitFor()
  const { kinds } = await street.as('renxiaotang').do(place.kinds, {})
  expect(kinds.find(({ code }) => code === 'tea_room')).toMatchObject({ zh: '茶话室', retired: true, usual: [] })
  expect(district.faults).toEqual([])
}, 30_000)

test('邻里街道’s week at a glance: 安小雅 sees who is on duty, gives tomorrow’s shift away, and the board says so', async () => {
  const desk = await town.visit('desk', 'anxiaoya')
  const { page } = desk
  await page.goto(`${town.url}/desk/teams`)
  const team = page.getByRole('row', { name: /清荷驿站志愿队/ })
  await team.getByText('管志成').first().waitFor()
  expect(await seriousIn(desk)).toEqual([])
  await team.getByRole('link').click()
  await page.getByRole('listitem').filter({ hasText: '明天' }).getByRole('button', { name: '换人 管志成' }).click()
  await page.getByRole('combobox', { name: '换成谁' }).selectOption({ label: '晏小棠' })
  await page.getByRole('button', { name: '换班', exact: true }).click()
  await page.getByText('原是管志成的班').waitFor()
  await page.getByRole('link', { name: '这一周谁值班' }).click()
  await team.getByText('替').first().waitFor()
  await town.shot(page, 'desk-duty-week')
  expect(desk.faults).toEqual([])
}, 30_000)
