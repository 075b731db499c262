// Opens pages and watches: does a planted text run, ask for something, break a policy, become an element, or stand there as it was written?
import type { Page, Request } from 'playwright-core'
import { MARK } from '../access/canaries.ts'
import type { Visitor } from '../journeys/browser.ts'
import { HIT, STRAY } from './payloads.ts'
import { MARKED, type Planted } from './plant.ts'

export type Watched = {
  readonly page: Page
  /** Opens an address, or does something that leads to a page, and waits until it has got everything it asks for. */
  open(how: string | (() => Promise<unknown>)): Promise<Seen>
  /** Waits until nothing is under way. */
  settled(): Promise<void>
}

/** What a page showed and did. */
export type Seen = {
  readonly at: string
  /** Each begins with what kind of fault it is. */
  readonly faults: readonly string[]
  /** All that can be read or stands in a field, blanks drawn together. */
  readonly text: string
}

/** Runs before any script of a page: notes calls, and policies broken. */
const NOTES = `
  window.__noted = [];
  window.${HIT} = () => window.__noted.push('ran: a script ran');
  addEventListener('securitypolicyviolation', (event) =>
    window.__noted.push('policy: ' + event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample));
`

/** Inside the page: everything a planted text may not have become. Written as a string because it runs there. */
const audit = (printed: string) => `(() => {
  const planted = /${HIT}|${STRAY.replace('.', '\\\\.')}|${MARK}|l-hit/i
  const shown = /^(value|title|alt|placeholder|label|content|id|for|name|list|headers|aria-.*|data-.*)$/
  const address = /^(href|src|action|formaction|srcset|poster|data|background|xlink:href|cite|ping)$/
  const strange = /^(script|style|iframe|frame|object|embed|base|meta|link|template|math|noscript|xmp|plaintext|listing|marquee|l-hit|animate|set|foreignobject|use|portal)$/i
  const faults = [...window.__noted]
  const read = [document.title]
  for (const one of document.querySelectorAll('*')) {
    const own = one.tagName.toLowerCase()
    if (own === 'l-hit' || (strange.test(own) && planted.test(one.textContent))) faults.push('element: ' + one.outerHTML.slice(0, 200))
    for (const { name, value } of one.attributes) {
      const hit = planted.test(value)
      if (/^on/i.test(name) || /l-hit/i.test(name)) faults.push('attribute: ' + one.outerHTML.slice(0, 200))
      else if (address.test(name)) {
        const url = URL.parse(value, document.baseURI)
        const ours = url && (url.host === location.host || url.origin === '${printed}' || /^(tel|mailto|blob):|^data:image\\/(?!svg)/.test(url.href))
        if (!ours) faults.push('address: ' + one.outerHTML.slice(0, 200))
      } else if (hit && (!shown.test(name) || strange.test(own))) faults.push('attribute: ' + name + ' of ' + one.outerHTML.slice(0, 200))
      if (hit) read.push(value)
    }
    if ('value' in one && typeof one.value === 'string') read.push(one.value)
  }
  read.push(document.body?.textContent ?? '')
  return { faults, text: read.join('\\n') }
})()`

const isLive = (request: Request) => request.url().includes('/api/live')

/** How long nothing may be under way before a page counts as finished; React draws what came within a frame or two. */
const STILL_MS = 60
const MOST_MS = 15_000

/** `url` is where the pages are asked for, `printed` the address that Linli writes into its own links. */
export async function watch({ page, context }: Visitor, url: string, printed: string): Promise<Watched> {
  const faults: string[] = []
  const underWay = new Set<Request>()
  await context.addInitScript(NOTES)
  await context.route(
    (to) => to.origin !== url,
    (route) => route.abort(),
  )
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    if (!isLive(request)) underWay.add(request)
    const asked = request.url()
    const { pathname, hostname } = new URL(asked)
    if (pathname.startsWith(`/${HIT}`) || hostname === STRAY) faults.push(`request: ${asked}`)
  })
  const ended = (request: Request) => void underWay.delete(request)
  page.on('requestfinished', ended)
  page.on('requestfailed', ended)
  page.on('response', (response) => {
    const headers = response.headers()
    if (response.url().includes('/api/') && headers['x-content-type-options'] !== 'nosniff')
      faults.push(`sniffed: ${response.url()}`)
  })

  const settled = async () => {
    const until = performance.now() + MOST_MS
    for (let still = 0; still < STILL_MS && performance.now() < until; still += 20) {
      await page.waitForTimeout(20)
      if (underWay.size > 0) still = 0
    }
  }
  return {
    page,
    settled,
    async open(how) {
      faults.length = 0
      underWay.clear()
      if (typeof how === 'string') await page.goto(url + how, { waitUntil: 'load' })
      else await how()
      await settled()
      const audited = (await page.evaluate(audit(printed))) as { faults: string[]; text: string }
      return {
        at: new URL(page.url()).pathname + new URL(page.url()).search,
        faults: [...faults, ...audited.faults],
        text: plain(audited.text),
      }
    },
  }
}

const plain = (text: string) => text.replace(/\s+/g, ' ')

export type Readings = { readonly whole: ReadonlySet<string>; readonly faults: readonly string[] }

/** Which planted texts stand there whole, by their marks. One that goes on otherwise than it was written is a fault, unless it was cut. */
export function readings(text: string, planted: ReadonlyMap<string, Planted>): Readings {
  const whole = new Set<string>()
  const faults: string[] = []
  for (const found of text.matchAll(MARKED)) {
    const one = planted.get(found[0])
    if (!one || whole.has(found[0])) continue
    const written = plain(one.text)
    const stands = text.slice(found.index, found.index + written.length)
    if (stands === written) whole.add(found[0])
    else {
      let same = 0
      while (stands[same] === written[same]) same++
      const shown = stands.slice(same, same + 12)
      if (/^(&(lt|gt|amp|quot|#\d+);|\\[<"'/])/.test(shown))
        faults.push(`escaped twice: ${one.field}: ${stands.slice(Math.max(0, same - 10), same + 20)}`)
    }
  }
  return { whole, faults }
}
