// Xie Anlan, the privacy officer, sets a term and a hold; He Mingyuan signs a list of old files and Lin Yue witnesses it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clock, localInstant } from '#kernel/clock.ts'
import { matter } from '#modules/matter/contract.ts'
import { retention } from '#modules/retention/contract.ts'
import { openStreet, type Person, type Street, setClock } from '#test/street.ts'
import { sweepRetention } from './index.ts'

let street: Street
let officer: Person
let head: Person
let deputy: Person
let desk: Person
beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '09:00')
  ;[officer, head, deputy] = [street.as('xieanlan'), street.as('hemingyuan'), street.as('fangjingqiu')]
  const { rows } = await street.owner.query<{ login: string }>(
    `select a.login from account a join post p on p.tenant_id = a.tenant_id and p.account_id = a.id
     join area r on r.tenant_id = a.tenant_id and r.id = p.area_id
     where a.tenant_id = $1 and p.role = 'subdistrict_staff' and r.name = '邻里街道' and a.state = 'active' limit 1`,
    [street.tenant],
  )
  desk = street.as(rows[0]!.login)
})
afterAll(() => street?.close())

const sweep = () => sweepRetention(street.house, street.tenant, true)
const rule = async (purpose: string) =>
  (await officer.do(retention.rules, {})).rules.find((one) => one.purpose === purpose)!

describe('a term', () => {
  test('is changed with a document, from the next day on, and never below what the law asks', async () => {
    await sweep()
    const { version, days } = await rule('matter.photos')
    expect(days).toBe(730)
    const input = { purpose: 'matter.photos', days: 400, documentNo: '邻政发〔2026〕12号', version }
    await expect(desk.do(retention.setRule, input)).rejects.toThrow('door.forbidden')
    expect(await officer.do(retention.setRule, input)).toMatchObject({ from: '2026-11-19' })
    await expect(officer.do(retention.setRule, input)).rejects.toThrow('door.changed')
    expect(await rule('matter.photos')).toMatchObject({ days: 730, nextDays: 400, nextFrom: '2026-11-19' })
    setClock('2026-11-19', '00:01')
    expect(await rule('matter.photos')).toMatchObject({ days: 400, nextDays: null })
    await sweep()
    expect(await rule('matter.photos')).toMatchObject({ days: 400, nextDays: null, documentNo: '邻政发〔2026〕12号' })
    const use = { purpose: 'account.use', days: 30, documentNo: '邻政发〔2026〕13号' }
    await expect(
      officer.do(retention.setRule, { ...use, version: (await rule('account.use')).version }),
    ).rejects.toThrow('retention.tooShort')
  })
})

describe('files whose term is over', () => {
  const matters = async () =>
    (
      await street.owner.query<{ id: string; no: string; words: string }>(
        `select m.id, m.no, m.words from matter m join area r on r.tenant_id = m.tenant_id and r.level = 'subdistrict' and r.name = '邻里街道'
         where m.tenant_id = $1 and m.area_pos between r.area_pos and r.area_end and m.closed_at is not null order by m.id`,
        [street.tenant],
      )
    ).rows
  const lists = async (person: Person) => (await person.do(retention.destructions, {})).destructions

  test('stand on a list for the leader; one signs, another witnesses, what is held stays, and only then they end', async () => {
    const code = await street.codeOf('清荷苑3号楼2单元')
    for (const words of ['楼道灯不亮', '水管漏水', '单元门关不上', '电梯停了'])
      await street.stranger.do(matter.report, { code, words })
    await street.owner.query(
      `update matter set state = 'closed', closed_at = '2026-11-19T08:00:00Z' where tenant_id = $1`,
      [street.tenant],
    )
    const before = await matters()
    expect(before.length).toBeGreaterThan(2)
    clock.stand(localInstant('2031-01-10', '09:00'))
    const [kept] = before
    const { id: hold } = await officer.do(retention.hold, {
      ...{
        areaId: await street.areaId('邻里街道'),
        rowIds: [kept!.id],
        why: '审计要查这一件',
        documentNo: '审通〔2031〕2号',
      },
    })
    await sweep()
    await sweep()
    const [list, ...others] = await lists(head)
    expect(others).toEqual([])
    expect(list).toMatchObject({ state: 'drawn', rows: before.length - 1, month: '2031-01', areaName: '邻里街道' })
    const page = await head.do(retention.destruction, { id: list!.id })
    expect(page.lines.map((line) => line.no).sort()).toEqual(
      before
        .slice(1)
        .map((one) => one.no)
        .sort(),
    )
    expect((await matters()).every((one) => one.words !== '')).toBe(true)

    const named = { id: list!.id, version: list!.version }
    await expect(desk.do(retention.sign, named)).rejects.toThrow('door.forbidden')
    await head.do(retention.sign, named)
    await expect(head.do(retention.witness, { ...named, version: 2 })).rejects.toThrow('retention.otherPerson')
    await sweep()
    expect((await matters()).every((one) => one.words !== '')).toBe(true)
    expect((await lists(desk))[0]!.can).toEqual(['witness'])
    await desk.do(retention.witness, { ...named, version: 2 })
    await sweep()
    const after = await matters()
    expect(after.filter((one) => one.words !== '').map((one) => one.id)).toEqual([kept!.id])
    expect(after.map((one) => one.no)).toEqual(before.map((one) => one.no))
    expect((await lists(head))[0]).toMatchObject({ state: 'destroyed' })
    const { rows } = await street.owner.query<{ n: number }>(
      `select count(*)::int as n from matter_step where tenant_id = $1 and matter_id = $2 and (text <> '' or actor_id is not null)`,
      [street.tenant, before[1]!.id],
    )
    expect(rows[0]!.n).toBe(0)

    // The hold is lifted by two; a month later the last one stands on a list, and the leader may keep it.
    await deputy.do(retention.askLift, { id: hold, version: 1, why: '审计结束了' })
    await expect(deputy.do(retention.lift, { id: hold, version: 2 })).rejects.toThrow('retention.otherPerson')
    await officer.do(retention.lift, { id: hold, version: 2 })
    clock.stand(localInstant('2031-02-10', '09:00'))
    await sweep()
    const [last] = await lists(head)
    expect(last).toMatchObject({ state: 'drawn', rows: 1, month: '2031-02' })
    await head.do(retention.keep, { id: last!.id, version: 1, why: '有史料价值' })
    await sweep()
    expect((await lists(head))[0]).toMatchObject({ state: 'kept', keptWhy: '有史料价值' })
    expect((await matters()).filter((one) => one.words !== '')).toHaveLength(1)
  })
})

test('after a long absence, by this clock, nothing ends until somebody has looked at the time', async () => {
  clock.stand(localInstant('2032-02-10', '09:00'))
  await expect(sweepRetention(street.house, street.tenant)).rejects.toThrow('retention.longAway')
  await sweep()
  await sweepRetention(street.house, street.tenant)
})
