// Goal P1: a person's page tells every look at his data that left unmasked, and nothing else; never who it was, and none too early.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { machine } from '#kernel/access.ts'
import { clock } from '#kernel/clock.ts'
import { inScope } from '#kernel/scope.ts'
import { finding } from '#modules/finding/contract.ts'
import { matter } from '#modules/matter/contract.ts'
import { register } from '#modules/register/contract.ts'
import { newSlip } from '#modules/register/people/slip.ts'
import { discloseMany } from '#modules/register/reveal/store.ts'
import { randomFrom } from './access/differential.ts'
import { correctionOf, type Resident, settle, visit } from './register/residents.ts'
import { openStreet, type Street, setClock } from './street.ts'

const ACTIONS = 600
const HOMES = 20
const random = randomFrom(468)
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!

let street: Street
let people: Resident[]
const slips = new Map<string, string>()
beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '08:00')
  people = [...(await settle(street, '清荷苑3号楼', HOMES)), ...(await settle(street, '清荷苑2号楼', HOMES))]
  await inScope(street.house.db, machine(street.tenant, 'test'), async (tx) => {
    for (const { id } of people) {
      const { code, entry } = newSlip(street.house.directory, street.tenant, id, clock.now())
      slips.set(id, code)
      await tx.all(entry)
    }
  })
})
afterAll(() => street.close())

type Told = { at: string; purpose: string; fields: string[] }
/** What has really left, by person: kept beside the acts, never read from the table. */
const left = new Map<string, (Told & { matter?: string })[]>()
const note = (person: string, told: Told & { matter?: string }) => left.set(person, [...(left.get(person) ?? []), told])

const FIELDS = ['name', 'phone', 'birth'] as const
const fields = () => FIELDS.filter(() => random() < 0.5).slice(0, 3)

async function mattersTaken() {
  const take = async (building: string) => {
    const { id } = await street.stranger.do(matter.report, { code: await street.codeOf(building), words: '水管漏水' })
    await street.as('zhouxiaolan').do(matter.take, { id })
    return { id, building: building.slice(0, 6) }
  }
  return [await take('清荷苑3号楼2单元'), await take('清荷苑2号楼1单元'), await take('清荷苑3号楼2单元')]
}

type Matters = Awaited<ReturnType<typeof mattersTaken>>

/** One act of a working day: looks of all sorts, right and wrong, lists, searches, number look-ups, files. */
async function act(matters: Matters): Promise<void> {
  const who = pick(people)
  const kind = pick(['matter', 'visit', 'correction', 'list', 'search', 'number', 'export', 'person'] as const)
  const by = pick(['zhouxiaolan', 'chenjing'])
  const wanted = fields()
  const at = clock.now().toISOString()
  const ask = async (purpose: 'matter' | 'visit' | 'correction', id: string) => {
    const answered = await street
      .as(by)
      .do(register.reveal, { id: who.id, fields: wanted, for: { kind: purpose, id } })
      .catch(() => undefined)
    if (answered)
      note(who.id, {
        at,
        purpose,
        fields: answered.values.map(({ field }) => field),
        ...(purpose === 'matter' && { matter: id }),
      })
  }
  if (kind === 'matter') await ask('matter', pick(matters).id)
  else if (kind === 'visit')
    await ask(
      'visit',
      await visit(street, pick(['zhouxiaolan', 'chenjing']), pick([who, pick(people)]).home, clock.now()),
    )
  else if (kind === 'correction') await ask('correction', await correctionOf(street, pick([who, pick(people)]).id))
  else if (kind === 'list') await street.as(by).do(register.people, { areaId: await street.areaId('第12网格') })
  else if (kind === 'search')
    await street.as(by).do(finding.find, { words: pick([who.name, who.phone.slice(7), who.building]) })
  else if (kind === 'number') await street.as('anxiaoya').do(finding.number, { whole: who.phone })
  else if (kind === 'person') await street.as(by).do(register.person, { id: who.id })
  else await exported(who, at)
}

