// Every page there is, found in the places where pages are declared, and addresses that open it on what was planted.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { residentPages } from '#web/resident/pages.ts'
import type { StaffRole } from '../access/expected/roles.ts'
import type { World } from '../access/subjects.ts'

/** `role`: who opens it, at the desk above the whole district, in the field in his own grid; without one nobody signed in. */
export type Address = { readonly at: string; readonly role?: StaffRole; readonly post?: true }
type Addresses = (world: World) => readonly string[]

const WEB = path.join(import.meta.dirname, '../../src/web')
const read = (file: string) => readFileSync(path.join(WEB, file), 'utf8')

/** Addresses of a list of sources; throws when one declares more pages than it names, so that none is missed. */
function declared(text: string, name: RegExp, each: RegExp): string[] {
  const found = [...text.matchAll(name)].map((match) => match[1]!)
  const count = [...text.matchAll(each)].length
  if (found.length !== count) throw new Error(`${count} pages are declared and ${found.length} have a name: ${found}`)
  return found
}

export const deskPaths = (text = read('desk/routes.tsx')): string[] =>
  declared(text, /(?:path:|= page\()\s*'(\/desk[^']*)'/g, /component: (?!Frame\b|open\b)|= page\(/g)

export const fieldPaths = (text = read('field/pages.tsx')): string[] =>
  declared(text, /(?:path === '|\/\^\\)(\/[^'([]*)/g, /return \{ page:/g).map((one) => one.replaceAll('\\', ''))

/** What is not a page but a style, a script or a drawing has an extension. */
export const residentPaths = (pages = residentPages): string[] =>
  pages.map(({ method, path }) => `${method} ${path}`).filter((one) => !/\.\w+$/.test(one))

/** Names that resident pages read out of what is sent to them, wherever in their sources they do. */
function namesRead(pattern: RegExp): string[] {
  const files = readdirSync(path.join(WEB, 'resident'), { recursive: true, encoding: 'utf8' })
  const texts = files.filter((file) => file.endsWith('.ts')).map((file) => read(`resident/${file}`))
  return [...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1]!)))].sort()
}

