// A list of residents from the desk to the register and back: sent, its columns looked at, checked, corrected, loaded, undone.
import { readdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSheets } from '#kernel/sheets/read.ts'
import { register } from '#modules/register/contract.ts'
import { startImports } from '#modules/register/index.ts'
import { openStreet, type Street } from '../street.ts'
import { openTown, type Town } from './browser.ts'
import { seriousIn } from './hands.ts'

let street: Street
let town: Town
let work: { stop(): Promise<void> }

beforeAll(async () => {
  street = await openStreet()
  work = startImports(street.house, street.opened.config.keyFile)
  town = await openTown(street)
})
afterAll(async () => {
  await town?.close()
  await work?.stop()
  await street?.close()
})

// 怎么找他 is nobody's heading: she says what it means.
const HEAD = '姓名,出生日期,性别,怎么找他,现住址,信仰'
const FILE = [
  HEAD,
  '田甲,1979-03-02,男,13800001234,清荷苑3号楼2单元901室,无',
  '田乙,1981-05-06,女,1380000,清荷苑3号楼2单元902室,无',
].join('\n')

type Sent = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

async function sendIn(page: Page, file: Sent): Promise<void> {
  await page.goto(`${town.url}/desk/imports`)
  await page.getByRole('button', { name: '上传表格' }).click()
  await page.getByLabel('文件').setInputFiles(file)
  await page.getByRole('button', { name: '上传', exact: true }).click()
}

/** The sheet to correct, as it was fetched from the page: its rows, headings first. */
async function toCorrect(page: Page): Promise<(readonly string[])[]> {
  const [fetched] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载待更正的表格' }).click(),
  ])
  const staged = await street.house.spool.stage(await fetched.createReadStream(), 1e8)
  const source = await street.house.spool.open(staged.id)
  const rows: (readonly string[])[] = []
  for await (const piece of readSheets(source, fetched.suggestedFilename()))
    rows.push(...piece.map(({ cells }) => cells))
  await source.close()
  return rows
}

/** `undone`: how many of the list have been taken back then. */
async function undo(page: Page, undone: number): Promise<void> {
  await page.getByRole('button', { name: '撤销整批' }).click()
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await expect.poll(() => page.getByRole('table').getByText('已撤销').count(), { timeout: 15_000 }).toBe(undone)
}

test('陈静 sends a list, says what a column means, loads the good rows, sends the broken one corrected and takes all back', async () => {
  const { posts } = await street.as('chenjing').actor()
  const registered = async () => {
    const { counts } = await street.as('chenjing').do(register.counts, { areaId: posts[0]!.areaId })
    return counts.find((one) => one.class === 'registered')!.n!
  }
  const before = await registered()
  const desk = await town.visit('desk', 'chenjing')
  const { page } = desk
  await sendIn(page, { name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) })
  await page.getByText('不保存', { exact: false }).first().waitFor()
  await page.getByLabel('怎么找他').selectOption({ label: '联系电话' })
  await page.getByRole('button', { name: '试读', exact: true }).click()
  await page.getByText('第 3 行').waitFor()
  await town.shot(page, 'desk-import')
  expect(await seriousIn(desk)).toEqual([])
  expect(await registered()).toBe(before)
  await page.getByRole('button', { name: '导入正确的 1 行' }).click()
  await page.getByRole('button', { name: '撤销整批' }).waitFor()
  expect(await registered()).toBe(before + 1)

  // The broken row comes as a sheet of its own; corrected, it is sent back, and both batches are taken back again.
  const rows = await toCorrect(page)
  expect(rows[1]).toContain('1380000')
  const corrected = rows.map((cells) => cells.join(',').replace('1380000', '13800005678')).join('\n')
  await sendIn(page, { name: '更正.csv', mimeType: 'text/csv', buffer: Buffer.from(corrected) })
  await page.getByRole('button', { name: '试读', exact: true }).click()
  await page.getByRole('button', { name: '导入正确的 1 行' }).click()
  await page.getByRole('button', { name: '撤销整批' }).waitFor()
  expect(await registered()).toBe(before + 2)
  await undo(page, 1)
  expect(await registered()).toBe(before + 1)
  await page.getByRole('button', { name: /名单\.csv/ }).click()
  await undo(page, 2)
  expect(await registered()).toBe(before)
  expect(desk.faults).toEqual([])
}, 60_000)

test('a large file over a slow line: she sees how far it is, goes on looking at another page, and stops it; nothing of it stays', async () => {
  // Files of others may come and go meanwhile.
  const before = new Set(readdirSync(street.house.spool.dir))
  const spooled = () => readdirSync(street.house.spool.dir).filter((name) => !before.has(name)).length
  const { page, context, faults } = await town.visit('desk', 'chenjing')
  const line = await context.newCDPSession(page)
  const slow = { offline: false, latency: 5, downloadThroughput: 5_000_000, uploadThroughput: 250_000 }
  await page.goto(`${town.url}/desk/imports/new`)
  await page
    .getByLabel('文件')
    .setInputFiles({ name: '大名单.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE.padEnd(6_000_000)) })
  await line.send('Network.emulateNetworkConditions', slow)
  await page.getByRole('button', { name: '上传', exact: true }).click()
  await page.getByText(/已传 .* MB，共 6\.0 MB，每秒 \d+ kB，还要 \d+ 秒/).waitFor()
  expect(spooled()).toBe(1)
  // Elsewhere in the same window, and back: it went on.
  await page.getByRole('link', { name: '数字' }).click()
  await page.waitForURL(/figures/)
  await page.goBack()
  await page.getByText(/正在上传/).waitFor()
  await town.shot(page, 'desk-import-sending')
  await page.getByRole('button', { name: '取消上传' }).click()
  await page.getByText('没有留下什么').first().waitFor()
  await expect.poll(spooled).toBe(0)
  expect(faults).toEqual([])
}, 60_000)
