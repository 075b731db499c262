// The demo's year before its scripted matters: courses on weeks, things told at doors, stories that end before today.
import type { Clock, DemoMatter } from '../matters/matter.ts'
import { merge } from '../matters/steps.ts'
import type { CourseName } from './courses.ts'
import { between, oneOf } from './dice.ts'
import { give, gridOf, hosts, housesOf, places, type Told } from './give.ts'
import { clockOf, Pen } from './pen.ts'
import { wishes } from './phrases.ts'
import { hourOf, officeDay, type Slot, slots } from './slots.ts'
import { proofs, type Scene } from './story.ts'
import { tell } from './tell.ts'
import { crew, how, RECORDED, reporter } from './who.ts'

/** Whoever tells of it himself may add a wish; whoever found it on his round has none. */
function wordsOf({ said, detail }: Told, label: string, wishing: boolean): string {
  return `${said.says}，${detail}。${wishing ? oneOf(`${label} wish`, wishes) : ''}`
}

const clerkFor: Partial<Record<CourseName, string>> = { atCounter: 'huaxiaoran', inLegalRoom: 'guwentao' }

/** Every matter of the year before the scripted ones; the same for the same day. */
export function yearMatters(today: string, isWorkday: (day: string) => boolean): DemoMatter[] {
  const all = slots(today)
  const given = give(all)
  const placed = places(all, given)
  const twice = hosts(all, given)
  return all.flatMap((slot) => {
    const told = given.get(slot)!
    const one = matterAt(slot, told, placed.get(slot)!, isWorkday)
    const again = twice.get(slot)
    if (!again) return [one]
    const key = `told twice ${slot.at}`
    return [{ ...one, key }, second(slot, one, again, key)]
  })
}

function matterAt(slot: Slot, told: Told, grid: string, isWorkday: (day: string) => boolean): DemoMatter {
  const { said } = told
  const label = `matter ${slot.at}`
  const who = crew(label, grid)
  const recorded = RECORDED.has(slot.course)
  const came = recorded ? {} : how(slot.course, label, slot.at, who)
  const scanned = !recorded && !came.recordedBy
  const { minute, evening } = hourOf(slot, scanned)
  const scene: Scene = { ...who, label, said, scanned, minute, outOfHours: evening, soon: slot.weeksAgo <= 2 }
  const floors = said.kind === '0105' ? 11 : 5
  const house = oneOf(
    `${label} house`,
    housesOf.get(grid)!.filter((one) => one.floors >= floors),
  )
  const place = said.at === 'home' ? { building: house.name, unit: between(`${label} unit`, 1, house.units) } : { grid }
  const clerk = clerkFor[slot.course]
  return {
    ...place,
    ...(said.spot ? { spot: said.spot } : {}),
    kind: said.kind,
    words: wordsOf(told, label, !recorded && (scanned || came.way !== undefined)),
    ...came,
    ...(recorded ? { onTheSpot: { who: clerk ?? who.worker, done: said.done, photos: proofs(said) } } : {}),
    day: evening ? slot.day : officeDay(slot, isWorkday),
    at: clockOf(minute),
    story: tell(slot.course, scene),
  }
}

/** Somebody else, a few minutes later, of the same place; the desk joins the two. */
function second(slot: Slot, first: DemoMatter, words: string, key: string): DemoMatter {
  const label = `second ${slot.at}`
  const { building, unit, grid, spot, kind, day, at } = first as DemoMatter & { day: string }
  const [hour, minute] = at.split(':').map(Number) as [number, number]
  const told = hour * 60 + minute + 4
  const area = grid ?? gridOf(building!)
  const { desk } = crew(`matter ${slot.at}`, area)
  const who = reporter(label, 1000 + slot.at)
  return {
    ...(building ? { building, ...(unit ? { unit } : {}) } : { grid: area }),
    ...(spot ? { spot } : {}),
    ...(kind ? { kind } : {}),
    ...(who ? { reporter: who } : {}),
    words,
    day,
    at: clockOf(told) as Clock,
    story: [merge(new Pen(told).in(11), desk, key, '同一处同一件事，一起办，一起答复。')],
  }
}
