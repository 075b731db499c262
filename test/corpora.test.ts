// JSON that is none is refused and JSON that is one is read (I2); every text that people type comes back as it went in, by every way out there is.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { account } from '#modules/account/contract.ts'
import { longNames, type Told, told, untellable } from './corpora/chinese.ts'
import { type Body, json, notJson } from './corpora/json.ts'
import { type Served, serveStreet } from './fuzz/round.ts'
import { openStreet, type Street } from './street.ts'
import { withToken } from './web.ts'

let street: Street
let served: Served
let url: string
let code: string
beforeAll(async () => {
  street = await openStreet()
  served = await serveStreet(street)
  url = `http://127.0.0.1:${served.port}`
  code = await street.codeOf('清荷苑3号楼2单元')
})
afterAll(async () => {
  await served.close()
  await street.close()
})

/** The code of the answer to a body of an operation that describes no field at all. */
async function read({ bytes }: Body): Promise<string> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${url}/api/area.districts`, { method: 'POST', headers, body: new Uint8Array(bytes) })
  const said = (await answer.json()) as { code?: string }
  return said.code ?? String(answer.status)
}

describe('JSON', () => {
  test(`${notJson.length} bodies that are none are refused as such`, async () => {
    const passed: string[] = []
    for (const body of notJson) if ((await read(body)) !== 'door.notJson') passed.push(body.name)
    expect(notJson.length).toBeGreaterThanOrEqual(188)
    expect(passed).toEqual([])
  })

  test(`${json.length} bodies that are some are read, and at worst do not fit`, async () => {
    const lost: string[] = []
    for (const body of json) if (!['200', 'door.invalid'].includes(await read(body))) lost.push(body.name)
    expect(json.length).toBeGreaterThanOrEqual(95)
    expect(lost).toEqual([])
  })

  test('bite: a reader that takes bytes for what they are not would let some of them in', async () => {
    const lax = notJson.filter(({ bytes }) => {
      try {
        JSON.parse(new TextDecoder('latin1').decode(bytes))
        return true
      } catch {
        return false
      }
    })
    expect(lax.map(({ name }) => name)).toContain('GB 18030')
  })
})

/** What a text field keeps of a text: its ends without blanks, one kind of line break. */
const kept = (text: string) => text.replace(/\r\n?/g, '\n').trim()

const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
const unescaped = (html: string) => html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => SIGNS[name]!)

const post = (operation: string, input: unknown, token?: string) =>
  fetch(`${url}/api/${operation}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...withToken(token) },
    body: JSON.stringify(input),
  })

async function byForm(words: string): Promise<{ id: string; receipt: string }> {
  const body = new FormData()
  body.set('code', code)
  body.set('words', words)
  const answer = await fetch(`${url}/api/matter.report`, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body,
  })
  const said = await answer.text()
  if (!answer.ok) throw new Error(`${words}: ${said}`)
  return JSON.parse(said)
}

describe('texts as people type them', () => {
  let desk: string
  beforeAll(async () => {
    desk = (await street.stranger.do(account.signIn, { login: 'anxiaoya', password: 'linli-demo' })).token
  })

  test(`${told.length} go in by a form and come back on the reporter's page, at the desk and in a search`, async () => {
    const changed: string[] = []
    const goAndCome = async ({ family, text }: Told): Promise<void> => {
      const said = (where: string, what: string) => changed.push(`${family}: ${where}: ${what} and not ${text}`)
      const { id, receipt } = await byForm(text)
      const [page, ...answers] = await Promise.all([
        fetch(`${url}/r/${receipt}`).then((answer) => answer.text()),
        ...[post('matter.story', { receipt }), post('matter.get', { id }, desk)],
      ])
      const [story, got] = (await Promise.all(answers.map((one) => (one as Response).json()))) as { words: string }[]
      if (story!.words !== kept(text)) said('the story', story!.words)
      if (got!.words !== kept(text)) said('the desk', got!.words)
      if (
        !kept(text)
          .split('\n')
          .every((line) => unescaped(page).includes(line))
      )
        said('the page', 'something else')
      const word = text.split(/\s+/).find((one) => [...one].length > 1)
      const find = word && [...word].slice(0, 20).join('')
      if (!find || /[0-9０-９]{7}/.test(find)) return
      const found = (await (await post('matter.list', { view: 'all', find, limit: 100 }, desk)).json()) as {
        matters?: { id: string }[]
      }
      if (!found.matters?.some((one) => one.id === id)) said('a search', JSON.stringify(found).slice(0, 80))
    }
    for (let n = 0; n < told.length; n += 8) await Promise.all(told.slice(n, n + 8).map(goAndCome))
    expect(told.length).toBeGreaterThanOrEqual(300)
    expect(changed).toEqual([])
  }, 120_000)

  test('a name of eighty characters is a name', async () => {
    for (const name of longNames) {
      const { id } = (await (await post('matter.report', { code, words: '楼道灯不亮', name })).json()) as { id: string }
      const { rows } = await street.owner.query<{ n: number }>(
        'select count(*)::int as n from matter where id = $1 and reporter_name is not null',
        [id],
      )
      expect(rows).toEqual([{ n: 1 }])
    }
  })

  test('what nothing could keep or show is refused, and nothing is written', async () => {
    const count = async () => (await street.owner.query('select count(*)::int as n from matter')).rows[0].n
    const before = await count()
    for (const { family, text } of untellable) {
      const answer = await post('matter.report', { code, words: text })
      expect([family, answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
        family,
        400,
        'door.invalid',
      ])
    }
    expect(await count()).toBe(before)
  })

  test('bite: a page read in Latin-1 would be found, each of them', async () => {
    const whole: string[] = []
    for (const { text } of told.filter((_, n) => n % 20 === 0)) {
      const { receipt } = await byForm(text)
      const page = Buffer.from(await (await fetch(`${url}/r/${receipt}`)).arrayBuffer()).toString('latin1')
      if (
        kept(text)
          .split('\n')
          .every((line) => unescaped(page).includes(line))
      )
        whole.push(text)
    }
    expect(whole).toEqual([])
  })
})
