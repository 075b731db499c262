// Telling of moves after they were made: each once, in the order of a matter, danger first, whatever breaks in between.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { machine } from '#kernel/access.ts'
import { inScope } from '#kernel/scope.ts'
import { matter } from '#modules/matter/contract.ts'
import { openStreet, type Street, setClock } from '#test/street.ts'
import { lockMoves } from './moves.ts'
import { spreadNotices } from './sweep.ts'

let street: Street
let code: string

beforeAll(async () => {
  street = await openStreet()
  code = await street.codeOf('清荷苑3号楼2单元')
})
afterAll(() => street.close())
beforeEach(async () => {
  setClock('2026-11-18', '10:00')
  await street.owner.query('delete from notice_move')
})

const report = (words = '楼道堆了纸箱') => street.stranger.do(matter.report, { code, words, phone: '13800001234' })
const spread = () => spreadNotices(street.house)
const count = async (text: string, values: unknown[] = []) =>
  (await street.owner.query(`select count(*)::int as n from ${text}`, values)).rows[0].n as number
const linesOf = async (about: string) =>
  (
    await street.owner.query(
      `select a.login, n.kind, n.count, n.read_at is null as unread from notice n
       join account a on a.id = n.account_id where n.about_id = $1 order by n.said_at, a.login`,
      [about],
    )
  ).rows

async function finish(id: string) {
  const { uploads, ids: photos } = await street.photo()
  await street.as('zhouxiaolan').do(matter.finish, { id, result: 'solved', done: '搬走了', photos }, { uploads })
}

describe('each move is told of once', () => {
  test('and until then it is one row, written with the move', async () => {
    const { id } = await report()
    expect(await count('notice_move')).toBe(1)
    expect(await linesOf(id)).toEqual([])
    await spread()
    expect(await count('notice_move')).toBe(0)
    expect(await linesOf(id)).toEqual([{ login: 'zhouxiaolan', kind: 'matter.fresh', count: 1, unread: true }])
    await spread()
    expect(await linesOf(id)).toHaveLength(1)
  })

  test('though three processes look at the same moment', async () => {
    const reports = await Promise.all(Array.from({ length: 12 }, (_, at) => report(`纸箱 ${at}`)))
    await Promise.all([spread(), spread(), spread()])
    for (const { id } of reports) expect(await linesOf(id)).toMatchObject([{ kind: 'matter.fresh', count: 1 }])
  })

  test('though the telling breaks in the middle: nothing is half told, and the next look tells it', async () => {
    const { id } = await report()
    await street.owner.query('alter table notice_wish add constraint broken check (false) not valid')
    await street.owner.query('delete from notice_wish')
    await expect(spread()).rejects.toThrow('broken')
    expect(await count('notice_move')).toBe(1)
    expect(await linesOf(id)).toEqual([])
    await street.owner.query('alter table notice_wish drop constraint broken')
    await spread()
    expect(await linesOf(id)).toMatchObject([{ kind: 'matter.fresh', count: 1 }])
  })

  test('a move that was not kept is not told of', async () => {
    const { id } = await report()
    await spread()
    await expect(street.as('chenjing').do(matter.verify, { id, reply: '好了' })).rejects.toThrow()
    expect(await count('notice_move')).toBe(0)
  })
})

describe('in the order in which a matter moved', () => {
  test('what was taken before anybody was told is new to nobody', async () => {
    const { id } = await report()
    await street.as('zhouxiaolan').do(matter.take, { id })
    await spread()
    expect(await linesOf(id)).toMatchObject([{ kind: 'matter.fresh', unread: false }])
    expect(await count('outbox where about_id = $1', [id])).toBe(1)
  })

  test('finished, sent back and finished again: the desk is asked once, the worker no longer', async () => {
    const { id } = await report()
    await street.as('zhouxiaolan').do(matter.take, { id })
    await finish(id)
    await street.as('chenjing').do(matter.sendBack, { id, reason: '还有两个' })
    await finish(id)
    await spread()
    const unread = (await linesOf(id)).filter((line) => line.unread)
    expect(new Set(unread.map((line) => line.kind))).toEqual(new Set(['matter.check']))
    expect(unread.every((line) => line.count === 1)).toBe(true)
  })

  test('a number taken back before anybody wrote to it is never written to', async () => {
    const { id, receipt } = await report()
    await street.as('zhouxiaolan').do(matter.take, { id })
    await street.stranger.do(matter.forget, { receipt: receipt! })
    await spread()
    expect(await count('outbox where about_id = $1 and address is not null', [id])).toBe(0)
  })
})

test('danger passes what was reported before it', async () => {
  await report()
  await report()
  const { id } = await report('三楼着火了，冒黑烟')
  const [first] = await inScope(street.house.db, machine(street.tenant, 'test'), (tx) =>
    lockMoves(tx, street.tenant, 1),
  )
  expect(first).toMatchObject({ matter_id: id, move: 'report' })
  await spread()
})

test('a number that was tampered with keeps nobody else from hearing', async () => {
  const [one, other] = [await report(), await report()]
  await street.owner.query(`update matter set reporter_phone = '\\x00' where id = $1`, [one.id])
  for (const { id } of [one, other]) await street.as('zhouxiaolan').do(matter.take, { id })
  await spread()
  expect(await count('outbox where about_id = $1', [one.id])).toBe(0)
  expect(await count('outbox where about_id = $1', [other.id])).toBe(1)
})
