// Figures as they are told: grouped by kind, place, committee and month; joined for whoever may not open the files.

import type { CountedMatter } from '#modules/matter/index.ts'
import type { CountedFile, KindHere } from '#modules/mediation/index.ts'
import { earlySigns, type Series } from './early.ts'
import { joinFew, SMALL } from './small.ts'
import { isSettled, isTaken, quartilesOf } from './tally.ts'

export type Named = { readonly zh: string; readonly en: string }
export type Placed = Named & { readonly id: string; readonly pos: number; readonly end: number }

type About = {
  readonly kinds: ReadonlyMap<string, KindHere>
  readonly areas: readonly Placed[]
  readonly joined: boolean
  readonly today: string
}

const NOT_NAMED: Named = { zh: '其他', en: 'Others' }

/** Files by a key; those without one are in no group. */
function groupsOf(
  files: readonly CountedFile[],
  keyOf: (file: CountedFile) => string | null | undefined,
  nameOf: (key: string) => Named,
  { joined, least = 1 }: { readonly joined: boolean; readonly least?: number },
) {
  const by = Map.groupBy(files.filter(keyOf), (file) => keyOf(file)!)
  const cells = [...by].map(([key, of]) => ({ key, n: of.length }))
  return joinFew(
    cells.filter(({ n }) => n >= least),
    joined ? SMALL : 0,
  ).map(({ keys, n }) => {
    const only = keys.length === 1 ? keys[0]! : undefined
    const name = only === undefined ? NOT_NAMED : nameOf(only)
    const settled = only === undefined ? null : by.get(only)!.filter(isSettled).length
    // With the whole told beside it, a part that is small, or leaves little, would tell whose it is.
    const tells = !joined || settled === null || settled === n || (settled >= SMALL && n - settled >= SMALL)
    return { keys: [...keys], n, settled: tells ? settled : null, ...{ zh: name.zh, en: name.en || name.zh } }
  })
}

const inside = (area: Placed) => (file: CountedFile) => file.area_pos >= area.pos && file.area_pos <= area.end

function monthsOf(files: readonly CountedFile[], joined: boolean) {
  if (joined) return []
  return [...Map.groupBy(files, (file) => file.applied_on.slice(0, 7))]
    .map(([month, of]) => ({ month, n: of.length, settled: of.filter(isSettled).length }))
    .sort((a, b) => (a.month < b.month ? -1 : 1))
}

function countedBy<K extends string | number>(files: readonly CountedFile[], keyOf: (file: CountedFile) => K) {
  return [...Map.groupBy(files, keyOf)].map(([key, of]) => ({ key, n: of.length }))
}

function daysOf(files: readonly CountedFile[], joined: boolean) {
  const days = quartilesOf(files)
  return joined && (days?.n ?? 0) < SMALL ? null : days
}

/** Of the files that were taken. A district's reader is told neither months nor buildings nor early signs. */
export function groups(files: readonly CountedFile[], { kinds, areas, joined }: About) {
  const taken = files.filter(isTaken)
  const areaOf = (file: CountedFile) => areas.find((area) => inside(area)(file))?.id
  const committee = new Map(
    taken.flatMap((file) =>
      file.committee_id && file.committee
        ? [[file.committee_id, { zh: file.committee, en: file.committee_en ?? '' }] as const]
        : [],
    ),
  )
  const building = new Map(
    taken.flatMap((file) =>
      file.building_id && file.building
        ? [[file.building_id, { zh: file.building, en: file.building_en ?? '' }] as const]
        : [],
    ),
  )
  const kindName = (code: string) => kinds.get(code) ?? { zh: code, en: code }
  const areaName = (id: string) => areas.find((area) => area.id === id) ?? NOT_NAMED
  const committeeName = (id: string) => committee.get(id) ?? NOT_NAMED
  const tiers = joined ? [] : countedBy(taken, (file) => file.tier)
  const outcomes = joined ? [] : countedBy(taken, (file) => file.outcome ?? 'open')
  return {
    kinds: groupsOf(taken, (file) => file.kind, kindName, { joined }),
    areas: groupsOf(taken, areaOf, areaName, { joined }),
    committees: joined ? [] : groupsOf(taken, (file) => file.committee_id, committeeName, { joined }),
    places: joined
      ? []
      : groupsOf(
          taken,
          (file) => file.building_id,
          (id) => building.get(id) ?? NOT_NAMED,
          { joined, least: 2 },
        ),
    months: monthsOf(taken, joined),
    tiers: tiers.map(({ key, n }) => ({ tier: key, n })).sort((a, b) => a.tier - b.tier),
    outcomes: outcomes.map(({ key, n }) => ({ outcome: key, n })).sort((a, b) => b.n - a.n),
    days: daysOf(taken, joined),
  }
}

/**
 * Families of kinds, the areas right below, and kinds of matters that are no file, each against its own season.
 * Registered ones, whether taken or not.
 */
export function signs(
  files: readonly CountedFile[],
  matters: readonly CountedMatter[],
  { kinds, areas, today }: About,
) {
  const since = [files[0]?.applied_on, matters[0]?.reported_on].filter((day) => day !== undefined).sort()[0]
  if (!since) return []
  const byFamily = Map.groupBy(files, (file) => file.kind.slice(0, 4))
  const ofKinds: Series[] = [...byFamily].map(([key, of]) => ({
    key: `kind ${key}`,
    days: of.map((one) => one.applied_on),
  }))
  const ofAreas: Series[] = areas.map((area) => ({
    key: `area ${area.id}`,
    days: files.filter(inside(area)).map((one) => one.applied_on),
  }))
  const byKind = Map.groupBy(matters, (matter) => matter.kind)
  const ofMatters: Series[] = [...byKind].map(([key, of]) => ({
    key: `matter ${key}`,
    days: of.map((one) => one.reported_on),
  }))
  const nameOf = (of: string, key: string) =>
    of === 'kind' ? kinds.get(key) : of === 'area' ? areas.find((area) => area.id === key) : byKind.get(key)?.[0]
  return earlySigns([...ofKinds, ...ofAreas, ...ofMatters], today, since).map(({ key: about, ...sign }) => {
    const [of, key] = about.split(' ') as ['kind' | 'area' | 'matter', string]
    const name = nameOf(of, key)
    return { ...sign, weeks: [...sign.weeks], about: of, key, zh: name?.zh ?? key, en: name?.en || (name?.zh ?? key) }
  })
}
