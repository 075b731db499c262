// What is asked of the law at the desk: counted without a name, kept with one only where it is wanted, referred and answered in time.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { clock } from '#kernel/clock.ts'
import { k } from '#kernel/database.ts'
import { openStreet, type Street, setClock } from '#test/street.ts'
import { counsel } from './contract.ts'
import { endings } from './ending.ts'

let street: Street
let [here, there]: string[] = []
let centreId: string
beforeAll(async () => {
  street = await openStreet()
  here = await street.areaId('清荷社区')
  there = await street.areaId('柳岸社区')
  const centre = { zh: '邻里区法律援助中心', phone: '0990-8812348' }
  centreId = (await street.as('anxiaoya').do(counsel.setCentre, centre)).id
})
beforeEach(() => setClock('2026-11-18', '09:06'))
afterAll(() => street.close())

const chen = () => street.as('chenjing')
const ASKED = { on: '2026-11-18', way: 'desk', topic: 'labour' } as const
const month = { from: '2026-11-01', to: '2026-11-30' }
const advice = () => chen().do(counsel.advice, { areaId: here!, ...month })

test('Chen Jing notes what was asked: counted by kind and outcome, with nobody’s name unless he wants to be called back', async () => {
  await chen().do(counsel.noteAdvice, { areaId: here!, ...ASKED, outcome: 'answered' })
  await chen().do(counsel.noteAdvice, { areaId: here!, ...ASKED, outcome: 'answered' })
  const back = { name: '汤小满', phone: '138-0000-5521' }
  const { id } = await chen().do(counsel.noteAdvice, {
    areaId: here!,
    ...ASKED,
    topic: 'lending',
    outcome: 'lawyer',
    ...back,
  })
  const { counts, latest } = await advice()
  expect(counts).toEqual([
    { topic: 'labour', outcome: 'answered', count: 2 },
    { topic: 'lending', outcome: 'lawyer', count: 1 },
  ])
  expect(latest.map(({ named }) => named).sort()).toEqual([false, false, true])
  expect(JSON.stringify(latest)).not.toContain('汤小满')
  expect(await chen().do(counsel.advised, { id })).toEqual({
    ...{ name: '汤小满', phone: '13800005521', ground: null, words: '' },
  })
  // In the database it is sealed, and whoever has no post there finds nothing.
  const { rows } = await street.owner.query(`select person from law_advice where id = $1`, [id])
  expect(rows[0].person.toString('utf8')).not.toContain('汤小满')
  await expect(street.as('zhouxiaolan').do(counsel.advised, { id })).rejects.toThrow('door.forbidden')
  await expect(chen().do(counsel.noteAdvice, { areaId: there!, ...ASKED, outcome: 'court' })).rejects.toThrow(
    'door.missing',
  )
  await expect(
    chen().do(counsel.noteAdvice, { areaId: here!, ...ASKED, on: '2026-11-19', outcome: 'court' }),
  ).rejects.toThrow('counsel.notYet')
})

