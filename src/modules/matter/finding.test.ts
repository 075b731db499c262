// Finding matters by number and words, told through the door by people of the demo street; and what nobody finds by.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStreet, type Street, setClock } from '#test/street.ts'
import { matter } from './contract.ts'
import { numbersIn } from './finding.ts'

let street: Street
let sent: { id: string; no: string; receipt: string | null }
beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '09:06')
  sent = await street.stranger.do(matter.report, {
    code: await street.codeOf('清荷苑3号楼2单元'),
    words: '顶楼水箱的浮球阀坏了，水一直溢到 100% 满。找我打 13912345678，或者问 WIFI 师傅。',
    spot: '天台',
    name: '钱女士',
    phone: '13700009999',
  })
})
afterAll(() => street.close())

const findAs = async (login: string, find: string, more: object = {}) => {
  const { matters, total } = await street.as(login).do(matter.list, { view: 'all', find, ...more })
  return { ids: matters.map(({ id }) => id), total }
}

it('reads a number as people say it', () => {
  expect(numbersIn('LL-2026-04471', 2026)?.[0]).toBe('LL-2026-04471')
  expect(numbersIn('ll 2025 04471', 2026)?.[0]).toBe('LL-2025-04471')
  expect(numbersIn('４４７１号', 2026)).toEqual(expect.arrayContaining(['LL-2026-04471', 'LL-2025-94471']))
  expect(numbersIn('04471', 2026)).toHaveLength(100)
  expect(numbersIn('3号楼', 2026)).toBeUndefined()
  expect(numbersIn('13912345678', 2026)).toBeUndefined()
})

it('finds by the whole number and by its tail', async () => {
  expect((await findAs('chenjing', sent.no)).ids).toEqual([sent.id])
  expect((await findAs('chenjing', sent.no.toLowerCase())).ids).toEqual([sent.id])
  expect((await findAs('chenjing', sent.no.slice(-4))).ids).toContain(sent.id)
  expect((await findAs('chenjing', 'LL-2020-00001')).total).toBe(0)
})

it('finds by what was said and where, all words at once, in any order of them', async () => {
  expect((await findAs('chenjing', '浮球阀')).ids).toEqual([sent.id])
  expect((await findAs('chenjing', '天台 水箱')).ids).toEqual([sent.id])
  expect((await findAs('chenjing', 'wifi')).ids).toEqual([sent.id])
  expect((await findAs('chenjing', '浮球阀 电梯')).total).toBe(0)
  expect((await findAs('chenjing', '浮球阀', { view: 'open', sort: 'newest' })).ids).toEqual([sent.id])
  expect((await findAs('chenjing', '浮球阀', { view: 'check' })).total).toBe(0)
})

it('takes what is typed by the letter', async () => {
  expect((await findAs('chenjing', '100%')).ids).toEqual([sent.id])
  for (const typed of ['浮_阀', '浮%阀', '\\%', '%%', "';--"]) expect((await findAs('chenjing', typed)).total).toBe(0)
})

it('finds nobody: no name, no number of a reporter, no number in his words', async () => {
  const typed = ['钱女士', '13700009999', '9999号码', '13912345678', '139 1234', '5678，', '12345678', '打 139']
  for (const find of typed) expect((await findAs('chenjing', find)).total).toBe(0)
})

it('finds only what its reader may see', async () => {
  expect((await findAs('zhouxiaolan', '浮球阀')).ids).toEqual([sent.id])
  const other = await street.owner.query(
    `select a.login from post p join account a on a.id = p.account_id where p.role = 'grid_worker' and p.ended_at is null
       and p.tenant_id = $1 and a.login <> 'zhouxiaolan' and not exists (
         select 1 from matter m join area r on r.id = p.area_id where m.id = $2 and m.area_pos between r.area_pos and r.area_end) limit 1`,
    [street.tenant, sent.id],
  )
  const stranger = other.rows[0].login as string
  expect(await findAs(stranger, '浮球阀')).toEqual({ ids: [], total: 0 })
  expect(await findAs(stranger, sent.no)).toEqual({ ids: [], total: 0 })
  await expect(street.stranger.do(matter.list, { find: '浮球阀' })).rejects.toMatchObject({ message: 'door.signIn' })
})

it('looks through a year and what is open, says so, and goes further back when asked', async () => {
  const old = (day: string, state: string, id: string) =>
    street.owner.query(`update matter set reported_at = $1, state = $2 where id = $3`, [
      `${day}T09:00:00+08:00`,
      state,
      id,
    ])
  const ask = (more: object) => street.as('chenjing').do(matter.list, { view: 'all', find: '浮球阀', ...more })
  expect((await ask({})).lookedFrom).toBe('2025-11-17')
  expect((await ask({ view: 'open' })).lookedFrom).toBeNull()
  expect((await ask({ find: sent.no })).lookedFrom).toBeNull()
  await old('2025-03-02', 'reported', sent.id)
  expect((await ask({})).matters.map(({ id }) => id)).toEqual([sent.id])
  await old('2025-03-02', 'closed', sent.id)
  expect((await ask({})).total).toBe(0)
  const back = await ask({ until: '2025-11-16' })
  expect(back.matters.map(({ id }) => id)).toEqual([sent.id])
  expect(back.lookedFrom).toBe('2024-11-15')
  expect((await ask({ find: sent.no })).total).toBe(1)
})

it('pages through what it found, and wants two characters', async () => {
  const ask = (find: string, after?: string) =>
    street.as('anxiaoya').do(matter.list, { view: 'all', find, limit: 2, ...(after ? { after } : {}) })
  await expect(ask('楼')).rejects.toMatchObject({ message: 'door.invalid' })
  const code = await street.codeOf('清荷苑3号楼2单元')
  for (const day of ['一', '二', '三', '四', '五'])
    await street.stranger.do(matter.report, { code, words: `周${day}晚上广场舞音响太响` })
  const first = await ask('广场舞')
  const second = await ask('广场舞', first.next!)
  expect(first.total).toBe(5)
  expect(second.total).toBe(first.total)
  expect(new Set([...first.matters, ...second.matters].map(({ id }) => id)).size).toBe(4)
})
