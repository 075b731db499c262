// What the register promises about homes: those of a building, one with who lives in it, letting it, and visits.
import { z } from 'zod'
import { Day, Id, Instant, line, Version } from '#kernel/contract.ts'
import { HOME_USE, LET_FOR } from '../classes/choices.ts'
import { Manager } from './compounds.ts'
import { oneOf } from './one-of.ts'
import { Person } from './people.ts'
import { TieShown } from './ties.ts'

const HomeUse = oneOf(HOME_USE)
const Unit = line(0, 20)
const Room = line(0, 20)

export const Home = z.object({
  id: Id,
  buildingId: Id.nullable(),
  gridId: Id,
  address: z.string(),
  unit: z.string(),
  floor: z.number().nullable(),
  room: z.string(),
  use: z.string(),
  floorArea: z.number().nullable(),
  let: z.boolean(),
  /** How many people are entered as living in it. */
  people: z.number(),
  source: z.string(),
  asOf: z.string(),
  endedOn: z.string().nullable(),
  version: z.number(),
})

const Rental = z.object({
  id: Id,
  use: z.string(),
  fromDay: z.string(),
  toDay: z.string().nullable(),
  source: z.string(),
  version: z.number(),
})

const HomeFull = Home.extend({
  inside: z.array(Person),
  rentals: z.array(Rental),
  ties: z.array(TieShown),
  /** Property management of what it lies in. */
  managers: z.array(Manager),
  /** The last visits; who went stands in the journal. */
  visits: z.array(z.object({ id: Id, begunAt: Instant, outcome: z.enum(['talked', 'nobody', 'refused']).nullable() })),
  can: z.array(z.string()),
})

const told = {
  unit: Unit.default(''),
  floor: z.number().int().min(-9).max(199).nullable().default(null),
  room: Room.default(''),
  use: HomeUse.default('residence'),
  floorArea: z.number().min(1).max(100_000).nullable().default(null),
}

export const homePromises = {
  homes: {
    kind: 'query',
    summary: { zh: '一个区域或一栋楼的房屋', en: 'Homes of an area or a building' },
    input: z.strictObject({ areaId: Id, after: Id.optional(), limit: z.number().int().min(1).max(500).default(300) }),
    output: z.object({ homes: z.array(Home), next: Id.nullable(), can: z.array(z.string()) }),
  },
  home: {
    kind: 'query',
    summary: { zh: '一套房屋，住着谁（打码）', en: 'One home and who lives in it, masked' },
    input: z.strictObject({ id: Id }),
    output: HomeFull,
  },
  addHome: {
    kind: 'command',
    summary: { zh: '登记一套房屋', en: 'Record a home' },
    input: z.strictObject({
      /** A building, a unit or a home of the tree; a grid for a house that stands alone. */
      areaId: Id,
      /** As it is written; made of the building, unit and room where left out. */
      address: line(0, 120).default(''),
      ...told,
    }),
    output: Home,
  },
  changeHome: {
    kind: 'command',
    summary: { zh: '更正一套房屋', en: 'Correct a home' },
    input: z.strictObject({ id: Id, version: Version, ...told }),
    output: Home,
  },
  endHome: {
    kind: 'command',
    summary: { zh: '注销一套房屋', en: 'End a home: torn down, joined to another' },
    input: z.strictObject({ id: Id, version: Version, day: Day }),
    output: Home,
  },
  let: {
    kind: 'command',
    summary: { zh: '登记出租', en: 'Record that a home is let' },
    input: z.strictObject({ homeId: Id, use: oneOf(LET_FOR).default('living'), fromDay: Day }),
    output: Rental,
  },
  endLet: {
    kind: 'command',
    summary: { zh: '结束出租', en: 'Record that a home is let no more' },
    input: z.strictObject({ id: Id, version: Version, day: Day }),
    output: Rental,
  },
  beginVisit: {
    kind: 'command',
    summary: { zh: '开始走访', en: 'Begin a visit' },
    input: z.strictObject({ homeId: Id }),
    output: z.object({ id: Id }),
  },
  endVisit: {
    kind: 'command',
    summary: { zh: '结束走访', en: 'End a visit' },
    input: z.strictObject({ id: Id, outcome: z.enum(['talked', 'nobody', 'refused']) }),
    output: z.object({ id: Id }),
  },
} as const