test('a referral has a name, a ground of the law and a centre; the centre has seven days, and answers once', async () => {
  const { id } = await chen().do(counsel.noteAdvice, { areaId: here!, ...ASKED, outcome: 'answered' })
  const ask = { id, version: 1, centreId, ground: 'wages', on: '2026-11-18', letterNo: '邻援转〔2026〕1号' } as const
  await expect(chen().do(counsel.referAid, ask)).rejects.toThrow('counsel.nobodyToRefer')
  await expect(chen().do(counsel.referAid, { ...ask, name: '祝大海', phone: '12' })).rejects.toThrow('door.invalid')
  const who = { name: '祝大海', phone: '13800005532' }
  await expect(chen().do(counsel.referAid, { ...ask, ...who, on: '2026-11-17' })).rejects.toThrow('counsel.wrongTerm')
  await expect(chen().do(counsel.referAid, { ...ask, ...who, centreId: id })).rejects.toThrow('counsel.noCentre')
  expect(await chen().do(counsel.referAid, { ...ask, ...who })).toMatchObject({ state: 'referred', version: 2 })
  const [waiting] = (await advice()).waiting
  expect(waiting).toMatchObject({ id, dueOn: '2026-11-25', outcome: 'aid', can: ['acceptAid', 'refuseAid', 'advised'] })
  await expect(chen().do(counsel.acceptAid, { id, version: 1, on: '2026-11-18' })).rejects.toThrow('door.changed')
  setClock('2026-11-24', '10:00')
  const no = { id, version: 2, on: '2026-11-24', words: '收入超过当地标准。' }
  await chen().do(counsel.refuseAid, no)
  expect(await chen().do(counsel.advised, { id })).toMatchObject({
    ...who,
    ground: 'wages',
    words: '收入超过当地标准。',
  })
  await expect(chen().do(counsel.acceptAid, { id, version: 3, on: '2026-11-24' })).rejects.toThrow('door.wrongState')
  // He comes again with another ground: that is noted anew, and what was refused stays as it was.
  const again = { centreId, ground: 'injury', on: '2026-11-24' } as const
  await expect(chen().do(counsel.referAid, { ...again, id, version: 3 })).rejects.toThrow('door.wrongState')
  const second = await chen().do(counsel.noteAdvice, {
    areaId: here!,
    ...ASKED,
    on: '2026-11-24',
    outcome: 'aid',
    ...who,
  })
  await chen().do(counsel.referAid, { ...again, id: second.id, version: 1 })
  await chen().do(counsel.acceptAid, { id: second.id, version: 2, on: '2026-11-24' })
  const { latest } = await advice()
  expect(latest.find((one) => one.id === second.id)).toMatchObject({ state: 'accepted', can: ['advised'] })
  expect(latest.find((one) => one.id === id)).toMatchObject({ state: 'refused', letterNo: '邻援转〔2026〕1号' })
})

test('a centre that is referred to no longer takes nobody, and stands beside whom it took', async () => {
  const { id: old } = await street.as('anxiaoya').do(counsel.setCentre, { zh: '老城法律援助站', phone: '0990-8812349' })
  await street.as('anxiaoya').do(counsel.endCentre, { id: old })
  expect((await advice()).centres.map(({ id }) => id)).toEqual([centreId])
  await expect(street.as('anxiaoya').do(counsel.endCentre, { id: old })).rejects.toThrow('door.missing')
  await expect(chen().do(counsel.endCentre, { id: centreId })).rejects.toThrow('door.forbidden')
})

test('names end half a year after the last word, answered or not, and end again when somebody is referred late', async () => {
  const who = { name: '向晚晴', phone: '13800005544' }
  const open = await chen().do(counsel.noteAdvice, { areaId: here!, ...ASKED, outcome: 'aid', ...who })
  const referral = { centreId, ground: 'wages' } as const
  await chen().do(counsel.referAid, { ...referral, id: open.id, version: 1, on: '2026-11-18' })
  const { id } = await chen().do(counsel.noteAdvice, { areaId: here!, ...ASKED, outcome: 'answered', ...who })
  const ended = async (one: string) => {
    const { due, end } = endings.find(({ code }) => code === 'counsel.advised')!
    const before = new Date(clock.now().getTime() - 180 * 86_400_000)
    const after = '00000000-0000-0000-0000-000000000000'
    const asked = due({ tenant: street.tenant, before, after, limit: 100 } as Parameters<typeof due>[0]).compile(k)
    const { rows } = await street.owner.query<{ id: string }>(asked.sql, [...asked.parameters])
    if (rows.length)
      for (const statement of end(
        street.tenant,
        rows.map((row) => row.id),
        {} as never,
      )) {
        const { sql, parameters } = statement.compile(k)
        await street.owner.query(sql, [...parameters])
      }
    const { rows: kept } = await street.owner.query('select person, aid from law_advice where id = $1', [one])
    return kept[0].person === null && kept[0].aid === null
  }
  expect(await ended(open.id)).toBe(false)
  setClock('2027-06-01', '09:00')
  expect([await ended(open.id), await ended(id)]).toEqual([true, true])
  await chen().do(counsel.referAid, { ...referral, ...who, id, version: 1, on: '2027-06-01' })
  expect(await ended(id)).toBe(false)
  setClock('2027-12-15', '09:00')
  expect(await ended(id)).toBe(true)
})
