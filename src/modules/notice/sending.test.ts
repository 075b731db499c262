// Sending for real: once though two sweep, again after a failure, at most twice after a crash, by SMTP and by HTTP.
import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { machine } from '#kernel/access.ts'
import { clock } from '#kernel/clock.ts'
import { readConfig } from '#kernel/config.ts'
import { perform } from '#kernel/door.ts'
import { smtpMail } from '#kernel/sending/mail.ts'
import { SendProblem } from '#kernel/sending/send-problem.ts'
import { httpSms, smsSignature } from '#kernel/sending/sms.ts'
import { matter } from '#modules/matter/contract.ts'
import { openStreet, type Street, setClock } from '#test/street.ts'
import { notice } from './contract.ts'
import { claim, settle } from './operations/sending.ts'
import { openSenders, type Senders } from './senders.ts'
import { sendDue, spreadNotices, sweepNotices } from './sweep.ts'

let street: Street
let code: string
let sent: string[] = []
let fails: SendProblem | undefined

const senders: Senders = {
  sms: {
    name: 'demo',
    async send(to) {
      await new Promise((resolve) => setTimeout(resolve, 20))
      if (fails) throw fails
      sent.push(to)
      return { id: `n-${sent.length}` }
    },
  },
  mail: { name: 'demo', send: async () => ({ id: 'm' }) },
}

beforeAll(async () => {
  street = await openStreet()
  code = await street.codeOf('清荷苑3号楼2单元')
})
afterAll(() => street.close())
beforeEach(async () => {
  sent = []
  fails = undefined
  setClock('2026-11-18', '10:00')
  await street.owner.query(`update outbox set state = 'given_up', next_at = null where next_at is not null`)
})

/** A reported matter that was taken: its reporter is to get one SMS. */
async function taken(phone = '13800001234') {
  const { id } = await street.stranger.do(matter.report, { code, words: '楼道堆了纸箱', phone })
  await street.as('zhouxiaolan').do(matter.take, { id })
  await spreadNotices(street.house)
  return id
}
const later = (minutes: number) => clock.stand(new Date(clock.now().getTime() + minutes * 60_000))
const rowOf = async (about: string) =>
  (
    await street.owner.query(
      `select o.*, (select array_agg(t.result order by t.no) from outbox_try t where t.outbox_id = o.id) as results
       from outbox o where about_id = $1 and to_kind = 'reporter' order by made_at desc limit 1`,
      [about],
    )
  ).rows[0]
const send = () => sendDue(street.house, senders, street.tenant)
const linli = () => machine(street.tenant, 'outbox')

describe('each message leaves once', () => {
  test('though two processes sweep at the same moment', async () => {
    for (let at = 0; at < 12; at++) await taken(`138000012${String(at).padStart(2, '0')}`)
    const tries = await Promise.all([send(), send(), send()])
    expect([...sent].sort()).toEqual(Array.from({ length: 12 }, (_, at) => `138000012${String(at).padStart(2, '0')}`))
    expect(tries.reduce((sum, one) => sum + one, 0)).toBe(12)
  })

  test('bite: were due rows only read and not locked, two sweeps would take the same', async () => {
    await taken()
    const read = async () => {
      const { rows } = await street.owner.query(`select id from outbox where next_at <= $1`, [clock.now()])
      return rows.map((row) => row.id)
    }
    const [one, other] = await Promise.all([read(), read()])
    expect(one).toEqual(other)
    expect(one).toHaveLength(1)
  })

  test('the same waiting message is not written twice', async () => {
    const id = await taken()
    const { rows } = await street.owner.query('select * from outbox where about_id = $1', [id])
    expect(rows).toHaveLength(1)
    expect(rows[0].address.toString('latin1')).not.toContain('13800001234')
    await expect(
      street.owner.query(
        `insert into outbox select (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid()))).* from outbox o where id = $1`,
        [rows[0].id],
      ),
    ).rejects.toMatchObject({ code: '23505' })
  })
})

