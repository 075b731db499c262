// Twenty matters of a morning, handed on by keyboard alone: how many keys it takes, since two minutes is the promise.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { matter } from '#modules/matter/contract.ts'
import { openStreet, type Street, setClock } from '../street.ts'
import { openTown, type Town } from './browser.ts'
import { read, sees, seriousIn } from './hands.ts'

let street: Street
let town: Town

/** What came, its kind, and what the desk does with it: by rule, to an agency of its choice, joined, left with the grid. */
const MORNING = [
  ...['路灯不亮', '灯杆锈了', '南门的灯闪'].map((words) => ({ words, kind: '0401', does: 'rule' })),
  ...['井盖松了', '井盖响'].map((words) => ({ words, kind: '0402', does: 'rule' })),
  ...['水管冒水', '下水堵了'].map((words) => ({ words, kind: '0403', does: 'rule' })),
  ...['暖气不热', '暖气漏水'].map((words) => ({ words, kind: '0404', does: 'rule' })),
  ...['路面塌了一块', '地砖翘起来'].map((words) => ({ words, kind: '0406', does: 'rule' })),
  ...['门禁坏了', '单元门关不上'].map((words) => ({ words, kind: '0502', does: 'rule' })),
  ...['保洁没来', '大门没人管'].map((words) => ({ words, kind: '0501', does: 'rule' })),
  ...['屋顶漏雨', '六楼的顶滴水'].map((words) => ({ words, kind: '0407', does: 'choose' })),
  ...['健身器松了'].map((words) => ({ words, kind: '0408', does: 'choose' })),
  ...['楼道里堆着纸箱', '楼道堆了旧家具'].map((words) => ({ words, kind: '0101', does: 'leave' })),
] as const

beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '09:00')
  const places = await street.owner.query(`select p.code from place p join area a on a.id = p.area_id
    where p.retired_at is null and p.name like '清荷苑%单元' order by p.name limit 20`)
  for (const [at, { words, kind }] of MORNING.entries())
    await street.stranger.do(matter.report, { code: places.rows[at % places.rows.length].code, words, kind })
  town = await openTown(street)
})
afterAll(async () => {
  await town?.close()
  await street?.close()
})

test('陈静 hands on twenty matters with few keys each, and every one is where it belongs', async () => {
  const desk = await town.visit('desk', 'chenjing')
  const { page } = desk
  await page.goto(`${town.url}/desk/dispatch`)
  await sees(desk, /待分派 20 件/)
  await town.shot(page, 'triage-twenty')
  expect(await seriousIn(desk)).toEqual([])
  let keys = 0
  const press = async (key: string) => {
    keys += key.length > 1 ? 1 : [...key].length
    await page.keyboard.press(key)
  }
  /** The title of the one in hand; undefined when all are done. */
  const chosen = async () => (await page.locator('.in-list li[aria-current] .ti b').allTextContents())[0]
  for (let left = MORNING.length; left > 0; left--) {
    const title = await chosen()
    const { does } = MORNING.find(({ words }) => words === title)!
    if (does === 'rule') await press('Enter')
    if (does === 'leave') await press('l')
    if (does === 'choose') {
      await press('Enter')
      await page.getByRole('dialog').getByRole('option').first().waitFor()
      // Two characters of its name, as an input method hands them over.
      await page.keyboard.insertText('物业')
      keys += 4
      await press('Enter')
    }
    await expect.poll(chosen, { timeout: 15_000 }).not.toBe(title)
  }
  await town.shot(page, 'triage-done')
  await sees(desk, /没有要分派的事.*马上送出|马上送出.*没有要分派的事/)
  expect(keys / MORNING.length).toBeLessThanOrEqual(2)
  await expect
    .poll(
      async () =>
        (await street.owner.query(`select count(*)::int as n from matter where state = 'dispatched'`)).rows[0].n,
      {
        timeout: 20_000,
      },
    )
    .toBe(18)
  await sees(desk, /等签收 18 件/)
  expect(await read(page)).toMatch(/派出去的 18 件/)
  await town.shot(page, 'triage-board')
  expect(desk.faults).toEqual([])
}, 180_000)
