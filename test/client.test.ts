// The client for programs against a real server: a whole story, lost answers, a busy server, and the lines in README.
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Server } from '#kernel/http/http.ts'
import { LinliLost, LinliProblem, linli, type Options, type Problem } from '../client/linli.ts'
import { jpeg, openStreet, type Street, setClock } from './street.ts'
import { openWeb } from './web.ts'

const ROOT = path.join(import.meta.dirname, '..')

let street: Street
let server: Server
let url: string
beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '10:00')
  server = await openWeb(street.opened).serve()
  url = `http://127.0.0.1:${server.port}`
})
afterAll(async () => {
  await server?.close()
  await street.close()
})

async function tokenOf(login: string, scopes: ('matter.read' | 'matter.change' | 'notice.read')[]) {
  const { token: session } = await linli({ url }).account.signIn({ login, password: 'linli-demo' })
  return (await linli({ url, token: session }).account.addToken({ name: '试客户端', scopes })).token
}
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: unknown) => (error instanceof LinliProblem ? error.code : String(error)),
  )

test('a report becomes a rated answer, by three programs and a stranger', async () => {
  const everything = ['matter.read', 'matter.change'] as const
  const [worker, desk] = [
    linli({ url, token: await tokenOf('zhouxiaolan', [...everything]) }),
    linli({ url, token: await tokenOf('chenjing', [...everything]) }),
  ]
  const stranger = linli({ url, lang: 'en' })
  const photo = new File([new Uint8Array(await jpeg())], 'lamp.jpg', { type: 'image/jpeg' })
  const code = await street.codeOf('清荷苑3号楼2单元')
  const { id, receipt } = await stranger.matter.report(
    { code, words: '三楼楼道灯不亮' },
    { files: { photos: [photo] } },
  )
  await worker.matter.take({ id })
  await worker.matter.answer({ id, said: '已打电话', via: 'phone' })
  const taken = await worker.matter.get({ id })
  expect(taken).toMatchObject({ state: 'handling', words: '三楼楼道灯不亮' })
  const picture = await worker.matter.photo({ id, file: taken.photoList[0]!.id })
  expect([picture.mime, picture.bytes.length > 100]).toEqual(['image/jpeg', true])
  await worker.matter.finish({ id, result: 'explained', done: '换了灯泡' }, { files: { photos: [photo] } })
  await desk.matter.verify({ id, reply: '灯泡已经换好' })
  expect(await stranger.matter.story({ receipt: receipt! })).toMatchObject({ state: 'replied' })
  await stranger.matter.rate({ receipt: receipt!, satisfaction: 5 })
  expect((await desk.matter.get({ id })).state).toBe('closed')
  const refused: Problem<'matter.rate'> = 'door.wrongState'
  expect(await codeOf(stranger.matter.rate({ receipt: receipt!, satisfaction: 1 }))).toBe(refused)
  // A wrong input does not compile without the cast; sent all the same, it is refused by its name.
  expect(await codeOf(worker.matter.get({ no: 1 } as never))).toBe('door.invalid')
})

test('refusals come in the reader’s language with code and status', async () => {
  const token = await tokenOf('zhouxiaolan', ['matter.read'])
  const asked = linli({ url, token, lang: 'en' }).notice.inbox({})
  await expect(asked).rejects.toMatchObject({
    code: 'door.outOfScope',
    status: 403,
    details: { scope: 'notice.read' },
    message: expect.stringMatching(/^This token does not have the scope/),
  })
})

