// One round: a street with planted texts, a browser for everybody who opens pages, and what they saw.
import type { BrowserContextOptions } from 'playwright-core'
import type { AnyOperation } from '#kernel/operation.ts'
import { operations } from '#modules/index.ts'
import { spreadNotices } from '#modules/notice/index.ts'
import { plantCanaries } from '../access/canaries.ts'
import { type Caller, castOf, othersOf } from '../access/cast.ts'
import { makeWorld, type World } from '../access/subjects.ts'
import type { Town } from '../journeys/browser.ts'
import type { Street } from '../street.ts'
import { textFields } from './fields.ts'
import type { Address } from './pages.ts'
import type { Payload } from './payloads.ts'
import { openPlanter, type Planter } from './plant.ts'
import { type Stored, storeAll } from './store.ts'
import { readings, type Watched, watch } from './watch.ts'

export type Planting = {
  readonly world: World
  readonly callers: readonly Caller[]
  readonly planter: Planter
} & Stored

/** A world whose own texts are planted too, and a text in every field that an operation takes. */
export async function plant(street: Street, list: readonly Payload[], from = 0, every = false): Promise<Planting> {
  const planter = openPlanter(list, from)
  const told = (field: string) => {
    const text = planter.text({ name: `told ${field}`, most: 48, secret: false })
    planter.keep(text, `told ${field}`)
    return text
  }
  const canaries = plantCanaries()
  const world = await makeWorld(street, { ...canaries, text: told })
  const callers = [...(await castOf(street, world.canaries)), ...othersOf(world)]
  const stored = await storeAll(world, callers, planter, every)
  await spreadNotices(street.house)
  return { world, callers, planter, ...stored }
}

/** A text that comes with a file alone; test/journeys/import sends one and looks at it. */
const WITH_A_FILE = ['register.sendFile name']

/** Free texts of commands into which nothing was ever put, nor refused: they would go untested. */
export const untouched = ({ kept, refused }: Stored, list: Iterable<AnyOperation> = operations.values()): string[] =>
  [...list]
    .filter(({ signature }) => signature.kind === 'command')
    .flatMap((op) => textFields(op))
    .filter((field) => !field.secret && !kept.has(field.name) && !refused.has(field.name))
    .filter((field) => !WITH_A_FILE.includes(field.name))
    .map((field) => field.name)

export type Walked = {
  pages: number
  /** Marks of texts that stood somewhere as they were written, and of those that were begun. */
  readonly whole: Set<string>
  readonly faults: string[]
}

const tokenOf = (callers: readonly Caller[], { role }: Address): string => {
  const relation = role === 'grid_worker' ? 'own grid' : 'district above'
  return callers.find((one) => one.role === role && one.relation?.name === relation)!.token!
}

/** Somebody's browser, signed in as he is. `lang` is the language his pages speak. */
export async function visitor(
  town: Town,
  planting: Planting,
  who: Address,
  { lang = 'zh', ...more }: BrowserContextOptions & { lang?: 'zh' | 'en' } = {},
): Promise<Watched> {
  const device = who.role && who.role !== 'grid_worker' ? 'desk' : 'phone'
  const one = await town.visit(device, undefined, { ...more, locale: lang === 'zh' ? 'zh-CN' : 'en-GB' })
  if (who.role) await one.context.addCookies([{ name: 'linli', value: tokenOf(planting.callers, who), url: town.url }])
  return watch(one, town.url, planting.world.street.house.url)
}

export const noted = (): Walked => ({ pages: 0, whole: new Set(), faults: [] })

/** What a page showed, into the figures. */
export function note(walked: Walked, { planter }: Planting, who: Address, seen: Awaited<ReturnType<Watched['open']>>) {
  const { whole, faults } = readings(seen.text, planter.kept)
  walked.pages++
  for (const mark of whole) walked.whole.add(mark)
  walked.faults.push(...[...seen.faults, ...faults].map((fault) => `${who.role ?? 'nobody'} ${seen.at}: ${fault}`))
}

/** Opens addresses, everybody his own, all of them at once. */
export async function walkPages(
  town: Town,
  planting: Planting,
  addresses: readonly Address[],
  more?: Parameters<typeof visitor>[3],
): Promise<Walked> {
  const walked = noted()
  const byRole = Map.groupBy(addresses, ({ role }) => role)
  await Promise.all(
    [...byRole.values()].map(async (list) => {
      const one = await visitor(town, planting, list[0]!, more)
      for (const who of list) {
        const lang = more?.lang ? `${who.at.includes('?') ? '&' : '?'}lang=${more.lang}` : ''
        note(walked, planting, who, await one.open(who.at + lang))
      }
      await one.page.context().close()
    }),
  )
  return walked
}
