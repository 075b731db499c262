// Acts of staff over some residents, with a ledger of what really left, kept beside the acts and never read from the tables.
import { machine } from '#kernel/access.ts'
import { clock } from '#kernel/clock.ts'
import { inScope } from '#kernel/scope.ts'
import { finding } from '#modules/finding/contract.ts'
import { matter } from '#modules/matter/contract.ts'
import { register } from '#modules/register/contract.ts'
import { newSlip } from '#modules/register/people/slip.ts'
import type { Street } from '#test/street.ts'
import { correctionOf, type Resident, visit } from './residents.ts'

export type Told = { at: string; purpose: string; fields: string[] }
export type Left = Told & { matter?: string }

const FIELDS = ['name', 'phone', 'birth'] as const
const KINDS = ['matter', 'visit', 'correction', 'list', 'search', 'number', 'export', 'person'] as const
export type ActKind = (typeof KINDS)[number]
const STEP_MS = 41_000

/** As the page shows it, and as the ledger has it, in one order. */
export const plain = (list: readonly Told[]) =>
  list.map(({ at, purpose, fields }) => `${at} ${purpose} ${[...fields].sort()}`).sort()

/** The page of one person, by his slip. */
export async function toldTo(street: Street, slip: string) {
  const { looks, later, more } = await street.stranger.do(register.lookedAt, { slip })
  const told = looks.map(({ at, purpose, fields }) => ({ at, purpose, fields }))
  return { looks: told, later, more, text: JSON.stringify(looks) }
}

/** A slip for each, laid past the desk. */
export async function slipsFor(street: Street, people: readonly Resident[]): Promise<Map<string, string>> {
  const slips = new Map<string, string>()
  await inScope(street.house.db, machine(street.tenant, 'test'), async (tx) => {
    for (const { id } of people) {
      const { code, entry } = newSlip(street.house.directory, street.tenant, id, clock.now())
      slips.set(id, code)
      await tx.all(entry)
    }
  })
  return slips
}

/** Numbers of a day so large that nothing stops the acts. */
export const withoutLimits = (street: Street) =>
  street.owner.query(`insert into register_limit (tenant_id, role, kind, most, changed_at)
    select '${street.tenant}', role, kind, 100000, now() from unnest(array['grid_worker','community_staff','subdistrict_staff']) role, unnest(array['households','numbers']) kind`)

async function mattersTaken(street: Street, places: readonly string[]): Promise<string[]> {
  const taken: string[] = []
  for (const place of places) {
    const { id } = await street.stranger.do(matter.report, { code: await street.codeOf(place), words: '水管漏水' })
    await street.as('zhouxiaolan').do(matter.take, { id })
    taken.push(id)
  }
  return taken
}

/**
 * Working days over `people`, one act every 41 seconds. `exports`: how often, of a hundred acts that would be a list, one is;
 * a list in full of a whole building leaves a row for each who lives there.
 */
export async function workOver(
  street: Street,
  people: readonly Resident[],
  random: () => number,
  { places, exports = 100 }: { places: readonly string[]; exports?: number },
) {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const left = new Map<string, Left[]>()
  const done = new Map<ActKind, number>()
  const note = (person: string, told: Left) => left.set(person, [...(left.get(person) ?? []), told])
  const matters = await mattersTaken(street, places)
  const buildings = [...new Set(people.map(({ building }) => building))]
  const areas = new Map<string, string>()
  for (const building of buildings) areas.set(building, await street.areaId(building))

  async function look(by: string, who: Resident, purpose: 'matter' | 'visit' | 'correction', id: string) {
    const at = clock.now().toISOString()
    const answered = await street
      .as(by)
      .do(register.reveal, {
        id: who.id,
        fields: FIELDS.filter(() => random() < 0.5),
        for: { kind: purpose, id },
      })
      .catch(() => undefined)
    if (!answered) return
    const fields = answered.values.map(({ field }) => field)
    note(who.id, { at, purpose, fields, ...(purpose === 'matter' && { matter: id }) })
  }

  /** Asked for by 陈静, agreed to where that is needed, and fetched: the ledger holds everybody who stands in the file. */
  async function takeList(building: string) {
    const chen = street.as('chenjing')
    const asked = await chen.do(register.askExport, {
      ...{ areaId: areas.get(building)!, class: 'registered', columns: ['fullName', 'address'], format: 'csv-utf8' },
      ...{ reason: 'service', for: { kind: 'document', no: '邻街办〔2026〕12 号' } },
    })
    const word = { id: asked.id, version: asked.version }
    if (asked.state === 'waiting') await street.as('linhuizhen').do(register.approveExport, word)
    const at = clock.now().toISOString()
    await chen.do(register.fetchExport, { id: asked.id })
    const told = { at, purpose: 'export', fields: ['fullName'] }
    for (const one of people) if (one.building === building) note(one.id, told)
  }

  /** One act of a working day: looks of all sorts, right and wrong, lists, searches, number look-ups, files. */
  async function act(): Promise<void> {
    const who = pick(people)
    const kind = pick(KINDS)
    const by = pick(['zhouxiaolan', 'chenjing'])
    clock.stand(new Date(clock.now().getTime() + STEP_MS))
    done.set(kind, (done.get(kind) ?? 0) + 1)
    if (kind === 'matter') await look(by, who, 'matter', pick(matters))
    else if (kind === 'visit') {
      const home = pick([who, pick(people)]).home
      await look(by, who, 'visit', await visit(street, pick(['zhouxiaolan', 'chenjing']), home, clock.now()))
    } else if (kind === 'correction')
      await look(by, who, 'correction', await correctionOf(street, pick([who, pick(people)]).id))
    else if (kind === 'list') await street.as(by).do(register.people, { areaId: await street.areaId('第12网格') })
    else if (kind === 'search')
      await street.as(by).do(finding.find, { words: pick([who.name, who.phone.slice(7), who.building]) })
    else if (kind === 'number') await street.as('anxiaoya').do(finding.number, { whole: who.phone })
    else if (kind === 'person') await street.as(by).do(register.person, { id: who.id })
    else if (random() * 100 < exports) await takeList(who.building)
  }

  return { act, left, matters, done }
}
