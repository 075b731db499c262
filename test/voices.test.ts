// What strangers say into a phone: kept as it sounds, without what tells where; heard by the reporter and the handler alone.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clearVoice } from '#kernel/files/voices.ts'
import { account } from '#modules/account/contract.ts'
import { matter } from '#modules/matter/contract.ts'
import { HIDDEN } from './pictures.ts'
import { ogg, REFUSED_VOICES, TAKEN_VOICES, webm } from './recordings.ts'
import { jpeg, openStreet, type Street } from './street.ts'
import { openWeb, type TestWeb, withToken } from './web.ts'

let street: Street
let web: TestWeb
let code: string
beforeAll(async () => {
  street = await openStreet()
  web = openWeb(street.opened)
  code = await street.codeOf('清荷苑3号楼2单元')
})
afterAll(() => street.close())

type Sent = { name: string; bytes: Uint8Array; field?: string }
type Form = { operation?: string; token?: string | undefined; key?: string; fields?: Record<string, string> }

/** As a page without script sends it. */
function send(files: readonly Sent[], { operation = 'matter.report', token, key, fields }: Form = {}) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields ?? { code, words: '（语音）' })) form.append(name, value)
  for (const { name, bytes, field } of files) form.append(field ?? 'voices', new File([new Uint8Array(bytes)], name))
  const headers = { accept: 'application/json', ...withToken(token), ...(key ? { 'idempotency-key': key } : {}) }
  return web.ask(`/api/${operation}`, { method: 'POST', headers, body: form })
}

const signIn = async (login: string) =>
  (await street.stranger.do(account.signIn, { login, password: 'linli-demo' })).token
const rowsOf = async (id: string) =>
  (
    await street.owner.query<{ id: string; mime: string; purpose: string }>(
      'select * from file where subject_id = $1',
      [id],
    )
  ).rows

describe('taken, and cleared', () => {
  test.each(Object.entries(TAKEN_VOICES))('%s', async (_, [name, mime, bytes]) => {
    const answer = await send([{ name, bytes }])
    expect(answer.status).toBe(200)
    const { id, receipt } = (await answer.json()) as { id: string; receipt: string }
    const [row] = await rowsOf(id)
    expect(row).toMatchObject({ mime, purpose: 'voice', width: 0, height: 0 })
    const sealed = readFileSync(path.join(street.opened.config.filesDir, row!.id.slice(-2), row!.id))
    expect(sealed.includes('Opus') || sealed.includes(HIDDEN) || sealed.includes('mdat')).toBe(false)
    const heard = await web.ask(`/api/matter.storyVoice?receipt=${receipt}&file=${row!.id}`)
    expect(Object.fromEntries(heard.headers)).toMatchObject({
      'content-type': mime,
      'x-content-type-options': 'nosniff',
      'content-security-policy': `default-src 'none'; sandbox; frame-ancestors 'none'`,
      'cache-control': 'private, no-store',
      'accept-ranges': 'bytes',
    })
    const stored = Buffer.from(await heard.arrayBuffer())
    expect(stored.length).toBe(bytes.length)
    for (const told of [HIDDEN, '+31.2304', 'LOCATION', 'Maker']) expect(stored.includes(told)).toBe(false)
    // Cleared once more it does not change: nothing was left, and it can still be read.
    expect(clearVoice(stored, name).bytes.equals(stored)).toBe(true)
    expect(Math.round(clearVoice(stored, name).seconds)).toBe(name === 'a.mp4' ? 3 : 2)
  })

  test('bite: as sent, the place and the owner would be found', () => {
    for (const [, , bytes] of Object.values(TAKEN_VOICES)) expect(bytes.includes(HIDDEN)).toBe(true)
  })

  test('half a minute takes no time to clear, and crooked bytes neither', () => {
    const before = performance.now()
    clearVoice(webm({ seconds: 30 }), 'a.webm')
    const short = Buffer.concat([webm().subarray(0, 60), Buffer.alloc(2_000_000, 0xec80)])
    expect(() => clearVoice(short, 'a.webm')).toThrow('voice.notAVoice')
    expect(performance.now() - before).toBeLessThan(1_000)
  })
})

describe('refused, with a hint', () => {
  test.each(Object.entries(REFUSED_VOICES))('%s', async (_, [name, problem, bytes]) => {
    const answer = await send([{ name, bytes }])
    expect([answer.status, await answer.json()]).toEqual([
      problem === 'voice.tooLarge' ? 413 : 400,
      expect.objectContaining({ code: problem, message: expect.stringContaining(name) }),
    ])
  })

  test('four recordings, a recording among the photos, a photo among the recordings, one of somebody else', async () => {
    const one = { name: 'a.webm', bytes: webm() }
    expect(await (await send([one, one, one, one])).json()).toMatchObject({ code: 'voice.tooMany' })
    expect(await (await send([{ ...one, field: 'photos' }])).json()).toMatchObject({ code: 'photo.notAPhoto' })
    expect(await (await send([{ name: 'a.jpg', bytes: await jpeg() }])).json()).toMatchObject({
      code: 'voice.notAVoice',
    })
    const foreign = await street.house.files.stageVoice(webm(), 'a.webm')
    for (const field of ['voices', 'photos'])
      expect(
        await (await web.post('matter.report', { code, words: '别人的', [field]: [foreign.id] })).json(),
      ).toMatchObject({
        code: field === 'voices' ? 'matter.foreignVoice' : 'matter.foreignPhoto',
      })
  })

  test('three recordings and nine photos fit into one report', async () => {
    const photo = await jpeg()
    const voices = [1, 2, 3].map((no) => ({ name: `${no}.ogg`, bytes: ogg({ seconds: no }) }))
    const photos = Array.from({ length: 9 }, () => ({ name: 'a.jpg', bytes: photo, field: 'photos' }))
    const answer = await send([...voices, ...photos])
    const { id } = (await answer.json()) as { id: string }
    const rows = await rowsOf(id)
    expect([rows.filter(({ purpose }) => purpose === 'voice').length, rows.length]).toEqual([3, 12])
  })
})

