// Lists that leave the house: asked for with a reason, agreed to by a second person where they are many or in full, made when fetched.
import type { Actor } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import type { Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { type Context, operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { areaById } from '#modules/area/index.ts'
import { FULL_COLUMNS, TELLS_OF_PEOPLE } from '../contract/exports.ts'
import { register } from '../contract.ts'
import { LIMITED, leftToday, spendOrStop } from '../reveal/limits.ts'
import { discloseMany, spend, spentOn } from '../reveal/store.ts'
import { reads } from '../rights.ts'
import { COLUMNS_OF } from '../words.ts'
import { makeList } from './list.ts'
import { trace } from './marks.ts'
import type { Left } from './pages.ts'
import { isSecond, officeOf, ownExport, postsOf, seconds, seesExports, traces } from './rights.ts'
import { stateOf, toExport } from './shown.ts'
import {
  type Counted,
  changeExport,
  countWithin,
  type ExportRow,
  exportsFor,
  fetchedExports,
  lockExport,
  type NewExport,
  seesMatter,
  writeExport,
} from './store.ts'
import { registerProblems } from './words.ts'

/** Persons of a day's exports and households opened, together, that one person may have alone. */
const ALONE = 200
/** One list; more is asked for in parts. */
const MOST = 20_000
const HOURS = 24

const areaNamed = (input: { areaId: string }, tx: Tx, actor: Actor) => areaById(tx, actor.tenant, input.areaId)
const named = (input: { id: string }, tx: Tx, actor: Actor) => lockExport(tx, actor.tenant, input.id)

const hoursOn = (now: Date) => new Date(now.getTime() + HOURS * 3_600_000)

export const exports = operation(register.exports, {
  permit: [seesExports],
  async run({ tx, actor, now }) {
    const rows = await exportsFor(tx, actor.tenant, actor.id, postsOf(actor, 'second'))
    const asks = actor.posts.some((post) => officeOf(actor, post.pos) !== undefined)
    return {
      exports: rows
        .filter((row) => row.asked_by === actor.id || isSecond(actor, row))
        .map((row) => toExport(row, actor, now)),
      can: asks ? ['askExport'] : [],
    }
  },
})

/**
 * Whether a second person is needed. Every list counts its persons, whichever way they are asked for and however small it is;
 * values in full count as households opened as well, as long as one person may have them alone.
 */
async function needsSecond(tx: Tx, actor: Actor, found: Counted, inFull: boolean, now: Date): Promise<boolean> {
  if (found.persons === 0) return false
  const day = localDay(now)
  const persons = await spend(tx, actor.tenant, actor.id, day, 'persons', found.persons)
  const opened = await spentOn(tx, actor.tenant, actor.id, day, 'households')
  if (persons + opened > ALONE) return true
  if (!inFull) return false
  if (found.households > (await leftToday(tx, actor, 'households', now))) return true
  await spendOrStop(tx, actor, 'households', found.households, now)
  return false
}

export const askExport = operation(register.askExport, {
  permit: [reads],
  subject: areaNamed,
  async run({ input, subject, tx, actor, numbers, now, write, made }) {
    const area = subject!
    const office = officeOf(actor, area.area_pos)!
    const inFull = input.columns.some((column) => (FULL_COLUMNS as readonly string[]).includes(column))
    if (inFull && !(LIMITED as readonly string[]).includes(office.role))
      throw new Problem(registerProblems.exportNotFull)
    if (input.for.kind === 'matter' && !(await seesMatter(tx, actor.tenant, input.for.id)))
      throw new Problem(registerProblems.exportNoMatter)
    if (!input.columns.every((column) => COLUMNS_OF[input.class].includes(column)))
      throw new Problem(registerProblems.exportColumns)
    const span = { pos: area.area_pos, end: area.area_end }
    const tells = input.columns.some((column) => TELLS_OF_PEOPLE.includes(column))
    const found = await countWithin(tx, actor.tenant, span, input.class, tells, MOST)
    if (found.lines === 0) throw new Problem(registerProblems.exportEmpty)
    if (found.lines > MOST) throw new Problem(registerProblems.exportTooMany, { most: MOST })
    const second = await needsSecond(tx, actor, found, inFull, now)
    const no = await numbers.next(actor.tenant, 'export')
    const row: NewExport = {
      ...{ tenant_id: actor.tenant, id: newId(), no: `DC-${localDay(now).slice(0, 4)}-${String(no).padStart(5, '0')}` },
      ...{ area_id: area.id, area_pos: area.area_pos, class: input.class, columns: [...new Set(input.columns)] },
      ...{ format: input.format, reason: input.reason, in_full: inFull, persons: found.persons, lines: found.lines },
      matter_id: input.for.kind === 'matter' ? input.for.id : null,
      document_no: input.for.kind === 'document' ? input.for.no : null,
      ...{ asked_by: actor.id, office_id: office.areaId, role: office.role, asked_at: now, second },
      ...{ agreed: null, decided_by: null, decided_at: null, until: second ? null : hoursOn(now), fetched: 0 },
      ...{ version: 1, changed_at: now },
    }
    write(writeExport(row))
    made({ id: row.id, area_pos: row.area_pos, version: 1 })
    const shown = { area: area.name, area_en: area.name_en, asked_name: actor.name, decided_name: null }
    return toExport({ ...row, ...shown, office_pos: office.pos, office_end: office.end }, actor, now)
  },
})

type Deciding = Context<{ id: string; version: number }, ExportRow | undefined>

const decide =
  (agreed: boolean) =>
  async ({ input, subject, actor, now, write }: Deciding) => {
    const row = subject!
    if (row.version !== input.version) throw new Problem(doorProblems.changed)
    if (!row.second || row.agreed !== null) throw new Problem(registerProblems.exportDecided)
    const set = { agreed, decided_by: actor.id, decided_at: now, until: agreed ? hoursOn(now) : null }
    write(changeExport(row, set, now))
    return toExport({ ...row, ...set, decided_name: actor.name, version: row.version + 1 }, actor, now)
  }

export const approveExport = operation(register.approveExport, {
  permit: [seconds],
  sight: 'post',
  subject: named,
  run: decide(true),
})

export const declineExport = operation(register.declineExport, {
  permit: [seconds],
  sight: 'post',
  subject: named,
  run: decide(false),
})

/** Rows of who was told what, of one page of a list. */
const disclosed = (row: ExportRow, actor: Actor, page: readonly Left[]) =>
  page.map(({ person, house }) => ({
    ...{ tenant: row.tenant_id, person, house, actor: actor.id, office: row.office_id },
    ...{ role: row.role as Actor['posts'][number]['role'], way: 'export' as const, purpose: 'export' as const },
    purposeId: row.id,
    fields: row.columns.filter((column) => (FULL_COLUMNS as readonly string[]).includes(column)),
  }))

export const fetchExport = operation(register.fetchExport, {
  permit: [ownExport],
  sight: 'post',
  subject: named,
  async run({ subject, tx, actor, keys, now, write }) {
    const row = subject!
    const state = stateOf(row, now)
    if (state === 'over') throw new Problem(registerProblems.exportOver)
    if (state !== 'ready') throw new Problem(registerProblems.exportWaiting)
    const area = await areaById(tx, actor.tenant, row.area_id)
    const span = { pos: area!.area_pos, end: area!.area_end }
    const left = async (page: readonly Left[]) => {
      if (row.in_full && page.length > 0) await tx.all(discloseMany(disclosed(row, actor, page), now) as never)
    }
    const file = await makeList({ row, span, actor, now, tx, keys, left })
    write(changeExport(row, { fetched: row.fetched + 1 }, now))
    return file
  },
})

export const traceExport = operation(register.traceExport, {
  permit: [traces],
  async run({ input, tx, actor, keys, now, made }) {
    const rows = await fetchedExports(tx, actor.tenant, postsOf(actor, 'trace'))
    const candidates = rows.map((row) => ({ of: row, key: keys.mac('export mark', row.id) }))
    const { found, ...how } = trace(input.cells, candidates)
    if (found) made({ id: found.id, area_pos: found.area_pos, state: 'traced' })
    return { found: found ? toExport(found, actor, now) : null, ...how }
  },
})
