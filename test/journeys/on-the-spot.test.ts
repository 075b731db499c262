// Found and done in one go: a grid worker on the stairs, one thumb, and somebody else who checks it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStreet, type Street, setClock } from '../street.ts'
import { openTown, type Town } from './browser.ts'
import { act, open, photo, sees, send, seriousIn } from './hands.ts'

let street: Street
let town: Town

beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '09:00')
  town = await openTown(street)
})
afterAll(async () => {
  await town?.close()
  await street?.close()
})

test('周晓岚 moves a pram out of the way: five taps and a photo, not a letter typed; 陈静 checks it', async () => {
  const [field, desk] = await Promise.all([town.visit('phone', 'zhouxiaolan'), town.visit('desk', 'chenjing')])
  const { page } = field
  let taps = 0
  let letters = 0
  await page.exposeFunction('countTap', () => taps++)
  await page.exposeFunction('countLetter', () => letters++)
  await page.addInitScript(() => {
    const { countTap, countLetter } = globalThis as unknown as Record<string, () => void>
    addEventListener('pointerdown', () => countTap!(), true)
    addEventListener('keydown', () => countLetter!(), true)
  })
  await page.goto(`${town.url}/field`)
  await page.getByRole('heading', { level: 1 }).waitFor()

  await page.getByRole('link', { name: '当场办' }).click()
  await page.getByRole('heading', { name: '当场办好了，记一件' }).waitFor()
  expect(await seriousIn(field)).toEqual([])
  // The place is his own grid already.
  await page.getByRole('button', { name: '第12网格', pressed: true }).waitFor()
  await page.getByRole('button', { name: '消防隐患' }).click()
  await page.locator('input[type=file][capture]').setInputFiles(photo)
  await page.getByRole('button', { name: '消防通道堵了。' }).click()
  await page.getByRole('button', { name: '已清理干净。' }).click()
  await town.shot(page, 'spot-ready')
  await send(page, page.getByRole('button', { name: '办好了，送社区核查' }))
  await sees(field, /记下了 编号 LL-2026-\d{5}。社区核查（不是您自己）后就办结。/)
  await town.shot(page, 'spot-sent')
  // A tap takes about two seconds, a photo six: well under half a minute.
  expect({ taps, letters }).toEqual({ taps: 5, letters: 0 })

  await open(desk, town, '消防通道堵了', 'check')
  await sees(desk, /周晓岚 当场发现，当场处理好了。/)
  await town.shot(desk.page, 'spot-check')
  await act(desk, '核查通过，答复居民', {}, '答复居民')
  await page.getByRole('link', { name: '看这件事' }).click()
  await sees(field, /已核查/)
  await town.shot(page, 'spot-checked')
  expect([...desk.faults, ...field.faults]).toEqual([])
}, 180_000)
