// Stories of notices, told through the door by people of the demo street: who hears what, when, and when not.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Actor, anonymous } from '#kernel/access.ts'
import { mayHear } from '#kernel/http/live.ts'
import { hearers } from '#modules/index.ts'
import { matter } from '#modules/matter/contract.ts'
import { openStreet, type Street, setClock } from '#test/street.ts'
import { notice } from './contract.ts'
import { spreadNotices, sweepNotices } from './sweep.ts'

let street: Street
let code: string
const sent: { to: string; text: string; template: string; values: object }[] = []
const senders = {
  sms: {
    name: 'demo',
    send: async (to: string, template: string, values: object, { text }: { text: string }) => {
      sent.push({ to, template, values, text })
      return { id: `n${sent.length}` }
    },
  },
  mail: {
    name: 'demo',
    send: async ({ to, subject, text }: { to: string; subject: string; text: string }) => {
      sent.push({ to, template: subject, values: {}, text })
      return { id: `m${sent.length}` }
    },
  },
}

beforeAll(async () => {
  street = await openStreet()
  code = await street.codeOf('清荷苑3号楼2单元')
})
afterAll(() => street.close())
beforeEach(async () => {
  sent.length = 0
  await street.owner.query('delete from notice_move')
  await street.owner.query('update notice set read_at = said_at where read_at is null')
  await street.owner.query('update notice_wish set digest_due = null, digest_on = null')
  await street.owner.query(`update outbox set state = 'given_up', next_at = null where next_at is not null`)
})

const sweep = async () => {
  await spreadNotices(street.house)
  await sweepNotices(street.house, senders)
}
const report = (words = '楼道里堆了纸箱，孙奶奶过不去', phone: string | undefined = '13800001234') =>
  street.stranger.do(matter.report, { code, words, kind: '0101', ...(phone ? { phone, name: '孙女士' } : {}) })
const inboxOf = async (login: string) => {
  await spreadNotices(street.house)
  return (await street.as(login).do(notice.inbox, { unread: true })).notices
}
const kindsOf = async (login: string) => (await inboxOf(login)).map((one) => one.kind)

async function finish(id: string) {
  const { uploads, ids: photos } = await street.photo()
  await street.as('zhouxiaolan').do(matter.finish, { id, result: 'solved', done: '搬走了', photos }, { uploads })
}

describe('a matter from report to rating', () => {
  test('tells the worker, then the reporter, the desk, the reporter again, and the worker', async () => {
    setClock('2026-11-18', '09:06')
    const { id, no } = await report()
    expect((await inboxOf('zhouxiaolan'))[0]).toMatchObject({
      kind: 'matter.fresh',
      urgent: false,
      title: expect.stringContaining('第12网格有新事项'),
      body: `${no}，11月18日 09:36 前接单。`,
      about: { kind: 'matter', id },
    })
    expect(await kindsOf('chenjing')).toEqual([])
    await street.as('zhouxiaolan').do(matter.take, { id })
    expect(await kindsOf('zhouxiaolan')).toEqual([])
    await sweep()
    expect(sent).toMatchObject([{ to: '13800001234', template: 'matter.taken.zh' }])
    await finish(id)
    expect(await kindsOf('chenjing')).toEqual(['matter.check'])
    await street.as('chenjing').do(matter.verify, { id, reply: '纸箱已经搬走' })
    expect(await kindsOf('chenjing')).toEqual([])
    await sweep()
    expect(sent).toHaveLength(2)
    const [receipt] = /[0-9A-Z]{16}$/.exec(sent[1]!.text)!
    expect((await street.stranger.do(matter.story, { receipt })).can).toContain('rate')
    await street.stranger.do(matter.rate, { receipt, satisfaction: 5 })
    expect(await kindsOf('zhouxiaolan')).toEqual(['matter.rated'])
    await street.stranger.do(matter.dispute, { receipt, why: '又堆了' })
    expect(await kindsOf('zhouxiaolan')).toEqual(['matter.disputed'])
    expect(await kindsOf('chenjing')).toEqual(['matter.disputed'])
  })

  test('an SMS holds the number and a link, never a word, a name, a phone, a kind or a place', async () => {
    setClock('2026-11-18', '10:00')
    const { id, no } = await report('哨兵子住三楼的林先生 13912345678 堆了杂物')
    await street.as('zhouxiaolan').do(matter.take, { id })
    await sweep()
    expect(sent).toHaveLength(1)
    const { text, values } = sent[0]!
    expect(text.replace(no, '').replace(/http\S+/, '')).toBe('您报告的事（）有人接了。办到哪了，看这里：')
    expect(Object.keys(values).sort()).toEqual(['at', 'link', 'no'])
    const { rows } = await street.owner.query(`select said::text || notice.kind as text from notice`)
    expect(rows.map((row) => row.text).join()).not.toMatch(/哨兵|139|孙/)
  })

  test('without a number nobody is written to; a landline gets no link; nobody is told of his own deed', async () => {
    setClock('2026-11-18', '10:00')
    const silent = await report('路灯不亮', '')
    await street.as('zhouxiaolan').do(matter.take, { id: silent.id })
    const fixed = await street.stranger.do(matter.report, { code, words: '路灯不亮', phone: '0370-1234567' })
    await street.as('zhouxiaolan').do(matter.take, { id: fixed.id })
    await sweep()
    expect(sent).toEqual([])
    await street
      .as('zhouxiaolan')
      .do(matter.report, { areaId: await street.areaId('第12网格'), words: '巡看时发现井盖松了' })
    expect(await kindsOf('zhouxiaolan')).toEqual([])
  })

  test('danger is urgent and reaches the worker’s own phone at night; the rest waits', async () => {
    setClock('2026-11-18', '22:30')
    await street.stranger.do(matter.report, { code, words: '三楼着火了，冒黑烟' })
    const [line] = await inboxOf('zhouxiaolan')
    expect(line).toMatchObject({ kind: 'matter.emergency', urgent: true })
    await sweep()
    const { rows } = await street.owner.query(`select work_phone from account where login = 'zhouxiaolan'`)
    const mobile = /^1\d{10}$/.test(rows[0].work_phone)
    expect(sent.map((one) => one.to)).toEqual(mobile ? [rows[0].work_phone] : [])
  })

  test('in a grid without a worker the desk is told', async () => {
    setClock('2026-11-18', '10:00')
    const board = await street.codeOf('第29网格公告栏')
    const lost = await street.stranger.do(matter.report, { code: board, words: '公告栏旁边的路灯不亮' })
    await spreadNotices(street.house)
    const { rows } = await street.owner.query(
      `select distinct p.role from notice n join post p on p.account_id = n.account_id where n.about_id = $1`,
      [lost.id],
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every((row) => /^community_|^subdistrict_/.test(row.role))).toBe(true)
  })
})

