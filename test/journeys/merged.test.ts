// Two neighbours report one lamp: the desk joins them, each keeps a page and a number, both read the reply.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStreet, type Street, setClock } from '../street.ts'
import { openTown, type Town } from './browser.ts'
import { act, finishOnPhone, form, open, read, report, sees, send, seriousIn } from './hands.ts'

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

test('the second neighbour says it is the same, 陈静 sees both side by side and joins them, both are told', async () => {
  const [first, second, desk, field] = await Promise.all([
    town.visit('phone'),
    town.visit('phone'),
    town.visit('desk', 'chenjing'),
    town.visit('phone', 'zhouxiaolan'),
  ])
  const code = `${town.url}/q/${await street.codeOf('清荷苑3号楼2单元')}`
  const [one, two] = [
    await report(first, code, '二单元门口的路灯不亮。'),
    await report(second, code, '门口路灯不亮，黑了三天了。', { phone: '13900005678', same: true }),
  ]
  expect(one).not.toBe(two)
  await open(desk, town, '黑了三天了', 'open')
  const merging = await form(desk, '并到另一件')
  await merging.getByRole('radio', { name: /二单元门口的路灯不亮.*报告人说是同一件/, checked: true }).waitFor()
  await merging.getByText('另一件（接着办）').waitFor()
  await town.shot(desk.page, 'merge-side-by-side')
  expect(await seriousIn(desk)).toEqual([])
  await send(desk.page, merging.getByRole('button', { name: /并到 LL-2026-/ }))
  await sees(second, /和另一件一起办.*别的居民也报了同一件事/)
  await town.shot(second.page, 'resident-merged')

  await open(desk, town, '二单元门口的路灯不亮', 'open')
  await sees(desk, /并进来 LL-2026-\d{5}/)
  await field.page.goto(`${town.url}/field`)
  await field.page.getByText('二单元门口的路灯不亮').first().waitFor()
  expect(await read(field.page)).not.toContain('黑了三天了')
  await send(field.page, field.page.getByRole('button', { name: /接单/ }).first())
  await field.page.waitForURL(/\/field\/matters\//)
  await sees(first, /周晓岚接单/)
  await second.page.reload()
  await sees(second, /现在是“办理中”/)
  await finishOnPhone(field, town, field.page.url().split('/').at(-1)!, '换了灯泡，亮了。')
  await open(desk, town, '二单元门口的路灯不亮', 'check')
  await act(desk, '核查通过，答复居民', { 给居民的答复: '门口的路灯换了灯泡，已经亮了。' }, '答复居民')

  await sees(first, /已经亮了.*现在解决了吗/)
  await second.page.reload()
  await sees(second, /合在一起办的那件有答复了.*已经亮了/)
  // Neither reads a word of the other.
  expect(await read(second.page)).not.toContain('二单元门口')
  expect(await read(first.page)).not.toContain('黑了三天')
  await town.shot(second.page, 'resident-merged-replied')
  expect([first, second, desk, field].flatMap(({ faults }) => faults)).toEqual([])
}, 180_000)