/** Fields of forms, and parts of addresses. */
export const formFields = (): string[] => namesRead(/(?:one\((?:request\.)?fields, |fields\.(?:get|has)\()'(\w+)'/g)
export const queryNames = (): string[] => namesRead(/query\.(?:get|has)\('(\w+)'/g)

const fixed =
  (...at: string[]): Addresses =>
  () =>
    at
const matters: Addresses = ({ matters }) => Object.values(matters).map(({ id }) => `/${id}`)

/** What follows a desk page's fixed part; a page without parameters needs no line. */
const DESK: Readonly<Record<string, Addresses>> = {
  '/desk': ({ matters }) => ['', '?view=all', `?view=all&m=${matters.replied.id}`, '?view=all&kind=0305'],
  '/desk/matters/$id': matters,
  '/desk/supervise': fixed('', '?view=overdue', '?view=urged'),
  '/desk/areas/{-$id}': ({ grid, building }) => ['', `/${grid.id}`, `/${building.id}`],
  '/desk/duty/{-$id}': ({ grid }) => ['', `/${grid.id}`],
  '/desk/portrait/{-$id}': ({ grid, building }) => ['', `/${grid.id}`, `/${building.id}`],
  '/desk/register/{-$id}': ({ person, lodger }) => ['', `/${person.id}`, `/${lodger.id}`],
  '/desk/homes/{-$id}': ({ home, emptyHome }) => ['', `/${home.id}`, `/${emptyHome.id}`],
  '/desk/organisations/{-$id}': ({ organisation }) => ['', `/${organisation.id}`],
  '/desk/compounds/{-$id}': ({ compound }) => ['', `/${compound}`],
  '/desk/relocations/{-$id}': ({ coming, leaving }) => ['', `/${coming}`, `/${leaving}`],
  '/desk/corrections/{-$id}': ({ correction }) => ['', `/${correction}`],
  '/desk/imports/{-$id}': ({ batches }) => ['', `/${batches.checked}`, `/${batches.published}`],
  '/desk/mediations/{-$id}': ({ mediations }) => ['', `/${mediations.accepted.id}`],
  '/desk/panels/{-$id}': ({ panels }) => ['', `/${panels.planned.id}`],
  '/desk/committees/{-$id}': ({ committee }) => ['', `/${committee.id}`],
  '/desk/rooms/{-$id}': ({ room, lender }) => ['', `/${room.id}`, `/${lender.id}`],
  '/desk/teams/{-$id}': ({ team }) => ['', `/${team.id}`],
  '/desk/room-kinds/{-$family}/{-$code}': fixed(
    ...['', '/rooms', '/rooms/bench', '/rooms/new', '/teams', '/teams/choir'],
    ...['/bodies', '/bodies/museum', '/means', '/means/chairs'],
  ),
  '/desk/duty-kinds/{-$code}': fixed('', '/new', '/grid_worker'),
  '/desk/codes/{-$id}': ({ grid }) => ['', `/${grid.id}`],
  '/desk/accounts/{-$id}': ({ account }) => ['', `/${account}`],
  '/desk/kinds/{-$code}': fixed('', '/0305', '/new'),
  '/desk/calendar/{-$year}': fixed('', '/2027'),
  '/desk/hours/{-$id}': ({ grid }) => ['', `/${grid.id}`],
  '/desk/callbacks/{-$id}/{-$delivery}': ({ receiver, delivery }) => [
    ...['', '/new', `/${receiver.id}`, `/${receiver.id}/${delivery}`],
  ],
  '/desk/questions/{-$id}': fixed('', '/new'),
  '/desk/notices/{-$code}': fixed('', '/matter.rated'),
}

/** Sheets of the field's record are addresses too. */
const SHEETS = ['why', 'call', 'more', 'answer', 'finish', 'note', 'raise', 'invite', 'ask', 'comment']

const FIELD: Readonly<Record<string, Addresses>> = {
  '/mediations/': (world) => [world.mediations.performing.id],
  '/matters/': (world) => [
    ...matters(world).map((one) => one.slice(1)),
    ...SHEETS.map((sheet) => `${world.matters.handling.id}?do=${sheet}`),
  ],
}

/** What stands for a resident page's parameter. Payloads in addresses are sent by `reflected`. */
const RESIDENT: Readonly<Record<string, Addresses>> = {
  code: ({ place }) => [place.code],
  receipt: ({ matters }) => Object.values(matters).map(({ receipt }) => receipt),
  id: ({ room, lender }) => [room.id, lender.id],
}

export const parameterOf = (route: string): string | undefined => /:(\w+)/.exec(route)?.[1]

/** The values of a resident route's parameter; a new parameter without a line throws. */
export function residentAddresses(world: World, route: string): string[] {
  const at = route.slice(route.indexOf('/'))
  const parameter = parameterOf(at)
  if (!parameter) return [at]
  const values = RESIDENT[parameter]
  if (!values) throw new Error(`what stands for :${parameter} of ${route}?`)
  return values(world).map((value) => at.replace(`:${parameter}`, value))
}

/** Whoever sees most of a desk page; administrators see what they keep. */
const DESK_ROLES: readonly StaffRole[] = ['subdistrict_staff', 'district_staff', 'district_leader', 'system_admin']

/** Addresses of one desk route. A route with a parameter and without a line throws. */
export function deskAddresses(world: World, route: string): string[] {
  const after = DESK[route]
  if (!after && route.includes('$')) throw new Error(`what stands in ${route}?`)
  const base = route.replace(/\/(\{-)?\$.*$/, '')
  return (after?.(world) ?? ['']).map((rest) => base + rest)
}

export function fieldAddresses(world: World, route: string): string[] {
  const after = FIELD[route]
  if (!after && route.endsWith('/') && route !== '/') throw new Error(`what stands in ${route}?`)
  const base = route === '/' ? '/field' : `/field${route}`
  return (after?.(world) ?? ['']).map((rest) => base + rest)
}

/** All of them, with everybody who opens them. */
export const allAddresses = (world: World): Address[] => [
  ...residentPaths()
    .filter((route) => route.startsWith('GET '))
    .flatMap((route) => residentAddresses(world, route).map((at) => ({ at }))),
  ...fieldPaths().flatMap((route) => fieldAddresses(world, route).map((at) => ({ at, role: 'grid_worker' as const }))),
  ...deskPaths().flatMap((route) =>
    deskAddresses(world, route).flatMap((at) => DESK_ROLES.map((role) => ({ at, role }))),
  ),
]