describe('sent again', () => {
  const report = async (options: Partial<Options>, words: string) => {
    const code = await street.codeOf('清荷苑3号楼2单元')
    return linli({ url, ...options }).matter.report({ code, words })
  }
  const count = async (words: string) =>
    (await street.owner.query('select count(*)::int as n from matter where words = $1', [words])).rows[0].n
  const keyOf = (init: RequestInit) => (init.headers as Record<string, string>)['idempotency-key']!

  /** A line that loses the answer of the first tries; the server has done the work. */
  const losing = (
    times: number,
    keys: string[],
    spoil = (init: RequestInit) => init,
  ): NonNullable<Options['fetch']> => {
    let left = times
    return async (to, init) => {
      const answer = await fetch(to, spoil(init))
      keys.push(keyOf(init))
      if (left-- <= 0) return answer
      await answer.arrayBuffer()
      throw new TypeError('the line is gone')
    }
  }

  test('under one key after lost answers: done once, answered as the first time', async () => {
    const keys: string[] = []
    const { id } = await report({ fetch: losing(2, keys) }, '雨棚漏水一')
    expect([keys.length, new Set(keys).size, await count('雨棚漏水一')]).toEqual([3, 1, 1])
    expect(id).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('bite: under a new key at each try it would be done three times', async () => {
    let n = 0
    const spoil = (init: RequestInit) => ({
      ...init,
      headers: { ...(init.headers as object), 'idempotency-key': `another-key-${++n}` },
    })
    await report({ fetch: losing(2, [], spoil) }, '雨棚漏水二')
    expect(await count('雨棚漏水二')).toBe(3)
  })

  test('after a 503 when it says so, and not after a refusal', async () => {
    const asked: number[] = []
    const busy: NonNullable<Options['fetch']> = async (to, init) => {
      asked.push(performance.now())
      if (asked.length === 1) return new Response('{}', { status: 503, headers: { 'retry-after': '0.4' } })
      return fetch(to, init)
    }
    await report({ fetch: busy }, '雨棚漏水三')
    expect(asked.length).toBe(2)
    expect(asked[1]! - asked[0]!).toBeGreaterThanOrEqual(390)
    let refusals = 0
    const counting: NonNullable<Options['fetch']> = (to, init) => {
      refusals++
      return fetch(to, init)
    }
    await codeOf(linli({ url, fetch: counting }).matter.report({ code: '0'.repeat(12), words: 'x' }))
    expect(refusals).toBe(1)
  })

  test('never where it is not safe, and an end is an end: the key is given back', async () => {
    let tries = 0
    const gone: NonNullable<Options['fetch']> = () => {
      tries++
      return Promise.reject(new TypeError('no line'))
    }
    const client = linli({ url, fetch: gone, tries: 2 })
    await expect(client.account.signIn({ login: 'zhouxiaolan', password: 'x' })).rejects.toThrow(LinliLost)
    expect(tries).toBe(1)
    const lost = await client.matter.withdraw({ receipt: '0'.repeat(20) }, { key: 'my-own-key-1' }).catch((e) => e)
    expect([lost.key, tries]).toEqual(['my-own-key-1', 3])
  })
})

test('the lines in README run as they stand', async () => {
  const lines = ['README.md', 'README.zh-CN.md'].map(
    (name) => /```ts\n([\s\S]*?)```/.exec(readFileSync(path.join(ROOT, name), 'utf8'))![1]!,
  )
  expect(lines[0]).toBe(lines[1])
  const folder = mkdtempSync(path.join(tmpdir(), 'linli-readme-'))
  const file = path.join(folder, 'lines.ts')
  writeFileSync(
    file,
    lines[0]!.replace('./client/linli.ts', path.join(ROOT, 'client/linli.ts')).replace('http://localhost:7080', url),
  )
  const token = await tokenOf('anxiaoya', ['matter.read'])
  await linli({ url }).matter.report({ code: await street.codeOf('清荷苑3号楼2单元'), words: '给程序看的一件' })
  const env = { ...process.env, LINLI_TOKEN: token }
  const { stdout } = await promisify(execFile)(process.execPath, [file], { env })
  rmSync(folder, { recursive: true })
  expect(stdout.split('\n').length).toBeGreaterThan(1)
  expect(stdout).toMatch(/^\S+ .+/)
})