/** As a file of several people leaves: one row for each. */
async function exported(who: Resident, at: string) {
  const several = [who, pick(people)].filter((one, index, all) => all.findIndex(({ id }) => id === one.id) === index)
  const actor = await street.as('chenjing').actor()
  const rows = several.map(({ id, household }) => ({
    ...{ tenant: street.tenant, person: id, house: household, actor: actor.id, office: actor.posts[0]!.areaId },
    ...({ role: 'community_staff', way: 'export', purpose: 'export', purposeId: actor.id, fields: ['name'] } as const),
  }))
  await inScope(street.house.db, actor, (tx) => tx.all(discloseMany(rows, clock.now())))
  for (const { id } of several) note(id, { at, purpose: 'export', fields: ['name'] })
}

const tellOf = async (person: string) => {
  const { looks, later } = await street.stranger.do(register.lookedAt, { slip: slips.get(person)! })
  return {
    looks: looks.map(({ at, purpose, fields }) => ({ at, purpose, fields })),
    later,
    text: JSON.stringify(looks),
  }
}
const plain = (list: readonly Told[]) =>
  list.map(({ at, purpose, fields }) => `${at} ${purpose} ${[...fields].sort()}`).sort()

test(`${ACTIONS} acts: each page tells what left and when it may, and counts what it tells later`, async () => {
  await street.owner.query(`insert into register_limit (tenant_id, role, kind, most, changed_at)
    select '${street.tenant}', role, kind, 100000, now() from unnest(array['grid_worker','community_staff','subdistrict_staff']) role, unnest(array['households','numbers']) kind`)
  const matters = await mattersTaken()
  for (let at = 0; at < ACTIONS; at++) {
    clock.stand(new Date(clock.now().getTime() + 41_000))
    await act(matters)
  }
  const over = matters[0]!.id
  await street.owner.query(`update matter set state = 'closed' where id = $1`, [over])
  const names = (
    await street.owner.query<{ name: string }>(
      `select name from account where login in ('zhouxiaolan','chenjing','anxiaoya')`,
    )
  ).rows
  expect([...left.values()].flat().length).toBeGreaterThan(ACTIONS / 6)
  for (const { id } of people) {
    const all = left.get(id) ?? []
    const told = await tellOf(id)
    const now = all.filter((one) => !one.matter || one.matter === over)
    expect(plain(told.looks)).toEqual(plain(now))
    expect(told.later).toBe(all.length - now.length)
    for (const { name } of names) expect(told.text).not.toContain(name)
    expect(told.text).not.toContain(matters[1]!.id)
  }
  // A month later nobody is shielded any more: everything is told.
  clock.stand(new Date(clock.now().getTime() + 31 * 86_400_000))
  const first = people.find(({ id }) => (left.get(id) ?? []).some((one) => one.matter === matters[1]!.id))!
  await street.owner.query(`update directory set ends_at = $1 where kind = 'slip'`, [
    new Date(clock.now().getTime() + 86_400_000),
  ])
  const told = await tellOf(first.id)
  expect(plain(told.looks)).toEqual(plain(left.get(first.id)!))
  expect(told.later).toBe(0)
  // The bite: a look that is not written down is missed.
  await street.owner.query('delete from disclosure where person_id = $1 and purpose = $2', [first.id, 'matter'])
  expect(plain((await tellOf(first.id)).looks)).not.toEqual(plain(left.get(first.id)!))
})

test('a slip opens one person’s page; another code, or one that ran out, opens none; a merged entry tells its looks too', async () => {
  const [one, other] = [people[0]!, people[1]!]
  await expect(street.stranger.do(register.lookedAt, { slip: '0000-0000-0000-0000' })).rejects.toMatchObject({
    message: 'door.missing',
  })
  const before = (await tellOf(one.id)).looks.length
  await street.owner.query(`update person set merged_into = $1, state = 'merged' where id = $2`, [one.id, other.id])
  expect((await tellOf(one.id)).looks.length).toBe(before + (left.get(other.id) ?? []).length)
  setClock('2027-03-01', '09:00')
  await expect(street.stranger.do(register.lookedAt, { slip: slips.get(one.id)! })).rejects.toMatchObject({
    message: 'door.missing',
  })
})