describe('a provider that is down', () => {
  test('is asked again after 1, 5 and 30 minutes, and the message goes out once when it is back', async () => {
    const id = await taken()
    fails = new SendProblem('unreachable')
    await send()
    expect(await rowOf(id)).toMatchObject({ state: 'failed', tries: 1, error: 'unreachable', results: ['failed'] })
    await send()
    for (const [minutes, tries] of [
      [1, 2],
      [5, 3],
      [30, 4],
    ] as const) {
      later(minutes)
      await send()
      await send()
      expect(await rowOf(id)).toMatchObject({ state: 'failed', tries })
    }
    fails = undefined
    later(120)
    await send()
    await send()
    expect(sent).toHaveLength(1)
    expect(await rowOf(id)).toMatchObject({ state: 'sent', provider: 'demo', provider_id: 'n-1', next_at: null })
  })

  test('for a day: given up, seen at the desk with a masked number, and set off again by hand', async () => {
    const id = await taken()
    fails = new SendProblem('busy')
    for (let at = 0; at < 20; at++) {
      await send()
      later(120)
    }
    const row = await rowOf(id)
    expect(row).toMatchObject({ state: 'given_up', error: 'busy', next_at: null })
    const admin = street.as('chengyizhou')
    const { messages, counts } = await admin.do(notice.outbox, { state: 'given_up' })
    expect(counts.given_up).toBeGreaterThan(0)
    expect(messages.find((one) => one.id === row.id)).toMatchObject({
      to: '138****1234',
      error: 'busy',
      can: ['again'],
    })
    expect(JSON.stringify(messages)).not.toContain('13800001234')
    await expect(street.as('chenjing').do(notice.outbox, {})).rejects.toMatchObject({ message: 'door.forbidden' })
    await expect(street.as('anxiaoya').do(notice.again, { id: row.id })).rejects.toMatchObject({
      message: 'door.forbidden',
    })
    fails = undefined
    await admin.do(notice.again, { id: row.id })
    await send()
    expect(sent).toEqual(['13800001234'])
    await expect(admin.do(notice.again, { id: row.id })).rejects.toMatchObject({ message: 'notice.notAgain' })
  })

  test('a number that is refused is not tried again', async () => {
    const id = await taken()
    fails = new SendProblem('refused')
    await send()
    expect(await rowOf(id)).toMatchObject({ state: 'given_up', tries: 1, error: 'refused' })
  })
})

describe('a crash between sending and its answer', () => {
  const begin = async () => (await perform(street.house, claim, linli(), { most: 8 })).messages

  test('leaves a try that says unknown, and one more try: at most two, then it is given up', async () => {
    const id = await taken()
    expect(await begin()).toHaveLength(1)
    expect(await rowOf(id)).toMatchObject({ state: 'sending', results: ['unknown'] })
    expect(await begin()).toEqual([])
    later(3)
    expect(await begin()).toHaveLength(1)
    later(3)
    expect(await begin()).toEqual([])
    expect(await rowOf(id)).toMatchObject({ state: 'given_up', error: 'unknown', results: ['unknown', 'unknown'] })
    later(600)
    await send()
    expect(sent).toEqual([])
  })

  test('a provider that never answers is asked twice and no more', async () => {
    const id = await taken()
    fails = new SendProblem('timeout')
    for (let at = 0; at < 6; at++) {
      await send()
      later(120)
    }
    expect(await rowOf(id)).toMatchObject({ state: 'given_up', error: 'unknown', tries: 2 })
  })

  test('an answer that comes after the row was taken again does not turn it back', async () => {
    const id = await taken()
    const [first] = await begin()
    later(3)
    await begin()
    const late = { id: first!.id, no: 1, provider: 'demo', outcome: { fault: 'busy' as const } }
    await perform(street.house, settle, linli(), late)
    expect(await rowOf(id)).toMatchObject({ state: 'sending', tries: 2, results: ['failed', 'unknown'] })
  })

  test('bite: were the try written only afterwards, a crash would leave no trace of it', async () => {
    const id = await taken()
    await begin()
    await street.owner.query('delete from outbox_try where outbox_id = (select id from outbox where about_id = $1)', [
      id,
    ])
    for (let at = 0; at < 4; at++) {
      later(3)
      await begin()
      await street.owner.query('delete from outbox_try where outbox_id = (select id from outbox where about_id = $1)', [
        id,
      ])
    }
    expect((await rowOf(id)).tries).toBeGreaterThan(2)
  })
})

