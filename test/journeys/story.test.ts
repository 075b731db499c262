// The main job on real input: a printed code, a real photo, a real browser, two people's pages live.
import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { resultWords } from '#modules/matter/words.ts'
import { readPdf } from '../pdf.ts'
import { addressesOn } from '../pdf-codes.ts'
import { openStreet, type Street } from '../street.ts'
import { openTown, type Town, type Visitor } from './browser.ts'

let street: Street
let town: Town
let photo: { name: string; mimeType: string; buffer: Buffer }

beforeAll(async () => {
  street = await openStreet()
  town = await openTown(street)
  const drawn = readFileSync(new URL('../../demo/photos/photo-before.svg', import.meta.url))
  photo = {
    name: 'IMG_0001.jpg',
    mimeType: 'image/jpeg',
    buffer: await sharp(drawn, { density: 200 }).resize(2400).jpeg().toBuffer(),
  }
})
afterAll(async () => {
  await town?.close()
  await street?.close()
})

/** The sheet as the desk prints it, read back by a decoder. */
async function printedAddress(desk: Visitor): Promise<string> {
  const { rows } = await street.owner.query(`select id from place where tenant_id = $1 and name = '清荷苑3号楼2单元'`, [
    street.tenant,
  ])
  const answer = await desk.context.request.get(`${town.url}/api/place.sheet?id=${rows[0].id}`)
  expect(answer.headers()['content-type']).toBe('application/pdf')
  const [page] = await readPdf(await answer.body())
  const [address] = addressesOn(page!)
  return address!.replace('http://localhost:7080', town.url)
}

async function reportIt(resident: Visitor, address: string): Promise<string> {
  const { page } = resident
  await page.goto(address)
  await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toContain('清荷苑')
  await town.shot(page, 'resident-scan')
  await page.getByRole('link', { name: /报告一件事/ }).click()
  await page.locator('input[name=photos][multiple]').setInputFiles(photo)
  await page.getByRole('textbox', { name: /自己的话/ }).fill('楼道里给电动车充电，插座有焦味，有点冒烟')
  await town.shot(page, 'resident-report')
  await page.getByRole('button', { name: /下一步/ }).click()
  await page.getByRole('link', { name: /119/ }).first().waitFor()
  await page.getByRole('textbox', { name: /手机号/ }).fill('13800001234')
  await town.shot(page, 'resident-send')
  await page.getByRole('button', { name: /发出，交给/ }).click()
  await page.waitForURL(/\/r\/[0-9A-Z]{20}/)
  await town.shot(page, 'resident-sent')
  return page.url().match(/\/r\/([0-9A-Z]{20})/)![1]!
}

async function finishIt(field: Visitor, done: string): Promise<void> {
  const { page } = field
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page
    .getByRole('region', { name: '可以做的' })
    .getByRole('link', { name: /办结|办好/ })
    .first()
    .click()
  const sheet = page.getByRole('dialog', { name: '办结' })
  await sheet.waitFor()
  const pictures = sheet.getByRole('img')
  const before = await pictures.count()
  await sheet.locator('input[type=file]').first().setInputFiles(photo)
  // The phone shrinks it first; the page shows what will be sent.
  await expect.poll(() => pictures.count(), { timeout: 60_000 }).toBeGreaterThan(before)
  await sheet.getByRole('radio', { name: resultWords.solved.zh, exact: true }).check()
  await sheet.getByRole('textbox').first().fill(done)
  await sheet.getByRole('button', { name: '办好，送社区核查' }).click()
  await expect.poll(() => page.url(), { timeout: 15_000 }).toMatch(/\/field$/)
}

test('from a decoded code to a rated answer, and through "not solved" back to open', async () => {
  const desk = await town.visit('desk', 'chenjing')
  const field = await town.visit('phone', 'zhouxiaolan')
  const resident = await town.visit('phone')
  await field.page.goto(`${town.url}/field`)
  await field.page.getByRole('heading', { level: 1 }).waitFor()

  await reportIt(resident, await printedAddress(desk))
  const heard = performance.now()
  await field.page.getByText('楼道里给电动车充电，插座有焦味').first().waitFor({ timeout: 5_000 })
  expect(performance.now() - heard).toBeLessThan(2_000)
  await town.shot(field.page, 'field-today')

  await field.page.getByRole('button', { name: /接单/ }).first().click()
  await field.page.waitForURL(/\/field\/matters\//)
  const matter = field.page.url().split('?')[0]!
  await resident.page.getByText('接单').first().waitFor({ timeout: 5_000 })
  await town.shot(field.page, 'field-matter')
  await field.page
    .getByRole('link', { name: /已联系居民/ })
    .first()
    .click()
  await field.page.getByRole('dialog').getByRole('textbox').first().fill('打了电话，已到现场，先断电。')
  await field.page.getByRole('button', { name: /记下，已联系居民/ }).click()
  await finishIt(field, '充电线已拆，插座断了电，车推到南门充电棚。')

  await desk.page.goto(`${town.url}/desk`)
  await desk.page.getByText('楼道里给电动车充电，插座有焦味').first().click()
  await desk.page
    .getByRole('button', { name: /核查通过/ })
    .first()
    .click()
  await town.shot(desk.page, 'desk-verify')
  await desk.page.getByRole('button', { name: '答复居民', exact: true }).click()

  const solved = resident.page.getByText(/现在解决了吗/).first()
  await solved.waitFor({ timeout: 30_000 })
  await town.shot(resident.page, 'resident-replied')
  await resident.page.getByText(/没有解决，重新办/).click()
  await resident.page.getByRole('textbox').first().fill('昨晚又有人在二层拉线充电。')
  await resident.page.getByRole('button', { name: /重新打开/ }).click()

  await field.page.goto(matter)
  await field.page.getByText('昨晚又有人在二层拉线充电').first().waitFor()
  await town.shot(field.page, 'field-reopened')
  await finishIt(field, '和物业一起把二层的插座封了。')
  await desk.page.getByText('楼道里给电动车充电，插座有焦味').first().click()
  await desk.page
    .getByRole('button', { name: /核查通过/ })
    .first()
    .click()
  await desk.page.getByRole('button', { name: '答复居民', exact: true }).click()
  await resident.page
    .getByText(/现在解决了吗/)
    .first()
    .waitFor({ timeout: 30_000 })
  await resident.page.getByText('解决了', { exact: true }).first().click()
  await resident.page.getByText('满意', { exact: true }).first().click()
  await resident.page.getByRole('button', { name: /发出/ }).click()
  await expect
    .poll(
      async () =>
        (
          await street.owner.query(
            `select state, solved, round from matter where words like '楼道里给电动车充电，插座%'`,
          )
        ).rows,
    )
    .toEqual([{ state: 'closed', solved: true, round: 2 }])
  await town.shot(resident.page, 'resident-closed')
  expect([...desk.faults, ...field.faults, ...resident.faults]).toEqual([])
}, 180_000)