describe('quiet nights and the one digest', () => {
  test('what can wait is neither shown nor sent at night, and is there at eight', async () => {
    setClock('2026-11-18', '21:30')
    const { id } = await report()
    expect(await kindsOf('zhouxiaolan')).toEqual([])
    expect(await street.as('zhouxiaolan').do(notice.unread, {})).toEqual({ unread: 0, urgent: 0 })
    await street.as('zhouxiaolan').do(matter.take, { id })
    await sweep()
    expect(sent).toEqual([])
    setClock('2026-11-19', '07:59')
    await sweep()
    expect(sent).toEqual([])
    setClock('2026-11-19', '08:00')
    await sweep()
    expect(sent).toHaveLength(1)
  })

  test('at half past eight everything unread that could wait is one line; urgent is not repeated; nothing, no digest', async () => {
    setClock('2026-11-18', '16:00')
    const [one, two] = [await report('楼道堆物一'), await report('楼道堆物二')]
    await street.stranger.do(matter.report, { code, words: '三楼着火了，冒黑烟' })
    setClock('2026-11-19', '08:29')
    await sweep()
    expect(await kindsOf('zhouxiaolan')).toHaveLength(3)
    setClock('2026-11-19', '08:30')
    await sweep()
    await sweep()
    const lines = await inboxOf('zhouxiaolan')
    expect(lines.map((line) => line.kind)).toEqual(['digest', 'matter.emergency'])
    expect(lines[0]!.title).toBe('汇总：2 件还没看')
    expect(lines[0]!.items.map((item) => item.about.id).sort()).toEqual([one.id, two.id].sort())
    expect(await street.as('zhouxiaolan').do(notice.unread, {})).toEqual({ unread: 2, urgent: 1 })
    expect(await kindsOf('chenjing')).toEqual([])
    setClock('2026-11-20', '08:30')
    await sweep()
    expect((await inboxOf('zhouxiaolan')).filter((line) => line.kind === 'digest')).toHaveLength(1)
    await street.as('zhouxiaolan').do(notice.read, { id: lines[0]!.id })
    expect(await kindsOf('zhouxiaolan')).toEqual(['matter.emergency'])
  })

  test('what is settled leaves the digest, and with the last of it the digest is over', async () => {
    setClock('2026-11-18', '16:00')
    const [one, two] = [await report('楼道堆物一'), await report('楼道堆物二')]
    setClock('2026-11-19', '08:30')
    await sweep()
    await street.as('zhouxiaolan').do(matter.take, { id: one.id })
    const [line] = await inboxOf('zhouxiaolan')
    expect(line!.title).toBe('汇总：1 件还没看')
    expect(line!.items.map((item) => item.about.id)).toEqual([two.id])
    await street.as('zhouxiaolan').do(matter.take, { id: two.id })
    expect(await kindsOf('zhouxiaolan')).toEqual([])
  })

  test('yesterday’s unread digest and today’s are one line', async () => {
    setClock('2026-11-18', '16:00')
    await report('楼道堆物甲')
    setClock('2026-11-19', '08:30')
    await sweep()
    await report('楼道堆物乙')
    setClock('2026-11-20', '08:30')
    await sweep()
    const lines = await inboxOf('zhouxiaolan')
    expect(lines.map((line) => [line.kind, line.title])).toEqual([['digest', '汇总：2 件还没看']])
    expect(lines[0]!.items).toHaveLength(2)
  })

  test('own times: a digest by e-mail at six in the evening, no quiet hours on night duty', async () => {
    setClock('2026-11-18', '16:00')
    const xiaolan = street.as('zhouxiaolan')
    const { wishes } = await xiaolan.do(notice.wishes, {})
    const set = await xiaolan.do(notice.setWishes, {
      ...{ version: wishes.version, digestAt: 18 * 60, digestEmail: true, quiet: 'none' },
      ...{ quietFrom: null, quietTo: null, email: 'xiaolan@example.org' },
    })
    expect(set.email).toBe('x***@example.org')
    const { no } = await report('纸箱')
    setClock('2026-11-18', '18:00')
    await sweep()
    expect(sent).toHaveLength(1)
    expect(sent[0]).toMatchObject({ to: 'xiaolan@example.org', template: '汇总：1 件还没看' })
    expect(sent[0]!.text).toContain('第12网格有新事项')
    expect(sent[0]!.text).not.toContain(no)
    setClock('2026-11-18', '23:00')
    await report('半夜堆的')
    expect(await kindsOf('zhouxiaolan')).toContain('matter.fresh')
    await xiaolan.do(notice.setWishes, {
      ...{ version: set.version, digestAt: null, digestEmail: false, quiet: 'usual' },
      ...{ quietFrom: null, quietTo: null, email: null },
    })
  })

  test('a street sets its own quiet hours; two who change them at once do not overwrite each other', async () => {
    setClock('2026-11-18', '12:30')
    const admin = street.as('chengyizhou')
    const { rule } = await admin.do(notice.kinds, {})
    const noon = { version: rule.version, quietFrom: 12 * 60, quietTo: 14 * 60, digestAt: 510 }
    const set = await admin.do(notice.setRule, noon)
    await expect(admin.do(notice.setRule, noon)).rejects.toMatchObject({ message: 'door.changed' })
    await report()
    expect(await kindsOf('zhouxiaolan')).toEqual([])
    setClock('2026-11-18', '14:00')
    expect(await kindsOf('zhouxiaolan')).toEqual(['matter.fresh'])
    await admin.do(notice.setRule, { version: set.version, quietFrom: 1260, quietTo: 480, digestAt: 510 })
  })
})