describe('what is kept of whoever is written to', () => {
  test('goes at once when the reporter takes his number back', async () => {
    setClock('2026-11-18', '22:00')
    const sentReport = await street.stranger.do(matter.report, { code, words: '楼道堆物', phone: '13800001234' })
    await street.as('zhouxiaolan').do(matter.take, { id: sentReport.id })
    await spreadNotices(street.house)
    await street.stranger.do(matter.forget, { receipt: sentReport.receipt! })
    setClock('2026-11-19', '08:01')
    await send()
    expect(sent).toEqual([])
    expect(await rowOf(sentReport.id)).toMatchObject({
      state: 'given_up',
      error: 'withdrawn',
      address: null,
      message: null,
    })
  })

  test('goes after thirty days; the link in an SMS ends after forty-five', async () => {
    const id = await taken()
    await sweepNotices(street.house, senders)
    const { rows } = await street.owner.query(
      `select ends_at from directory where subject_id = $1 and ends_at is not null`,
      [id],
    )
    expect(rows[0].ends_at.toISOString()).toBe('2027-01-02T02:00:00.000Z')
    setClock('2026-12-18', '09:59')
    await sweepNotices(street.house, senders)
    expect((await rowOf(id)).address).not.toBeNull()
    setClock('2026-12-18', '10:01')
    await sweepNotices(street.house, senders)
    expect(await rowOf(id)).toMatchObject({ address: null, message: null, state: 'sent' })
  })

  test('a sealed address moved to another row does not open, and does not hold up the others', async () => {
    const [one, other] = [await taken(), await taken('13900005678')]
    await street.owner.query(
      `update outbox set address = (select address from outbox where about_id = $2) where about_id = $1`,
      [one, other],
    )
    await send()
    expect(sent).toEqual(['13900005678'])
    expect(await rowOf(one)).toMatchObject({ state: 'given_up', error: 'unreadable' })
  })

  test('the demo phone shows what demo people got, and is missing in production', async () => {
    await taken()
    await send()
    const { messages } = await street.stranger.do(notice.demoPhone, {})
    expect(messages[0]).toMatchObject({ channel: 'sms', to: '13800001234' })
    const house = { ...street.house, settings: { ...street.house.settings, env: 'production' as const } }
    const { demoPhone } = await import('./operations/demo-phone.ts')
    await expect(perform(house, demoPhone, await street.stranger.actor(), {})).rejects.toMatchObject({
      message: 'door.missing',
    })
    const none = openSenders({ env: 'production', sms: undefined, smtp: undefined })
    await expect(none.sms.send('1', 'a', {}, { text: '', ref: '' })).rejects.toMatchObject({ fault: 'notConfigured' })
  })
})

