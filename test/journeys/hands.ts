// What people do at Linli's pages, as they do it: scan and report, open a matter, press a move, fill in what it asks.
import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { expect } from 'vitest'
import type { Town, Visitor } from './browser.ts'

const drawn = readFileSync(new URL('../../demo/photos/photo-after.svg', import.meta.url))
/** A small real picture, as a camera hands it to a form. */
export const photo = {
  name: 'IMG_0001.jpg',
  mimeType: 'image/jpeg',
  buffer: await sharp(drawn).resize(480).jpeg().toBuffer(),
}

const PATIENCE_MS = 15_000

/** What stands on the page, in one line: what a person reads there. */
export const read = async (page: Page): Promise<string> =>
  // biome-ignore lint/performance/useDomNodeTextContent: what is folded away is not read
  (await page.locator('body').innerText()).replaceAll(/\s+/g, ' ')

/** Waits until the page says it; a page hears of changes by itself. */
export const sees = ({ page }: Visitor, words: RegExp): Promise<void> =>
  expect.poll(() => read(page), { timeout: PATIENCE_MS }).toMatch(words) as Promise<void>

/** Presses what sends a command, and waits for the answer; a refusal fails with its words. */
export async function send(page: Page, button: Locator): Promise<void> {
  const [answer] = await Promise.all([
    page.waitForResponse((response) => 'idempotency-key' in response.request().headers()),
    button.click(),
  ])
  if (!answer.ok()) throw new Error(`${answer.url()} refused: ${await answer.text()}`)
}

type Reporting = {
  readonly phone?: string /** He says that it is the one that was reported already. */
  readonly same?: true
}

/** Scans a code and reports: two steps, and the page of the matter; gives the address of that page. */
export async function report(
  { page }: Visitor,
  code: string,
  words: string,
  { phone = '13800001234', same }: Reporting = {},
): Promise<string> {
  await page.goto(`${code}/report`)
  await page.getByRole('textbox', { name: /自己的话/ }).fill(words)
  await page.getByRole('button', { name: /下一步/ }).click()
  await page.getByRole('textbox', { name: /手机号/ }).fill(phone)
  if (same) await page.locator('#same').getByRole('radio').first().check()
  await page.getByRole('button', { name: /发出，交给/ }).click()
  await page.waitForURL(/\/r\/[0-9A-Z]{20}/)
  return page.url().split('?')[0]!
}

/** Opens a matter from the list of a desk, by its title. */
export async function open({ page }: Visitor, town: Town, title: string, view = ''): Promise<void> {
  await page.goto(`${town.url}/desk${view && `?view=${view}`}`)
  await page.getByRole('link', { name: title }).first().click()
  await page.locator('.rec h1', { hasText: title }).waitFor()
}

/** The button of a move on a matter's record; what is rarer stands in the menu 其他. */
async function moveButton(page: Page, move: string): Promise<Locator> {
  const button = page.locator('.rec').getByRole('button', { name: move })
  const more = page.locator('.rec').getByRole('button', { name: '其他', exact: true })
  await button.or(more).first().waitFor()
  if ((await button.count()) === 0) await more.click()
  return button.first()
}

type Fields = Readonly<Record<string, string>>

/** Fills in fields by their labels; `date`, `select` and lines alike. */
export async function fill(form: Locator, fields: Fields): Promise<void> {
  for (const [label, value] of Object.entries(fields)) {
    const field = form.getByLabel(label, { exact: true }).first()
    if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption({ label: value })
    else await field.fill(value)
  }
}

/** Types a few characters into a field that finds, and chooses what it found. */
export async function find(form: Locator, label: string, words: string): Promise<void> {
  await form.getByRole('combobox', { name: label }).fill(words)
  await form.page().getByRole('option', { name: words }).first().click()
}

/** A move made by one press. */
export const press = async ({ page }: Visitor, move: string): Promise<void> => send(page, await moveButton(page, move))

/** Opens the form of a move, to be filled in by whoever asked for it. */
export async function form({ page }: Visitor, move: string): Promise<Locator> {
  await (await moveButton(page, move)).click()
  const opened = page.getByRole('form', { name: move })
  await opened.waitFor()
  return opened
}

/** A move with its form: fields by label, then the button that sends it. */
export async function act(visitor: Visitor, move: string, fields: Fields, button: string): Promise<void> {
  const opened = await form(visitor, move)
  await fill(opened, fields)
  await send(visitor.page, opened.getByRole('button', { name: button }))
}

/** The worker's own way on the phone: finishes with a photo and a sentence. */
export async function finishOnPhone({ page }: Visitor, town: Town, id: string, done: string): Promise<void> {
  await page.goto(`${town.url}/field/matters/${id}?do=finish`)
  const sheet = page.getByRole('dialog', { name: '办结' })
  const pictures = sheet.getByRole('img')
  await sheet.waitFor()
  const before = await pictures.count()
  await sheet.locator('input[type=file]').first().setInputFiles(photo)
  await expect.poll(() => pictures.count(), { timeout: PATIENCE_MS }).toBeGreaterThan(before)
  await sheet.getByRole('radio', { name: '解决了', exact: true }).check()
  await sheet.getByRole('textbox').first().fill(done)
  await send(page, sheet.getByRole('button', { name: '办好，送社区核查' }))
}

/** The same at a desk. */
export async function finishAtDesk(visitor: Visitor, done: string): Promise<void> {
  const opened = await form(visitor, '办结，交核查')
  await fill(opened, { 做了什么: done })
  await opened.locator('input[type=file]').setInputFiles(photo)
  await opened.getByRole('img').waitFor()
  await send(visitor.page, opened.getByRole('button', { name: '办结，交核查' }))
}

/**
 * What axe finds serious or worse; the rest is looked at, not counted. React Aria's announcer names a button that was
 * busy for some seconds after the button is gone: it is heard, not read.
 */
export async function seriousIn({ page }: Visitor): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).exclude('[data-live-announcer]').analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)
}