describe('folding and reading', () => {
  const tell = (said = {}) =>
    street.linli.do(
      { name: 'notice.send', kind: 'command' } as never,
      {
        to: { account: xiaolan },
        kind: 'matter.sentBack',
        about: { kind: 'matter', id: xiaolan },
        said,
      } as never,
    )
  let xiaolan: string
  beforeAll(async () => {
    xiaolan = (await street.as('zhouxiaolan').actor()).id
  })

  test('the same said three times while unread is one line with a count; once read it is a new line', async () => {
    setClock('2026-11-18', '10:00')
    await tell()
    await tell()
    setClock('2026-11-18', '10:05')
    await tell()
    expect((await inboxOf('zhouxiaolan')).map((line) => [line.count, line.saidAt])).toEqual([
      [3, '2026-11-18T02:05:00.000Z'],
    ])
    await street.as('zhouxiaolan').do(notice.read, { until: '2026-11-18T02:05:00.000Z' })
    await tell()
    expect((await inboxOf('zhouxiaolan')).map((line) => line.count)).toEqual([1])
  })

  test('said at the same moment by twenty commands, it is one line', async () => {
    setClock('2026-11-18', '11:00')
    await Promise.all(Array.from({ length: 20 }, () => tell()))
    expect((await inboxOf('zhouxiaolan')).map((line) => line.count)).toEqual([20])
  })

  test('said again out of a digest, it stands by itself again', async () => {
    setClock('2026-11-18', '11:00')
    await tell()
    setClock('2026-11-19', '08:30')
    await sweep()
    expect(await kindsOf('zhouxiaolan')).toEqual(['digest'])
    setClock('2026-11-19', '09:00')
    await tell()
    expect(await kindsOf('zhouxiaolan')).toEqual(['matter.sentBack', 'digest'])
  })

  test('read up to an instant leaves what came later; nobody reads another’s', async () => {
    setClock('2026-11-18', '11:00')
    await tell()
    const [line] = await inboxOf('zhouxiaolan')
    expect(await street.as('chenjing').do(notice.read, { id: line!.id })).toEqual({ read: 0 })
    expect(await street.as('zhouxiaolan').do(notice.read, { until: '2026-11-18T02:59:59.000Z' })).toEqual({ read: 0 })
    expect(await kindsOf('zhouxiaolan')).toEqual(['matter.sentBack'])
  })

  test('bite: past the rules of the door, row-level security shows nobody a line of another', async () => {
    setClock('2026-11-18', '11:00')
    await tell()
    const seen = async (ids: string, hi: string) => {
      const client = await street.house.db.pool.connect()
      try {
        await client.query('begin')
        await client.query('select set_scope($1, $2, $3, $4, $5)', [street.tenant, '0', hi, '{}', ids])
        return (await client.query('select 1 from notice where account_id = $1', [xiaolan])).rowCount
      } finally {
        await client.query('rollback')
        client.release()
      }
    }
    const other = (await street.as('chenjing').actor()).id
    expect(await seen(other, '9007199254740990')).toBe(0)
    expect(await seen(xiaolan, '1')).toBeGreaterThan(0)
    await street.owner.query('alter table notice disable row level security')
    expect(await seen(other, '1')).toBeGreaterThan(0)
    await street.owner.query('alter table notice enable row level security')
  })
})

