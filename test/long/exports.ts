// Long form of N2: 500 attempts to carry away more than one person may alone, of sixteen kinds; whatever the way, one number counts.
// node test/long/exports.ts          about two minutes; the last figures stand in results/exports.json
// node test/long/exports.ts --bite   each list is counted for itself: then more than one may have alone is carried away
// What left is counted from the bytes of the lists that were fetched: distinct people and lines, alone and agreed to by another.
import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { clock } from '#kernel/clock.ts'
import { matter } from '#modules/matter/contract.ts'
import { register } from '#modules/register/contract.ts'
import { randomFrom } from '../access/differential.ts'
import { rowsOf } from '../archives.ts'
import { slipsFor } from '../register/acts.ts'
import { type Resident, settle } from '../register/residents.ts'
import { type Street, setClock } from '../street.ts'
import { keep } from './results.ts'
import { longStreet } from './street.ts'

const { values: given } = parseArgs({ options: { bite: { type: 'boolean', default: false } } })
const ATTEMPTS = 500
/** Persons and households that one may have alone on a day. */
const ALONE = 200
const HOUSEHOLDS = 60
const random = randomFrom(500)
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!

type World = {
  readonly street: Street
  readonly building: string
  readonly community: string
  readonly foreign: string
  readonly theirs: string
  readonly people: readonly Resident[]
  readonly slips: ReadonlyMap<string, string>
}

/** Of one day and of what one person took without another's word. */
const left = { lines: 0, inFull: 0, agreed: 0, mostLines: 0, mostInFull: 0, unmasked: 0 }

const list = (areaId: string, more: object = {}) => ({
  ...{ areaId, class: 'registered' as const, columns: ['name', 'phone', 'address'] as string[] },
  ...{ format: pick(['xlsx', 'csv-utf8', 'csv-gb18030'] as const), reason: 'service' as const },
  ...{ for: { kind: 'document' as const, no: '邻街办〔2026〕12 号' }, ...more },
})
const FULL = { columns: ['fullName', 'fullPhone'] }
const chen = ({ street }: World) => street.as('chenjing')
const askFor = (world: World, input: object) => chen(world).do(register.askExport, input as never)

/** Fetches a list and counts what stands in it. */
async function fetchIt(
  world: World,
  { id, inFull }: { id: string; inFull: boolean },
  byAnother: boolean,
  as = 'chenjing',
) {
  const file = await world.street.as(as).do(register.fetchExport, { id })
  const lines = (await rowsOf(Buffer.from(file.bytes), file.name)).length - 2
  if (byAnother) left.agreed += lines
  else {
    left.lines += lines
    if (inFull) left.inFull += lines
    left.mostLines = Math.max(left.mostLines, left.lines)
    left.mostInFull = Math.max(left.mostInFull, left.inFull)
  }
  return 'fetched'
}

/** Asks and fetches at once where nobody else is needed. */
async function takeAlone(world: World, input: object): Promise<string> {
  if (given.bite) await world.street.owner.query('delete from register_spent')
  const asked = await askFor(world, input)
  return asked.state === 'ready' ? fetchIt(world, asked, false) : 'waits for another'
}

const waiting = (world: World) => askFor(world, list(world.community))

/** A text that holds a name or phone in full was not masked. */
function unmaskedIn(world: World, told: unknown): string {
  const text = JSON.stringify(told)
  const found = world.people.filter(({ name, phone }) => text.includes(name) || text.includes(phone)).length
  left.unmasked += found
  return found ? 'unmasked' : 'masked'
}

