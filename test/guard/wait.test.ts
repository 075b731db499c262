// The page of a busy hour in a real browser: with script it works and sends by itself, without it waits and a press sends; both lose nothing.
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clock } from '#kernel/clock.ts'
import { readProxies } from '#kernel/guard/address.ts'
import { openGate } from '#kernel/guard/gate.ts'
import { listen, type Server, webApp } from '#kernel/http/http.ts'
import { operations } from '#modules/index.ts'
import { matter } from '#modules/matter/contract.ts'
import { residentPages } from '#web/resident/pages.ts'
import { problemPage } from '#web/resident/problem-page.ts'
import { launchChromium } from '../chromium.ts'
import { openStreet, type Street, testLimits } from '../street.ts'
import { work } from './solver.ts'

const OUT = path.join(import.meta.dirname, '../out')
let street: Street
let code: string
let server: Server
let browser: Browser
beforeAll(async () => {
  street = await openStreet()
  code = await street.codeOf('清荷苑3号楼2单元')
  // Every report of this code is one too many.
  const gate = openGate(street.house, {
    proxies: readProxies(undefined),
    limits: { ...testLimits, intakeProcess: 1, intakeCode: 1_000 },
  })
  const app = webApp({
    house: street.house,
    operations,
    live: street.opened.live,
    gate,
    pages: residentPages,
    outside: [],
    problemPage,
    dist: path.join(import.meta.dirname, '../../dist'),
    log: () => {},
    ready: async () => true,
  })
  await street.owner.query('delete from rate_limit')
  server = await listen(app, 0, '127.0.0.1')
  browser = await launchChromium()
  await busy(gate)
})
afterAll(async () => {
  clock.stand(undefined)
  await browser?.close()
  await server?.close()
  await street.close()
})

/** The first report of the minute is nobody's trouble. */
async function busy(gate: ReturnType<typeof openGate>) {
  const actor = await street.stranger.actor()
  await gate.guard.admit(matter.report, actor, { code }, { address: undefined }, async () => {}).catch(() => {})
}

async function fill(page: Page, words: string): Promise<void> {
  await page.goto(`http://127.0.0.1:${server.port}/q/${code}/report`)
  await page.fill('#words', words)
  await page.fill('#spot', '三楼转角')
  await page.click('main button.primary')
  await page.waitForSelector('#phone')
  await page.fill('#phone', '13800001234')
}

const sent = async (words: string) =>
  (
    await street.owner.query<{ address: string; phone: Buffer | null }>(
      'select address, reporter_phone as phone from matter where words = $1',
      [words],
    )
  ).rows

describe('while very many report', () => {
  test('with script the phone works for a moment and sends by itself', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
    const page = await context.newPage()
    const faults: string[] = []
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    page.on('pageerror', (error) => faults.push(error.message))
    await fill(page, '有人会算')
    await page.click('#send')
    await page.waitForURL(/\/r\/[0-9A-Z]+\?sent=1/, { timeout: 20_000 })
    expect(await sent('有人会算')).toHaveLength(1)
    expect((await sent('有人会算'))[0]!.address).toContain('三楼转角')
    // The 429 itself is told in the console by the browser.
    expect(faults.filter((fault) => !fault.includes('429'))).toEqual([])
    await context.close()
  })

  test('without script the button comes after the wait; too early or altered it goes on waiting; nothing typed is lost', async () => {
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      javaScriptEnabled: false,
      locale: 'zh-CN',
    })
    const page = await context.newPage()
    await fill(page, '没有脚本')
    await page.click('#send')
    await page.waitForSelector('input[name=pass]', { state: 'attached' })
    expect(await page.isVisible('#send')).toBe(false)
    await page.screenshot({ path: path.join(OUT, 'guard-wait-360.png'), fullPage: true })
    const devtools = await context.newCDPSession(page)
    await devtools.send('Animation.enable')
    // Twenty seconds of patience in a fraction of one.
    await devtools.send('Animation.setPlaybackRate', { playbackRate: 100 })
    await page.waitForSelector('#send', { state: 'visible' })
    await page.screenshot({ path: path.join(OUT, 'guard-wait-over-360.png'), fullPage: true })
    // A hurried press: the server's own clock has not waited.
    await page.click('#send')
    await page.waitForSelector('input[name=pass]', { state: 'attached' })
    expect(await sent('没有脚本')).toHaveLength(0)
    const later = new Date(clock.now().getTime() + 21_000)
    clock.stand(later)
    await devtools.send('Animation.setPlaybackRate', { playbackRate: 100 })
    await page.click('#send')
    await page.waitForURL(/\/r\/[0-9A-Z]+\?sent=1/)
    clock.stand(undefined)
    expect(await sent('没有脚本')).toHaveLength(1)
    expect((await sent('没有脚本'))[0]!.phone).not.toBeNull()
    await context.close()
  })

  test('in English and at a desk', async () => {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      javaScriptEnabled: false,
      locale: 'en',
      extraHTTPHeaders: { 'accept-language': 'en' },
    })
    const page = await context.newPage()
    await fill(page, 'The stair light is out')
    await page.click('#send')
    await page.waitForSelector('input[name=pass]', { state: 'attached' })
    expect(await page.textContent('h1')).toBe('Very many are reporting now')
    await page.screenshot({ path: path.join(OUT, 'guard-wait-en-1440.png'), fullPage: true })
    await context.close()
  })
})

test('the sum takes a bounded number of hashes, well under a second here', async () => {
  const passes = street.opened.gate.guard.passes
  const times: number[] = []
  for (let n = 0; n < 8; n++) {
    const { solution, ms } = work((await passes.challenge(code)) as never)
    expect(solution.counter).toBeLessThan(60_000)
    times.push(ms / solution.counter)
  }
  const perHash = times.sort((a, b) => a - b)[4]!
  process.stdout.write(
    `sum: ${(1 / perHash).toFixed(0)} hashes a ms, 40,000 take ${(perHash * 40_000).toFixed(0)} ms\n`,
  )
})