describe('kinds', () => {
  const kind = async (code: string) =>
    (await street.as('chengyizhou').do(notice.kinds, {})).kinds.find((one) => one.code === code)!
  const set = async (code: string, change: object) => {
    const { to: _, nameZh: _zh, nameEn: _en, ...now } = await kind(code)
    return street.as('anxiaoya').do(notice.setKind, { ...now, ...change })
  }

  test('are said as the street says them', async () => {
    setClock('2026-11-18', '10:00')
    await set('matter.fresh', { titleZh: '新活儿：{kind}' })
    await report()
    expect((await inboxOf('zhouxiaolan'))[0]!.title).toMatch(/^新活儿：/)
    await expect(set('matter.fresh', { version: 0 })).rejects.toMatchObject({ message: 'door.changed' })
  })

  test.each([
    ['a kind in an SMS', 'matter.taken', { smsZh: '{kind} 有人接了 {link}' }, 'notice.wrongPlace'],
    ['words in a title', 'matter.fresh', { titleZh: '{words}' }, 'notice.wrongPlace'],
    ['an SMS without text', 'matter.fresh', { channels: ['inbox', 'sms'] }, 'notice.smsText'],
    ['an inbox for a reporter', 'matter.taken', { channels: ['inbox'] }, 'notice.wrongWay'],
    ['a kind nothing says', 'matter.none', {}, 'notice.noKind'],
  ])('%s is refused', async (_, code, change, problem) => {
    const base = { ...(await kind(code === 'matter.none' ? 'matter.fresh' : code)), code }
    const { to: _to, nameZh: _zh, nameEn: _en, ...row } = base
    await expect(street.as('anxiaoya').do(notice.setKind, { ...row, ...change } as typeof row)).rejects.toMatchObject({
      message: problem,
    })
  })
})

test('open pages of whoever is told look again; a reporter’s page hears of his matter alone', async () => {
  setClock('2026-11-18', '10:00')
  const actors = {
    worker: await street.as('zhouxiaolan').actor(),
    desk: await street.as('chenjing').actor(),
    far: await street.as('guoqiaoyun').actor(),
  }
  const { id, receipt } = await report()
  await spreadNotices(street.house)
  const { rows } = await street.owner.query(
    `select subject_kind as kind, subject_id as subject, area_pos, operation from journal where operation = 'notice.heard' order by id desc limit 1`,
  )
  const change = (row: (typeof rows)[number]) => ({
    ...{ tenant: street.tenant, id: '', position: '', version: null, areaPos: Number(row.area_pos) },
    ...{ kind: row.kind, subject: row.subject, operation: row.operation },
  })
  const hears = (actor: Actor) => rows.map((row) => mayHear(actor, change(row), hearers))
  expect(hears(actors.worker)).toEqual([true])
  expect(hears(actors.desk)).toEqual([true])
  expect(hears(actors.far)).toEqual([false])
  const reporter: Actor = { ...anonymous('zh'), kind: 'reporter', tenant: street.tenant, id, ids: [id] }
  expect(hears(reporter)).toEqual([false])
  expect(receipt).not.toBeNull()
})
