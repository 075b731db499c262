// Fills an empty database with the demo street, by performing the same operations as everybody, each at its own moment.
import { machine } from '#kernel/access.ts'
import { clock, localDay, localInstant } from '#kernel/clock.ts'
import { type House, perform } from '#kernel/door.ts'
import { addDemo, DEMO_PASSWORD } from '#modules/account/index.ts'
import { BuildingFile, buildingRows, GridFile, gridRows, treeRows } from '#modules/area/index.ts'
import { asLinli, foundTenant } from '../src/commands/found-tenant.ts'
import { accessList } from './access-list.ts'
import { type DutyRow, dutyChain } from './duty-chain.ts'
import { type DemoTenant, demoGeography } from './geography.ts'
import { inAHurry } from './hurry.ts'
import { loadAgencies } from './load-agencies.ts'
import { loadCalls, loadCommittees, loadTrainings } from './load-committees.ts'
import { loadCounsel } from './load-counsel.ts'
import { disputeMoments } from './load-disputes.ts'
import { loadMatters } from './load-matters.ts'
import { loadRegister } from './load-register.ts'
import { loadLoans, loadMeans, loadRooms, loadTeams } from './load-rooms.ts'
import { loadStudy } from './load-study.ts'
import { SINCE } from './since.ts'
import { staff } from './staff.ts'
import { backToNow, goTo, type Street } from './telling.ts'
import { workingGroups } from './working-groups.ts'

const DAY_MS = 86_400_000
/** The street was set up so long before today. */
const SET_UP_DAYS = 420

type Log = (line: string) => void

async function loadAreas(house: House, data: DemoTenant): Promise<Pick<Street, 'tenant' | 'areas'>> {
  const { tenant, areaId } = await foundTenant(house, {
    code: data.code,
    name: data.name,
    nameEn: data.nameEn,
    demo: true,
  })
  const linli = asLinli(house, tenant)
  const boundaries = new Map(data.boundaries.map((one) => [one.code, one.geometry]))
  const rows = [
    ...treeRows(data.tree, boundaries),
    ...gridRows(GridFile.parse(data.grids)),
    ...buildingRows(BuildingFile.parse(data.buildings)),
  ]
  const { ids } = await linli<{ ids: Record<string, string> }>('area.import', { source: 'demo', rows })
  const areas = new Map(Object.entries(ids).map(([key, id]) => [key.replace(/^\d{15} /, ''), id]))
  areas.set(data.code, areaId)
  for (const { name, nameEn, kind, grids } of data.compounds)
    await linli('area.link', { kind, name, nameEn, areas: grids.map((code) => areas.get(code)!) })
  for (const { name, nameEn, kind, communities } of data.beats)
    await linli('area.link', { kind, name, nameEn, areas: communities.map((code) => areas.get(code)!) })
  await linli('place.addDoors', { areaId })
  // Streets and yards have a code too, one a grid, on its notice board.
  for (const [at, { properties }] of data.grids.features.entries()) {
    const { code, name, nameEn } = properties
    const label = `P-${String(at + 1).padStart(2, '0')}`
    await linli('place.add', {
      areaId: areas.get(code),
      kind: 'open',
      name: `${name}公告栏`,
      nameEn: `${nameEn} notice board`,
      label,
    })
  }
  for (const item of data.code === '990101' ? accessList : []) {
    await linli('matter.setItem', {
      version: 0,
      kind: item.kind,
      name: item.name,
      lead: item.department,
      basis: item.basis,
      duties: item.duties.map(
        (duty) => ({ find: 'find', report: 'pass_on', assist: 'assist', publicise: 'tell' })[duty],
      ),
      frequency: item.frequency,
      standard: item.standard,
      feedback: item.feedback,
      documentNo: item.document,
      validFrom: item.validFrom,
    })
  }
  return { tenant, areas }
}

/** Posts that come with a duty (usual-rows.ts) or an agency (load-agencies.ts): the account opens without one. */
const BY_DUTY = new Set(['grid_worker', 'community_head', 'building_head'])

async function loadPeople(
  house: House,
  tenant: string,
  code: string,
  areas: Street['areas'],
): Promise<Map<string, string>> {
  const people = new Map<string, string>()
  const linli = machine(tenant, 'demo')
  const appointed = new Set(dutyChain.flatMap((row) => (row.login ? [row.login] : [])))
  for (const person of staff.filter((one) => one.tenant === code)) {
    const areaId = areas.get(person.building ?? person.area) ?? areas.get(person.area)!
    const { name, nameEn, login, phone } = person
    const role = person.agency || (BY_DUTY.has(person.role) && appointed.has(login)) ? null : person.role
    const { id } = await perform(house, addDemo, linli, {
      login,
      name,
      nameEn,
      workPhone: phone,
      areaId,
      from: SINCE,
      role,
    })
    people.set(login, id)
  }
  return people
}

const dayFrom = (today: Date, days: number) => localDay(new Date(today.getTime() + days * DAY_MS))

