// The portrait of an area; and Linli counting anew the grids in which somebody has changed.
import { type Actor, machineOnly } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import type { Tx } from '#kernel/database.ts'
import { operation } from '#kernel/operation.ts'
import { rolesWithin, workersFor } from '#modules/account/index.ts'
import { areaById, pathOf } from '#modules/area/index.ts'
import { register } from '../contract.ts'
import { counts as mayCount, reads } from '../rights.ts'
import { agesOf, belowOf, countsOf, householdsOf, LEADING, monthsOf, SMALL, WORKING } from './shown.ts'
import {
  areasBelow,
  countSpans,
  type Figures,
  heldByGrid,
  keepCounted,
  keptGrids,
  movedByMonth,
  openGrids,
  placesWithin,
  type Span,
  staleGrids,
} from './store.ts'

/** So many grids are counted anew in one command: some 30,000 people, a fifth of a second. */
const AT_ONCE = 25

const areaNamed = (input: { areaId: string }, tx: Tx, actor: Actor) => areaById(tx, actor.tenant, input.areaId)

const yearOf = (now: Date): number => Number(localDay(now).slice(0, 4))

/** What the grids of a span come to: kept where it holds, from the rows where it does not; of less than a grid, from its rows. */
async function figuresWithin(tx: Tx, tenant: string, span: Span, level: string, year: number): Promise<Figures[]> {
  if (['building', 'unit', 'home'].includes(level)) return countSpans(tx, tenant, [span], year)
  const grids = await keptGrids(tx, tenant, span, year)
  const changed = grids.filter((grid) => !grid.holds)
  const anew = changed.length ? await countSpans(tx, tenant, changed, year) : []
  return [...grids.filter((grid) => grid.holds), ...anew]
}

export const portrait = operation(register.portrait, {
  permit: [mayCount],
  subject: areaNamed,
  async run({ subject, tx, actor, now }) {
    const area = subject!
    const { tenant } = actor
    const span = { pos: area.area_pos, end: area.area_end }
    const today = localDay(now)
    const year = yearOf(now)
    const from = `${year - 1}${today.slice(4, 7)}-01`
    const [above, places, figures, workers, below, held, moved] = await Promise.all([
      pathOf(tx, tenant, area.area_pos),
      placesWithin(tx, tenant, span),
      figuresWithin(tx, tenant, span, area.level, year),
      rolesWithin(tx, tenant, span, WORKING, today),
      areasBelow(tx, tenant, area.id),
      heldByGrid(tx, tenant, span),
      movedByMonth(tx, tenant, span, from),
    ])
    const leads = await workersFor(tx, tenant, { agencies: [], areas: below.map((one) => one.id) }, LEADING, today)
    const clear = reads.allows(actor, area)
    const told = (n: number) => (clear || n === 0 || n >= SMALL ? n : null)
    return {
      area: named(area),
      above: above.filter((one) => one.id !== area.id && one.area_pos <= area.area_pos).map(named),
      places: places ?? { compounds: 0, buildings: 0, units: 0 },
      ...countsOf(held, told),
      joined: !clear,
      ...agesOf(figures, clear),
      households: householdsOf(figures, clear),
      workers,
      below: belowOf(below, held, leads, told),
      moved: monthsOf(moved, from, told),
    }
  },
})

const named = (area: { id: string; name: string; name_en: string; level: string }) => ({
  ...{ id: area.id, name: area.name, nameEn: area.name_en, level: area.level },
})

export const countPortraits = operation(register.countPortraits, {
  permit: [machineOnly],
  async run({ tx, actor, now, write }) {
    const year = yearOf(now)
    const grids = await staleGrids(tx, actor.tenant, year, AT_ONCE)
    const figures = grids.length ? await countSpans(tx, actor.tenant, grids, year) : []
    for (const [at, grid] of grids.entries()) write(keepCounted(actor.tenant, grid, figures[at]!, year))
    // A grid that is opened now is counted with the next command: what changes in between is then seen.
    const opened = grids.length ? 0 : await openGrids(tx, actor.tenant)
    return { opened, counted: grids.length }
  },
})
