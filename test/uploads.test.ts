// What strangers upload (U1, U2): only a picture drawn anew comes in, nothing of the sent bytes lies on disk or goes out.
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFiles } from '#kernel/files/files.ts'
import { newId } from '#kernel/ids.ts'
import { account } from '#modules/account/contract.ts'
import { namedFiles } from '../src/commands/named-files.ts'
import { canvas, HIDDEN, leftovers, REFUSED, TAKEN } from './pictures.ts'
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

/** A report as a page without script sends it. */
function send(
  photos: readonly Sent[],
  { key, fields = {} }: { key?: string; fields?: Record<string, string> } = {},
): Promise<Response> {
  const form = new FormData()
  for (const [name, value] of Object.entries({ code, words: '楼道灯不亮', ...fields })) form.append(name, value)
  for (const { name, bytes, field } of photos)
    form.append(field ?? 'photos', new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' }))
  return web.ask('/api/matter.report', {
    method: 'POST',
    headers: { accept: 'application/json', ...(key ? { 'idempotency-key': key } : {}) },
    body: form,
  })
}

type FileRow = { id: string; text: string; width: number; height: number }
const filesOf = async (matterId: string): Promise<FileRow[]> =>
  (
    await street.owner.query<FileRow>('select id, width, height, f::text as text from file f where subject_id = $1', [
      matterId,
    ])
  ).rows

const onDisk = (id: string, small = false) =>
  readFileSync(path.join(street.opened.config.filesDir, id.slice(-2), small ? `${id}.s` : id))

const idOf = async (answer: Response): Promise<string> => ((await answer.json()) as { id: string }).id

describe('taken, drawn anew', () => {
  test.each(Object.entries(TAKEN))('%s', async (_, [name, bytes]) => {
    const original = await bytes()
    const answer = await send([{ name, bytes: original }])
    expect(answer.status).toBe(200)
    const [row] = await filesOf(await idOf(answer))
    for (const size of ['full', 'small'] as const) {
      const drawn = (await street.house.files.read(row!.id, size))!
      expect(leftovers(drawn)).toEqual([])
      expect(await sharp(drawn).metadata()).toMatchObject({ format: 'jpeg', space: 'srgb', channels: 3 })
    }
    // Neither the name as sent nor a piece of the picture is stored in clear.
    expect(row!.text).not.toMatch(/cron|exe|邻邻|\.jpg|\.php/)
    for (const sealed of [onDisk(row!.id), onDisk(row!.id, true)]) {
      expect(sealed.includes(Buffer.of(0xff, 0xd8, 0xff))).toBe(false)
      expect(sealed.includes('JFIF') || sealed.includes(HIDDEN)).toBe(false)
    }
    expect(row!.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  test('a picture lying on its side is turned before its note about it goes', async () => {
    const staged = await street.house.files.stagePhoto(await TAKEN['a JPEG lying on its side']![1](), 'side.jpg')
    expect([staged.width, staged.height]).toEqual([120, 160])
  })

  test('a large picture is made smaller: 1,600 and 360 on the long side', async () => {
    const staged = await street.house.files.stagePhoto(
      await canvas(2400, 1200).jpeg({ quality: 40 }).toBuffer(),
      'l.jpg',
    )
    expect([staged.width, staged.height]).toEqual([1600, 800])
    const small = await sharp(await street.house.files.read(staged.id, 'small')).metadata()
    expect([small.width, small.height]).toEqual([360, 180])
  })

  test('bite: stored as sent, the camera, the place, the comment and the script would be found', async () => {
    const found = await Promise.all(
      ['a JPEG with place, camera and owner', 'a JPEG that is a web page too'].map(async (one) =>
        leftovers(await TAKEN[one]![1]()),
      ),
    )
    expect(found[0]).toEqual(expect.arrayContaining(['hidden text', 'segment e1']))
    expect(found[1]).toEqual(
      expect.arrayContaining(['hidden text', 'segment fe', expect.stringMatching(/bytes after the end/)]),
    )
  })
})

describe('refused, with a hint', () => {
  test.each(Object.entries(REFUSED))('%s', async (_, [name, problem, bytes]) => {
    const original = await bytes()
    const before = performance.now()
    await expect(street.house.files.stagePhoto(original, name)).rejects.toMatchObject({ message: problem })
    expect(performance.now() - before).toBeLessThan(3_000)
    const answer = await send([{ name, bytes: original }], { fields: { words: `拒收 ${name} ${problem}` } })
    expect(answer.status).toBe(problem === 'photo.tooLarge' ? 413 : 400)
    expect(await answer.json()).toMatchObject({ code: problem, message: expect.stringContaining(name) })
    expect((await street.owner.query('select 1 from matter where words like $1', [`拒收 ${name}%`])).rowCount).toBe(0)
  })

  test('nothing at all: an empty file input of a form is no photo, empty bytes are none either', async () => {
    expect(await filesOf(await idOf(await send([{ name: '', bytes: Buffer.alloc(0) }])))).toEqual([])
    await expect(street.house.files.stagePhoto(Buffer.alloc(0), 'a.jpg')).rejects.toMatchObject({
      message: 'photo.notAPhoto',
    })
  })

  test('ten photos, a photo in a field of another name, a photo of somebody else', async () => {
    const one = await jpeg()
    const ten = Array.from({ length: 10 }, () => ({ name: 'a.jpg', bytes: one }))
    expect(await (await send(ten)).json()).toMatchObject({ code: 'photo.tooMany' })
    expect((await send([{ name: 'a.jpg', bytes: one, field: 'avatar' }])).status).toBe(400)
    const foreign = await street.house.files.stagePhoto(one, 'a.jpg')
    expect(await (await send([], { fields: { photos: foreign.id } })).json()).toMatchObject({
      code: expect.stringMatching(/door.invalid|matter.foreignPhoto/),
    })
    const named = await web.post('matter.report', { code, words: '别人的照片', photos: [foreign.id] })
    expect(await named.json()).toMatchObject({ code: 'matter.foreignPhoto' })
  })

  test('forms that are crooked on purpose are the sender’s fault, not ours', async () => {
    const one = { name: 'a.jpg', bytes: await jpeg() }
    for (const field of ['__proto__', 'constructor', 'toString', 'json', 'words'])
      expect([field, (await send([{ ...one, field }])).status]).toEqual([field, 400])
    for (const json of ['null', '[]', '1', '"x"', '{"photos":"x"}', '{"photos":null}', '{"photos":{}}', '{'])
      expect([json, (await send([one], { fields: { json } })).status]).toEqual([json, 400])
    expect((await send([one], { fields: { photos: 'x' } })).status).toBe(400)
    expect(web.log).toEqual([])
  })

  test('a body of a gigabyte is refused by its own word, one without end after 64 MB', async () => {
    const type = 'multipart/form-data; boundary=x'
    const declared = await web.ask('/api/matter.report', {
      method: 'POST',
      headers: { 'content-type': type, 'content-length': String(2 ** 30) },
      body: '--x--',
    })
    expect(declared.status).toBe(413)
    let sent = 0
    const endless = new ReadableStream({
      pull(controller) {
        sent++
        controller.enqueue(new Uint8Array(2 ** 20))
      },
    })
    const init = { method: 'POST', headers: { 'content-type': type }, body: endless, duplex: 'half' } as RequestInit
    expect((await web.ask('/api/matter.report', init)).status).toBe(413)
    expect(sent).toBeLessThan(70)
  })
})

describe('sent again', () => {
  test('the same photo under the same key is the same command; another photo is not', async () => {
    const bytes = await jpeg()
    const once = await (await send([{ name: 'a.jpg', bytes }], { key: 'photo-key-0001' })).text()
    expect(await (await send([{ name: 'b.jpg', bytes }], { key: 'photo-key-0001' })).text()).toBe(once)
    const other = await send([{ name: 'a.jpg', bytes: await canvas().jpeg().toBuffer() }], { key: 'photo-key-0001' })
    expect(other.status).toBe(409)
    expect(await filesOf((JSON.parse(once) as { id: string }).id)).toHaveLength(1)
  })

  test('what no row names is swept after two hours, and nothing else', async () => {
    const root = await mkdtemp(path.join(tmpdir(), 'linli-files-'))
    const files = openFiles(root, street.house.keys)
    try {
      const [named, orphan, young] = await Promise.all(
        [1, 2, 3].map(async () => files.stagePhoto(await jpeg(), 'a.jpg')),
      )
      const long = new Date(Date.now() - 3 * 3_600_000)
      for (const { id } of [named!, orphan!])
        for (const size of ['', '.s']) await utimes(path.join(root, id.slice(-2), id + size), long, long)
      expect(await files.sweep(async () => new Set([named!.id]))).toBe(2)
      expect(
        await Promise.all(
          [named!, orphan!, young!].map(async ({ id }) => (await files.read(id, 'full')) !== undefined),
        ),
      ).toEqual([true, false, true])
    } finally {
      files.stop()
      await rm(root, { recursive: true, force: true })
    }
  })
})

test('the sweep that the server runs keeps every photo of a matter, however old', async () => {
  const id = await idOf(await send([{ name: 'a.jpg', bytes: await jpeg() }]))
  const [photo] = await filesOf(id)
  const { filesDir } = street.opened.config
  const long = new Date(Date.now() - 3 * 3_600_000)
  for (const size of ['', '.s']) await utimes(path.join(filesDir, photo!.id.slice(-2), photo!.id + size), long, long)
  expect([...(await namedFiles(street.opened, [photo!.id, newId()]))]).toEqual([photo!.id])
  await street.house.files.sweep((ids) => namedFiles(street.opened, ids))
  expect(await street.house.files.read(photo!.id, 'full')).toBeDefined()
  // Bite: were the rows of one's own area alone asked, or none, the photo would be gone.
  await street.house.files.sweep(async () => new Set())
  expect(await street.house.files.read(photo!.id, 'full')).toBeUndefined()
  // It left a folder without files; the next sweep passes it by.
  expect(await street.house.files.sweep((ids) => namedFiles(street.opened, ids))).toBe(0)
})

describe('shown', () => {
  let matterId: string
  let receipt: string
  let fileId: string
  const signIn = async (login: string) =>
    (await street.stranger.do(account.signIn, { login, password: 'linli-demo' })).token
  const look = (token: string | undefined, file = fileId, id = matterId) =>
    web.ask(`/api/matter.photo?id=${id}&file=${file}`, { headers: withToken(token) })

  beforeAll(async () => {
    const answer = (await (
      await send([{ name: 'gps.jpg', bytes: await TAKEN['a JPEG with place, camera and owner']![1]() }])
    ).json()) as { id: string; receipt: string }
    matterId = answer.id
    receipt = answer.receipt
    fileId = (await filesOf(matterId))[0]!.id
  })

  test('to the worker of the grid: as a picture that can do nothing', async () => {
    const shown = await look(await signIn('zhouxiaolan'))
    expect(shown.status).toBe(200)
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': `default-src 'none'; sandbox; frame-ancestors 'none'`,
      'cache-control': 'private, no-store',
      'cross-origin-resource-policy': 'same-origin',
      'content-disposition': expect.stringMatching(/filename\*=UTF-8''LL-/),
    })
    expect(leftovers(new Uint8Array(await shown.arrayBuffer()))).toEqual([])
  })

  test('to nobody else: another grid’s worker, a stranger, another matter, a file that is not there, all alike', async () => {
    const other = await signIn('guoqiaoyun')
    const missing = '01980000-0000-7000-8000-000000000000'
    const own = await idOf(await send([]))
    const answers = await Promise.all([
      look(other),
      look(other, missing),
      look(await signIn('zhouxiaolan'), fileId, own),
    ])
    const seen = await Promise.all(
      answers.map(async (one) => [one.status, one.headers.get('content-type'), await one.text()]),
    )
    expect(seen[0]![0]).toBe(404)
    expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1)
    expect((await look(undefined)).status).toBe(401)
  })

  test('to the reporter by his receipt, and by no other', async () => {
    const story = (of: string) => web.ask(`/api/matter.storyPhoto?receipt=${of}&file=${fileId}`)
    expect((await story(receipt)).status).toBe(200)
    const other = (await (await send([])).json()) as { receipt: string }
    expect((await story(other.receipt)).status).toBe(404)
    expect((await story('0000000000000000')).status).toBe(404)
  })

  test('no longer after the post has ended, with the same session', async () => {
    const worker = await street.as('kongqingyao').actor()
    const { id: post } = await street.linli.do(account.grant, {
      id: worker.id,
      role: 'grid_worker',
      areaId: await street.areaId('第12网格'),
    })
    const token = await signIn('kongqingyao')
    expect((await look(token)).status).toBe(200)
    await street.linli.do(account.endPost, { postId: post })
    expect((await look(token)).status).toBe(404)
  })
})

describe.runIf(process.platform === 'linux')('the drawing process', () => {
  const status = (pid: string, name: string) =>
    readFileSync(`/proc/${pid}/status`, 'utf8').match(new RegExp(`^${name}:\\s+(\\d+)`, 'm'))?.[1]
  const ours = (pid: string) => {
    try {
      return (
        status(pid, 'PPid') === String(process.pid) &&
        readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('photo-child')
      )
    } catch {
      return false
    }
  }
  const drawers = () => readdirSync('/proc').filter((name) => /^\d+$/.test(name) && ours(name))
  const draw = async () => street.house.files.stagePhoto(await jpeg(), 'a.jpg')

  test('when it dies between two photos, the next photo is drawn all the same', async () => {
    await draw()
    for (const pid of drawers()) process.kill(Number(pid), 'SIGKILL')
    await pause(200)
    expect((await draw()).mime).toBe('image/jpeg')
  })

  test('when it dies over a photo, that one is refused and the next is drawn', async () => {
    await draw()
    const heavy = street.house.files.stagePhoto(
      await canvas(6000, 5000).png({ compressionLevel: 1 }).toBuffer(),
      'heavy.png',
    )
    heavy.catch(() => {})
    for (let tries = 0; tries < 200 && drawers().length === 0; tries++) await pause(5)
    await pause(30)
    for (const pid of drawers()) process.kill(Number(pid), 'SIGKILL')
    await expect(heavy).rejects.toMatchObject({ message: 'photo.notAPhoto' })
    expect((await draw()).mime).toBe('image/jpeg')
  })

  test('a flood is refused before it is unpacked, and 30 photos and 10 floods later neither process has grown', async () => {
    const photo = await canvas(320, 240).jpeg().toBuffer()
    const flood = await REFUSED['a PNG of 16,000 × 16,000']![2]()
    const times: Record<'photo' | 'flood', number[]> = { photo: [], flood: [] }
    const one = async (what: 'photo' | 'flood') => {
      const before = performance.now()
      await street.house.files.stagePhoto(what === 'photo' ? photo : flood, `${what}.jpg`).catch(() => {})
      times[what].push(performance.now() - before)
    }
    const many = async (count: number) => {
      for (let n = 0; n < count; n++) {
        await one('photo')
        if (n % 3 === 0) await one('flood')
      }
    }
    await many(6)
    const before = process.memoryUsage.rss()
    await many(30)
    const grown = (process.memoryUsage.rss() - before) / 2 ** 20
    const child = Number(status(drawers()[0]!, 'VmHWM')) / 1024
    process.stdout.write(
      `uploads: ${grown.toFixed(0)} MB more after 30 photos, the drawing process ${child.toFixed(0)} MB at most\n`,
    )
    expect(Math.min(...times.flood)).toBeLessThan(Math.min(...times.photo))
    expect(grown).toBeLessThan(80)
    expect(child).toBeLessThan(600)
  }, 60_000)
})
