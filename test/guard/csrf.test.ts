// Goal S6: a page of somebody else, open in the browser of a worker who is signed in, changes nothing.
import { createServer, type Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listen, type Server, webApp } from '#kernel/http/http.ts'
import { operations } from '#modules/index.ts'
import { residentPages } from '#web/resident/pages.ts'
import { problemPage } from '#web/resident/problem-page.ts'
import { launchChromium } from '../chromium.ts'
import { openStreet, type Street } from '../street.ts'
import { openWeb, type TestWeb, withToken } from '../web.ts'

let street: Street
let web: TestWeb
let token: string
let browser: Browser
let ours: Server
let theirs: HttpServer
let foreign = ''
beforeAll(async () => {
  street = await openStreet()
  web = openWeb(street.opened)
  token = await signedIn()
  ours = await listen(
    webApp({
      ...{ house: street.house, operations, live: street.opened.live, gate: street.opened.gate },
      ...{ pages: residentPages, outside: [], problemPage, dist: path.join(import.meta.dirname, '../../dist') },
      ...{ log: () => {}, ready: async () => true },
    }),
    0,
    '127.0.0.1',
  )
  theirs = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<!doctype html><p>hello'))
  await new Promise<void>((done) => theirs.listen(0, '127.0.0.1', done))
  // Another name for the same machine is another site.
  foreign = `http://localhost:${(theirs.address() as AddressInfo).port}/`
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await ours?.close()
  theirs?.close()
  await street.close()
})

const signedIn = async () =>
  (
    (await (await web.post('account.signIn', { login: 'zhouxiaolan', password: 'linli-demo' })).json()) as {
      token: string
    }
  ).token
/** Every act leaves a row; so does every sign-in. */
const acts = async () => (await street.owner.query<{ n: number }>('select count(*)::int as n from journal')).rows[0]!.n
const commands = [...operations.values()].filter((op) => op.signature.kind === 'command').map((op) => op.signature.name)

const BODIES: readonly (readonly [string, string])[] = [
  ['application/json', '{"lang":"en"}'],
  ['application/x-www-form-urlencoded', 'lang=en'],
  ['text/plain', '{"lang":"en"}'],
]

describe('a request that the browser says comes from elsewhere', () => {
  test('is refused for every operation and shape before it is read, whatever else is right with it', async () => {
    const before = await acts()
    const wrong: string[] = []
    for (const name of commands)
      for (const [type, body] of BODIES)
        for (const said of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://elsewhere.example' }]) {
          const headers = { 'content-type': type, ...withToken(token), ...said } as Record<string, string>
          const answer = await web.ask(`/api/${name}`, { method: 'POST', headers, body })
          const { code } = (await answer.json()) as { code: string }
          if (answer.status !== 403 || code !== 'door.foreignOrigin')
            wrong.push(`${name} ${type} ${answer.status} ${code}`)
        }
    expect(wrong).toEqual([])
    expect(await acts()).toBe(before)
  })

  test('bite: the same request without those headers, as with a cookie of SameSite=None in an old browser, goes through', async () => {
    const before = await acts()
    const headers = { 'content-type': 'application/json', ...withToken(token) }
    const answer = await web.ask('/api/account.setLang', { method: 'POST', headers, body: '{"lang":"zh"}' })
    expect(answer.status).toBe(200)
    expect(await acts()).toBe(before + 1)
  })
})

test('in a real browser: forms, fetches, pictures and links of a foreign page change nothing; his own page does', async () => {
  const address = `http://127.0.0.1:${ours.port}`
  const context = await browser.newContext()
  await context.addCookies([{ name: 'linli', value: token, url: address, httpOnly: true, sameSite: 'Strict' }])
  const before = await acts()
  const page = await context.newPage()
  const target = `${address}/api/account.setLang`
  for (const enctype of ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']) {
    await page.goto(foreign)
    await Promise.all([
      page.waitForURL(/account\.setLang/),
      page.evaluate(
        ([to, type]) => {
          const form = document.createElement('form')
          Object.assign(form, { method: 'post', action: to, enctype: type })
          form.innerHTML = '<input name="lang" value="en">'
          document.body.append(form)
          form.submit()
        },
        [target, enctype],
      ),
    ])
  }
  await page.goto(foreign)
  await page.evaluate(async (to) => {
    const send = (init: RequestInit) => fetch(to, { method: 'POST', credentials: 'include', ...init }).catch(() => {})
    await send({ mode: 'no-cors', body: '{"lang":"en"}' })
    await send({ mode: 'cors', body: '{"lang":"en"}', headers: { 'content-type': 'application/json' } })
    await send({ mode: 'no-cors', body: new URLSearchParams({ lang: 'en' }) })
    const picture = new Image()
    await new Promise((done) => {
      picture.onerror = picture.onload = done
      picture.src = `${to}?lang=en`
    })
    navigator.sendBeacon(to, '{"lang":"en"}')
  }, target)
  await Promise.all([page.waitForURL(/lang=en/), page.evaluate((to) => location.assign(`${to}?lang=en`), target)])
  expect(await acts()).toBe(before)
  await page.goto(`${address}/`)
  const own = await page.evaluate(
    async (to) =>
      (await fetch(to, { method: 'POST', body: '{"lang":"zh"}', headers: { 'content-type': 'application/json' } }))
        .status,
    target,
  )
  expect(own).toBe(200)
  expect(await acts()).toBe(before + 1)
  await context.close()
})