async function loadDuties(house: House, street: Street, code: string, today: Date): Promise<void> {
  const linli = asLinli(house, street.tenant)
  const areaOf = (row: DutyRow) =>
    street.areas.get(row.unit ? `${row.building} ${row.unit}` : (row.building ?? row.area))
  for (const row of dutyChain.filter((one) => one.tenant === code)) {
    const areaId = areaOf(row)
    if (!areaId) continue
    const accountId = row.login ? street.people.get(row.login) : undefined
    const who = accountId ? { accountId } : { name: row.name, nameEn: row.nameEn, phone: row.phone }
    const duty = await linli<{ id: string }>('duty.appoint', { areaId, kind: row.position, ...who, from: row.since })
    if (!row.standIn) continue
    const { login, fromDay, toDay } = row.standIn
    const term = { from: dayFrom(today, fromDay), to: dayFrom(today, toDay) }
    await linli('duty.appoint', {
      areaId,
      kind: row.position,
      accountId: street.people.get(login),
      standsInFor: duty.id,
      ...term,
    })
  }
  const nameOf = new Map(staff.map((person) => [person.login, person.name]))
  for (const group of workingGroups.filter((one) => one.tenant === code)) {
    const seat = (login: string, at: 'head' | 'deputy' | 'member') => ({
      name: nameOf.get(login)!,
      seat: at,
      accountId: street.people.get(login)!,
    })
    await linli('duty.setGroup', {
      areaId: street.areas.get(group.area),
      name: group.name.zh,
      nameEn: group.name.en,
      purpose: group.purpose.zh,
      members: [
        seat(group.head, 'head'),
        seat(group.deputy, 'deputy'),
        ...group.members.map((login) => seat(login, 'member')),
      ],
    })
  }
}

/** The grid of each building, by the building's name. */
const gridsOf = (data: DemoTenant, { areas }: Street): Map<string, string> =>
  new Map(data.buildings.features.map(({ properties }) => [properties.name, areas.get(properties.grid)!]))

/** Loads both tenants; takes about thirty seconds. `matters: false` leaves the street without its stories, for tests. */
export async function loadDemo(opened: House, log: Log, { matters = true } = {}): Promise<Street[]> {
  // Nobody looks at a page yet: to look at the journal after each of some thousand commands took a third of the time.
  const house: House = { ...opened, committed: () => {} }
  return inAHurry(house, () => load(house, log, matters))
}

async function load(house: House, log: Log, matters: boolean): Promise<Street[]> {
  const today = clock.now()
  const streets: Street[] = []
  let lent = async () => {}
  let committees: ReadonlyMap<string, string> = new Map()
  goTo(new Date(localInstant(localDay(today), '09:00').getTime() - SET_UP_DAYS * DAY_MS))
  for (const data of demoGeography().tenants) {
    log(`演示街道：${data.name}的区域 · areas of ${data.nameEn}`)
    const { tenant, areas } = await loadAreas(house, data)
    log('演示街道：人员、责任单位和责任链 · people, agencies and duties')
    const people = await loadPeople(house, tenant, data.code, areas)
    // The first tenant is the full one: its agencies and teams stand for all.
    const full = streets.length === 0
    const handedTo = full ? await loadAgencies(house, { tenant, areas, people }) : new Map()
    const street: Street = { tenant, areas, people, agencies: handedTo }
    await loadDuties(house, street, data.code, today)
    const opened = await loadRooms(house, street, data, today)
    await loadMeans(house, street, data.code)
    if (full) {
      await asLinli(house, tenant)('open311.addDemoKey', {})
      await loadTeams(house, street, opened, today)
      const { kept, went } = await loadCommittees(house, street, today)
      committees = kept
      lent = async () => {
        await loadLoans(house, tenant, opened, today)
        await loadTrainings(house, tenant, went, today)
        if (!matters) return
        await loadCounsel(house, street, opened, today)
        await loadCalls(house, tenant, kept, today)
        await loadStudy(house, street, today)
      }
    }
    streets.push(street)
  }
  if (matters) {
    const grids = gridsOf(demoGeography().tenants[0]!, streets[0]!)
    const fallenOut = disputeMoments(house, streets[0]!, { grids, committees }, localDay(today))
    const { year, scripted, lines } = await loadMatters(house, streets[0]!, streets[1]!, today, fallenOut)
    log(`演示街道：一年里的 ${year} 件事，近几周的 ${scripted} 件，民情 ${lines} 条`)
    log(`The demo street: ${year} matters of a year, ${scripted} of the last weeks, ${lines} lines of what was heard`)
  }
  goTo(today)
  await lent()
  if (matters) {
    const entered = await loadRegister(house, streets[0]!, today)
    log(`演示街道：三栋楼里登记了 ${entered} 个人（都是编的） · ${entered} people entered, all invented`)
  }
  backToNow()
  return streets
}

export { DEMO_PASSWORD }
