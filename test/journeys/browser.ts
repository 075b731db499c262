// A real browser in front of a real server for journeys; screenshots go to test/out for somebody to look at.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { listen, type Server, webApp } from '#kernel/http/http.ts'
import { operations } from '#modules/index.ts'
import { open311Door } from '#modules/open311/index.ts'
import { problemCodes } from '#modules/problem-codes.ts'
import { referencePages } from '#web/reference/pages.ts'
import { residentPages } from '#web/resident/pages.ts'
import { problemPage } from '#web/resident/problem-page.ts'
import { described } from '../../src/commands/reference/described.ts'
import { launchChromium } from '../chromium.ts'
import type { Street } from '../street.ts'

const ROOT = path.join(import.meta.dirname, '../..')
const OUT = path.join(ROOT, 'test/out')

export type Visitor = { readonly page: Page; readonly context: BrowserContext; readonly faults: string[] }

export type Town = {
  readonly url: string
  /** Somebody with a device of his own; `login` signs him in as a page would. `more`: what else his browser is told. */
  visit(device: 'phone' | 'desk', login?: string, more?: BrowserContextOptions): Promise<Visitor>
  /** Once more, on the same device: after eight hours without a touch nobody is signed in any longer. */
  signIn(visitor: Pick<Visitor, 'context'>, login: string): Promise<void>
  shot(page: Page, name: string): Promise<void>
  close(): Promise<void>
}

const DEVICES = {
  phone: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true },
  desk: { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1, hasTouch: false },
} as const

/** Opens the built pages of a test street on a free port. */
export async function openTown(street: Pick<Street, 'house' | 'opened'>): Promise<Town> {
  mkdirSync(OUT, { recursive: true })
  const log: string[] = []
  const app = webApp({
    house: street.house,
    operations,
    live: street.opened.live,
    gate: street.opened.gate,
    pages: [...residentPages, ...referencePages(described(problemCodes))],
    outside: [open311Door],
    problemPage,
    dist: path.join(ROOT, 'dist'),
    log: (line) => log.push(line),
    ready: async () => true,
  })
  const server: Server = await listen(app, 0, '127.0.0.1')
  const url = `http://127.0.0.1:${server.port}`
  const browser: Browser = await launchChromium()
  const signIn = async ({ context }: Pick<Visitor, 'context'>, login: string) => {
    const data = { login, password: 'linli-demo' }
    const answer = await context.request.post(`${url}/api/account.signIn`, { data })
    if (!answer.ok()) throw new Error(`${login} could not sign in: ${await answer.text()}`)
  }
  return {
    url,
    signIn,
    async visit(device, login, more = {}) {
      const usual = { ...DEVICES[device], locale: 'zh-CN', timezoneId: 'Asia/Shanghai' }
      const context = await browser.newContext({ ...usual, ...more })
      const faults: string[] = []
      if (login) await signIn({ context }, login)
      const page = await context.newPage()
      page.setDefaultTimeout(20_000)
      page.on('pageerror', (error) => faults.push(String(error)))
      page.on('request', (request) => {
        if (!request.url().startsWith(url) && !request.url().startsWith('blob:') && !request.url().startsWith('data:'))
          faults.push(`asked an outside host: ${request.url()}`)
      })
      page.on('console', (message) => {
        if (message.type() === 'error' && /Content Security Policy/.test(message.text())) faults.push(message.text())
      })
      return { page, context, faults }
    },
    shot: async (page, name) => {
      await page.screenshot({ path: path.join(OUT, `${name}.png`), fullPage: true })
    },
    async close() {
      await browser.close()
      await server.close()
      if (log.length) throw new Error(`the server noted faults:\n${log.join('\n')}`)
    },
  }
}