describe('by SMTP', () => {
  let server: Server
  let talk: string[] = []
  let rcpt = '250 ok'
  const sockets = new Set<Socket>()
  beforeAll(async () => {
    server = createServer((socket) => {
      sockets.add(socket)
      let data = false
      socket.write('220 post.example ready\r\n')
      socket.on('error', () => {})
      socket.on('data', (bytes) => {
        for (const line of bytes.toString().split('\r\n')) {
          if (line === '') continue
          talk.push(line)
          if (data) {
            if (line === '.') {
              data = false
              socket.write('250 queued\r\n')
            }
          } else if (/^EHLO/.test(line)) socket.write('250-post.example\r\n250 8BITMIME\r\n')
          else if (/^RCPT/.test(line)) socket.write(`${rcpt}\r\n`)
          else if (/^DATA/.test(line)) {
            data = true
            socket.write('354 go on\r\n')
          } else if (/^QUIT/.test(line)) socket.end('221 bye\r\n')
          else socket.write('250 ok\r\n')
        }
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
  afterEach(() => {
    talk = []
    rcpt = '250 ok'
  })
  afterAll(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const mail = (port = (server.address() as AddressInfo).port) =>
    smtpMail(`smtp://127.0.0.1:${port}`, '邻里街道 <linli@street.example>')
  const letter = { to: 'xiaolan@example.org', subject: '汇总：3 件还没看', text: '第12网格有新事项', ref: 'abc-1' }

  test('a real letter goes out, with an id that stays the same at every try', async () => {
    await mail().send(letter)
    const first = talk.filter((line) => /^Message-ID/i.test(line))
    await mail().send(letter)
    expect(talk).toContain('MAIL FROM:<linli@street.example>')
    expect(talk).toContain('RCPT TO:<xiaolan@example.org>')
    expect(first).toEqual(['Message-ID: <abc-1@street.example>'])
    expect(talk.filter((line) => /^Message-ID/i.test(line))).toEqual([...first, ...first])
    const body = talk.join('\n')
    expect(body).toContain(Buffer.from('第12网格有新事项').toString('base64').slice(0, 20))
  })

  test.each([
    ['550 no such user', 'refused'],
    ['450 later', 'busy'],
  ])('an answer of %s is %s', async (answer, fault) => {
    rcpt = answer
    await expect(mail().send(letter)).rejects.toMatchObject({ fault })
  })

  test('no server is unreachable; an address cannot smuggle in another', async () => {
    await expect(mail(1).send(letter)).rejects.toMatchObject({ fault: 'unreachable' })
    await mail()
      .send({ ...letter, to: 'a@example.org, b@example.org' })
      .catch(() => {})
    expect(talk.filter((line) => /^RCPT/.test(line)).length).toBeLessThan(2)
    expect(talk.join()).not.toContain('RCPT TO:<b@example.org>')
  })

  test('the settings are taken whole or not at all', () => {
    expect(() => readConfig({ SMTP_URL: 'smtp://mail.example' })).toThrow('SMTP_FROM')
    expect(() => readConfig({ SMTP_URL: 'http://mail.example', SMTP_FROM: 'a@b.example' })).toThrow('SMTP_URL')
    expect(() => readConfig({ SMS_URL: 'https://sms.example', SMS_KEY: 'short' })).toThrow('SMS_KEY')
  })
})

describe('by an SMS gateway over HTTP', () => {
  const heard: { body: string; headers: IncomingMessage['headers'] }[] = []
  let answer = (response: ServerResponse) => void response.end('{"id":"g-1"}')
  const server = createHttp(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    heard.push({ body, headers: request.headers })
    answer(response)
  })
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
  afterAll(() => void server.close())
  const key = 'k'.repeat(20)
  const sms = () => httpSms(`http://127.0.0.1:${(server.address() as AddressInfo).port}/send`, key)
  const one = () => sms().send('13800001234', 'matter.taken.zh', { no: 'LL-2026-00001' }, { text: '您好', ref: 'r-1' })

  test('the body is signed with the shared key, so the gateway knows who sends', async () => {
    expect(await one()).toEqual({ id: 'g-1' })
    const { body, headers } = heard.at(-1)!
    expect(JSON.parse(body)).toMatchObject({ to: '13800001234', template: 'matter.taken.zh', ref: 'r-1', text: '您好' })
    const second = String(headers['x-linli-time'])
    expect(headers['x-linli-signature']).toBe(smsSignature(key, second, body))
    expect(smsSignature(key, second, body.replace('1234', '9999'))).not.toBe(headers['x-linli-signature'])
    expect(smsSignature(`${key}x`, second, body)).not.toBe(headers['x-linli-signature'])
  })

  test.each([
    [500, '', 'busy'],
    [429, '', 'busy'],
    [400, '', 'refused'],
    [302, '', 'unreachable'],
    [200, 'fine', 'badAnswer'],
    [200, '{}', 'badAnswer'],
  ])('status %i with %j is %s', async (status, text, fault) => {
    answer = (response) => void response.writeHead(status, status === 302 ? { location: '/else' } : {}).end(text)
    await expect(one()).rejects.toMatchObject({ fault })
  })
})
