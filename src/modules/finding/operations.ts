// One box: what somebody typed is looked for in everything he may see, and read again under his own rights before it is shown.
import { type Actor, covers, holds, joinSpans, type Role, type Span, signedIn } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import type { Keys } from '#kernel/crypto.ts'
import { type Context, operation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { listMatters } from '#modules/matter/index.ts'
import {
  LIMITED,
  maskName,
  maskPhone,
  openNameAndPhone,
  phoneDigits,
  READERS,
  readIdNumber,
  spendOrStop,
} from '#modules/register/index.ts'
import { finding } from './contract.ts'
import { namesIn, searchNames } from './names.ts'
import { searchOrganisations } from './organisations.ts'
import { pathOf, placesOf, searchPlaces } from './places.ts'
import { homesAt, homesIn, organisationsByIds, type PersonHit, peopleByIds, peopleByNumber } from './store.ts'
import { type Typed, typedIn } from './typed.ts'
import { isWholeNumber } from './words.ts'

/** A group shows so many, and says when there are more. */
const MOST = 8
/** Who knows the people of a community by name; above it they are found by number or address (decided 22). */
const BY_NAME: readonly Role[] = ['grid_worker', 'community_staff', 'community_head']
const SMALL: readonly string[] = ['community', 'grid']

/** Where he reads the register: by those posts alone that let him, whatever else he may see. */
const registerSpans = (actor: Actor): Span[] =>
  joinSpans(actor.posts.filter((post) => (READERS as readonly Role[]).includes(post.role)))
const within = (spans: readonly Span[]) => (row: { readonly area_pos: number }) =>
  spans.some((span) => covers(span, row.area_pos))

const nameSpans = (actor: Actor): Span[] =>
  actor.posts.filter((post) => BY_NAME.includes(post.role) && SMALL.includes(post.level))

export const masked = (keys: Keys, row: PersonHit) => {
  const { name, phone } = openNameAndPhone(keys, row)
  return {
    id: row.id,
    name: maskName(name),
    phone: maskPhone(phone),
    birthYear: row.birth_year,
    address: row.address ?? '',
  }
}

type Asking = Pick<Context, 'tx' | 'actor' | 'keys'>

async function peopleFor({ tx, actor, keys }: Asking, typed: Typed) {
  if (!typed.name && !typed.letters && !typed.tail) return []
  const ids: string[] = []
  for (const span of nameSpans(actor))
    ids.push(...searchNames(await namesIn(tx, keys, actor.tenant, span), typed, MOST + 1))
  const wanted = [...new Set(ids)].slice(0, MOST + 1)
  const rows = (await peopleByIds(tx, actor.tenant, wanted)).filter(within(registerSpans(actor)))
  return rows.sort((one, other) => wanted.indexOf(one.id) - wanted.indexOf(other.id)).map((row) => masked(keys, row))
}

async function areasFor({ tx, actor }: Asking, typed: Typed) {
  const places = await placesOf(tx, actor.tenant)
  const byWords = searchPlaces(places, typed.words, actor.spans, MOST + 1)
  const byParts = byWords.length ? [] : searchPlaces(places, typed.address, actor.spans, MOST + 1)
  return [...byWords, ...byParts].map((area) => ({
    ...{ id: area.id, level: area.level, name: area.name, nameEn: area.name_en },
    path: pathOf(places, area),
  }))
}

/** Buildings among which a room is looked for. */
const MOST_BUILDINGS = 60

async function homesFor({ tx, actor }: Asking, typed: Typed) {
  const spans = registerSpans(actor)
  if (spans.length === 0) return []
  const byKey = typed.whole ? await homesAt(tx, actor.tenant, typed.whole, MOST + 1) : []
  if (byKey.length || !typed.room || !typed.address.length) return byKey.filter(within(spans))
  const places = await placesOf(tx, actor.tenant)
  const buildings = searchPlaces(places, typed.address, spans, MOST_BUILDINGS).map(({ id }) => id)
  // Where a building has no units of its own in the tree, the unit stands with the home.
  const unit = typed.address.find((part) => part.endsWith('单元'))
  const without = typed.address.filter((part) => part !== unit)
  const whole = unit && without.length ? searchPlaces(places, without, spans, MOST_BUILDINGS).map(({ id }) => id) : []
  const rows = await homesIn(
    tx,
    actor.tenant,
    [...new Set([...buildings, ...whole])],
    [typed.room, `${typed.room}室`],
    MOST + 1,
  )
  return rows
    .filter(within(spans))
    .filter((row) => !unit || !row.unit || row.unit === unit || `${row.unit}单元` === unit)
}

async function organisationsFor({ tx, actor }: Asking, typed: Typed) {
  const ids: string[] = []
  for (const span of registerSpans(actor))
    ids.push(...(await searchOrganisations(tx, actor.tenant, span, typed, MOST + 1)))
  const rows = await organisationsByIds(tx, actor.tenant, [...new Set(ids)].slice(0, MOST + 1))
  return rows.filter(within(registerSpans(actor)))
}

/** By the matter module's own list; who may not ask it finds none. */
async function mattersFor({ perform }: Context, words: string) {
  try {
    return await perform(listMatters, { find: words, view: 'all', sort: 'newest', limit: MOST + 1 })
  } catch (error) {
    if (error instanceof Problem) return { matters: [] }
    throw error
  }
}

export const find = operation(finding.find, {
  permit: [signedIn],
  async run(context) {
    const { input, actor } = context
    const words = input.words.trim()
    // A whole number is looked up by itself, so that it is counted; here it would be a way around that.
    const whole = isWholeNumber(words)
    const typed = typedIn(whole ? '' : words)
    const people = await peopleFor(context, typed)
    const homes = (await homesFor(context, typed)).map(({ id, address, unit, room }) => ({ id, address, unit, room }))
    const areas = await areasFor(context, typed)
    const organisations = (await organisationsFor(context, typed)).map(({ id, class: sort, name, code, address }) => ({
      ...{ id, class: sort, name, code: code ?? '', address },
    }))
    const matters = (whole ? { matters: [] } : await mattersFor(context, words)).matters.map(
      ({ id, no, title, address, state }) => ({ id, no, title, address, state }),
    )
    const groups = { people, homes, areas, organisations, matters }
    const more = (Object.keys(groups) as (keyof typeof groups)[]).filter((group) => groups[group].length > MOST)
    return {
      people: people.slice(0, MOST),
      homes: homes.slice(0, MOST),
      areas: areas.slice(0, MOST),
      organisations: organisations.slice(0, MOST),
      matters: matters.slice(0, MOST),
      more,
      names: nameSpans(actor).length > 0,
    }
  },
})

/** A phone has two hands at most as a rule; who shares one with more is found among the first. */
const MOST_OF_A_NUMBER = 6

export const number = operation(finding.number, {
  permit: [holds(...LIMITED)],
  async run({ input, tx, actor, keys, now }) {
    const left = await spendOrStop(tx, actor, 'numbers', 1, now)
    const plain = input.whole.normalize('NFKC').replace(/[\s-]/g, '')
    const isPhone = /^(?:\+?86)?1\d{10}$|^0\d{9,11}$/.test(plain)
    const read = isPhone ? undefined : readIdNumber(plain, localDay(now))
    // One that is no lawful number is still looked for as it stands: whoever wrote it down may have kept it so.
    const number = typeof read === 'object' ? read.number : plain.toUpperCase()
    const macs = isPhone
      ? keys.blinds(actor.tenant, 'phone', phoneDigits(plain))
      : keys.blinds(actor.tenant, 'id number', number)
    const column = isPhone ? 'phone_mac' : 'number_mac'
    const rows = await peopleByNumber(tx, actor.tenant, column, macs, MOST_OF_A_NUMBER)
    return { people: rows.filter(within(registerSpans(actor))).map((row) => masked(keys, row)), left }
  },
})