const KINDS: Readonly<Record<string, (world: World) => Promise<string>>> = {
  'many small lists in full': (world) => takeAlone(world, list(world.building, FULL)),
  'many small lists': (world) => takeAlone(world, list(world.building)),
  'five at once': async (world) => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => takeAlone(world, list(world.building))))
    return answers.includes('fetched') ? 'fetched' : answers[0]!
  },
  'too many rows': (world) => takeAlone(world, list(world.community)),
  'no reason': (world) => takeAlone(world, list(world.building, { reason: pick([undefined, '', 'curious']) })),
  'no document': (world) =>
    takeAlone(world, list(world.building, { for: pick([undefined, { kind: 'document', no: ' ' }, '文件']) })),
  'a matter elsewhere': (world) =>
    takeAlone(world, list(world.building, { for: { kind: 'matter', id: pick([world.theirs, randomUUID()]) } })),
  'a column nobody has': (world) =>
    takeAlone(world, list(world.building, { columns: [pick(['number', 'need', 'homePlace'])] })),
  'another area': (world) => takeAlone(world, list(pick([world.foreign, randomUUID()]), pick([{}, FULL]))),
  'own word': async (world) => {
    const { id, version } = await waiting(world)
    return chen(world)
      .do(register.approveExport, { id, version })
      .then(() => 'agreed')
  },
  'a subordinate’s or colleague’s word': async (world) => {
    const { id, version } = await waiting(world)
    const by = pick(['zhouxiaolan', 'anxiaoya', 'panmingjian', 'chengyizhou', 'dinghongbo'])
    return world.street
      .as(by)
      .do(register.approveExport, { id, version })
      .then(() => 'agreed')
  },
  'without waiting': async (world) => fetchIt(world, await waiting(world), false),
  'somebody else’s list': async (world) =>
    fetchIt(world, await askFor(world, list(world.building)), false, pick(['zhouxiaolan', 'linhuizhen', 'xieanlan'])),
  'agreed, and then four times': async (world) => {
    const asked = await waiting(world)
    await world.street.as('linhuizhen').do(register.approveExport, { id: asked.id, version: asked.version })
    for (let time = 0; time < 4; time++) await fetchIt(world, asked, true)
    return 'four times'
  },
  'page after page': async (world) => {
    let after: string | undefined
    const told: unknown[] = []
    do {
      const page = await chen(world).do(register.people, {
        areaId: world.community,
        limit: 200,
        ...(after && { after }),
      })
      told.push(page.people)
      after = page.next ?? undefined
    } while (after)
    return unmaskedIn(world, told)
  },
  'slip after slip, entry after entry': async (world) => {
    const who = pick(world.people)
    const { street } = world
    const told = [
      await street.stranger.do(register.mine, { slip: world.slips.get(who.id)! }),
      await chen(world).do(register.person, { id: who.id }),
      await chen(world).do(register.portrait, { areaId: world.building }),
    ]
    return unmaskedIn(world, told)
  },
}

async function openWorld(street: Street): Promise<World> {
  setClock('2026-11-18', '00:10')
  const people = [
    ...(await settle(street, '清荷苑3号楼', 40, { each: 1 })),
    ...(await settle(street, '清荷苑2号楼', 95, { each: 2 })),
  ]
  const building = await street.areaId('清荷苑3号楼')
  const { rows } = await street.owner.query<{ id: string }>(
    `select c.id from area c join area b on b.tenant_id = c.tenant_id and b.area_pos between c.area_pos and c.area_end
     where c.level = 'community' and b.id = $1`,
    [building],
  )
  const code = await street.codeOf('汀兰苑1号楼1单元')
  const { id: theirs } = await street.stranger.do(matter.report, { code, words: '楼道灯不亮' })
  const foreign = await street.areaId('汀兰苑1号楼')
  return { street, building, community: rows[0]!.id, foreign, theirs, people, slips: await slipsFor(street, people) }
}

/** All attempts within one day; then a list that was agreed to is asked for when its day is over. */
async function tryAll(world: World) {
  const answers: Record<string, Record<string, number>> = {}
  const kinds = Object.keys(KINDS)
  for (let at = 0; at < ATTEMPTS; at++) {
    const kind = kinds[at % kinds.length]!
    clock.stand(new Date(clock.now().getTime() + 60_000))
    const answer = await KINDS[kind]!(world).catch((error: Error) => error.message)
    const of = (answers[kind] ??= {})
    of[answer] = (of[answer] ?? 0) + 1
  }
  const asked = await waiting(world)
  await world.street.as('linhuizhen').do(register.approveExport, { id: asked.id, version: asked.version })
  clock.stand(new Date(clock.now().getTime() + 24 * 3_600_000 + 1))
  const late = await fetchIt(world, asked, true).catch((error: Error) => error.message)
  return { answers, late }
}

const long = await longStreet()
try {
  const street = await long.open()
  try {
    const world = await openWorld(street)
    const { answers, late } = await tryAll(world)
    const disclosed = (
      await street.owner.query<{ n: number }>(`select count(*)::int as n from disclosure where way = 'export'`)
    ).rows[0]!.n
    const agreedAlone = ['own word', 'a subordinate’s or colleague’s word'].some((kind) => answers[kind]?.agreed)
    const four = answers['agreed, and then four times']?.['four times'] ?? 0
    const whole =
      left.mostLines <= ALONE && left.mostInFull <= HOUSEHOLDS && !agreedAlone && four === 0 && left.unmasked === 0
    const figures = { attempts: ATTEMPTS, alone: ALONE, ...left, disclosed, late, answers }
    const asAsked = given.bite ? left.mostLines > ALONE : whole && late === 'register.exportOver'
    keep('exports', given.bite ? 'each list for itself' : 'trial', asAsked, figures)
  } finally {
    await street.close()
  }
} finally {
  clock.stand(undefined)
  await long.end()
}