describe('sent again', () => {
  test('the same recording under the same key is the same command; another one is not', async () => {
    const once = await (await send([{ name: 'a.webm', bytes: webm() }], { key: 'voice-key-0001' })).text()
    expect(await (await send([{ name: 'b.webm', bytes: webm() }], { key: 'voice-key-0001' })).text()).toBe(once)
    expect((await send([{ name: 'a.webm', bytes: webm({ seconds: 3 }) }], { key: 'voice-key-0001' })).status).toBe(409)
  })
})

describe('heard', () => {
  let id: string
  let receipt: string
  let file: string
  const hear = (token: string | undefined, of = file, what = 'voice') =>
    web.ask(`/api/matter.${what}?id=${id}&file=${of}`, { headers: withToken(token) })

  beforeAll(async () => {
    const sent = (await (await send([{ name: 'a.webm', bytes: webm() }])).json()) as { id: string; receipt: string }
    id = sent.id
    receipt = sent.receipt
    file = (await rowsOf(id))[0]!.id
  })

  test('by the worker of the grid while it is open, and by the reporter', async () => {
    const worker = street.as('zhouxiaolan')
    expect((await worker.do(matter.get, { id })).voiceList).toEqual([{ id: file, mime: 'audio/webm', move: 'report' }])
    expect((await hear(await signIn('zhouxiaolan'))).status).toBe(200)
    expect((await street.stranger.do(matter.story, { receipt })).voiceList).toHaveLength(1)
  })

  test('by nobody who sees the words masked, though he is told that there is one', async () => {
    const desk = street.as('anxiaoya')
    const seen = await desk.do(matter.get, { id })
    expect([seen.voiceList, seen.steps[0]!.detail]).toEqual([[], { photos: 0, voices: [file] }])
    const token = await signIn('anxiaoya')
    expect((await hear(token)).status).toBe(403)
    expect((await hear(token, file, 'photo')).status).toBe(404)
    expect((await hear(await signIn('guoqiaoyun'))).status).toBe(404)
    expect((await hear(undefined)).status).toBe(401)
    expect((await web.ask(`/api/matter.storyPhoto?receipt=${receipt}&file=${file}`)).status).toBe(404)
    expect((await web.ask(`/api/matter.storyVoice?receipt=0000000000000000&file=${file}`)).status).toBe(404)
  })

  test('by the desk that hands it on, where nothing was written, until somebody has it', async () => {
    const token = await signIn('chenjing')
    const desk = street.as('chenjing')
    const onlySaid = (await (await send([{ name: 'b.webm', bytes: webm() }], { key: 'voice-desk-0001' })).json()) as {
      id: string
    }
    const written = (await (
      await send([{ name: 'c.webm', bytes: webm() }], {
        ...{ key: 'voice-desk-0002', fields: { code, words: '楼道堆物，详细的在语音里' } },
      })
    ).json()) as { id: string }
    const asDesk = async (of: string) => {
      const [row] = await rowsOf(of)
      const { voiceList } = await desk.do(matter.get, { id: of })
      const answer = await web.ask(`/api/matter.voice?id=${of}&file=${row!.id}`, { headers: withToken(token) })
      return [voiceList.length, answer.status]
    }
    expect(await asDesk(onlySaid.id)).toEqual([1, 200])
    expect(await asDesk(written.id)).toEqual([0, 403])
    await street.as('zhouxiaolan').do(matter.take, { id: onlySaid.id })
    expect(await asDesk(onlySaid.id)).toEqual([0, 403])
  })

  test('what the worker recorded in a note is not the reporter’s', async () => {
    const token = await signIn('zhouxiaolan')
    await street.as('zhouxiaolan').do(matter.take, { id })
    const note = await send([{ name: 'n.ogg', bytes: ogg() }], {
      ...{ operation: 'matter.note', token, key: 'voice-note-0001' },
      fields: { id, words: '（语音）' },
    })
    expect(note.status).toBe(200)
    const { voiceList } = await street.as('zhouxiaolan').do(matter.get, { id })
    expect(voiceList.map(({ move }) => move)).toEqual(['report', 'note'])
    const inner = voiceList[1]!.id
    expect((await hear(token, inner)).status).toBe(200)
    expect((await street.stranger.do(matter.story, { receipt })).voiceList.map((one) => one.id)).toEqual([file])
    expect((await web.ask(`/api/matter.storyVoice?receipt=${receipt}&file=${inner}`)).status).toBe(404)
  })

  test('in parts, as Safari asks for it', async () => {
    const whole = Buffer.from(await (await hear(await signIn('zhouxiaolan'))).arrayBuffer())
    const ask = async (range: string) => {
      const headers = { ...withToken(await signIn('zhouxiaolan')), range }
      const answer = await web.ask(`/api/matter.voice?id=${id}&file=${file}`, { headers })
      return [answer.status, answer.headers.get('content-range'), Buffer.from(await answer.arrayBuffer()).length]
    }
    expect(await ask('bytes=0-1')).toEqual([206, `bytes 0-1/${whole.length}`, 2])
    expect(await ask('bytes=10-')).toEqual([206, `bytes 10-${whole.length - 1}/${whole.length}`, whole.length - 10])
    expect(await ask('bytes=-5')).toEqual([206, `bytes ${whole.length - 5}-${whole.length - 1}/${whole.length}`, 5])
    expect(await ask('bytes=9-3')).toEqual([200, null, whole.length])
  })
})
