// Who may see and change the area tree, and how.
import { sql } from 'kysely'
import { type Actor, anyone, holds, machineOnly, signedIn, works } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import { k, type Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { type Context, operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { area } from './contract.ts'
import { importAreas } from './import.ts'
import { LEVELS, type Level } from './lifecycle.ts'
import { centreOf, gridAt } from './locate.ts'
import { districtSpan, nextSpan } from './position.ts'
import {
  type AreaRow,
  areaById,
  areaFull,
  areasUnder,
  areasWithin,
  codeHolder,
  findAreas,
  lastChildPos,
  lockArea,
  pathOf,
  toArea,
} from './store.ts'
import { areaProblems } from './words.ts'

const TREE_KEEPERS = ['system_admin', 'district_staff', 'subdistrict_staff', 'community_head'] as const
const keepsTree = works(...TREE_KEEPERS)

const locked = (input: { id: string }, tx: Tx, actor: Actor) => lockArea(tx, actor.tenant, input.id)

const named = (input: { id: string }, tx: Tx, actor: Actor) => areaById(tx, actor.tenant, input.id)
const parentLocked = (input: { parentId: string }, tx: Tx, actor: Actor) => lockArea(tx, actor.tenant, input.parentId)

const answer = async (tx: Tx, tenant: string, id: string) => toArea((await areaById(tx, tenant, id))!)

export const found = operation(area.found, {
  permit: [machineOnly],
  async run({ input, tx, now, write, made, actor }) {
    const { pos, end } = districtSpan()
    const id = newId()
    const taken = await tx.first(k.selectFrom('tenant').select('id').where('code', '=', input.code))
    if (taken) throw new Problem(areaProblems.codeExists, { code: input.code })
    write(
      k.insertInto('tenant').values({
        id: actor.tenant,
        code: input.code,
        name: input.name,
        name_en: input.nameEn,
        demo: input.demo,
        made_at: now,
      }),
    )
    write(
      k.insertInto('area').values({
        tenant_id: actor.tenant,
        id,
        level: 'district',
        code: input.code,
        name: input.name,
        name_en: input.nameEn,
        area_pos: pos,
        area_end: end,
        valid_from: localDay(now),
        made_at: now,
        changed_at: now,
      }),
    )
    made({ id, area_pos: pos })
    return { tenant: actor.tenant, id }
  },
})

export const districts = operation(area.districts, {
  permit: [anyone('the names of districts are public; residents choose theirs without a code')],
  run: async ({ tx }) => ({
    districts: await tx.all(
      k.selectFrom('tenant').select(['id', 'code', 'name', 'name_en as nameEn']).orderBy('code').limit(3000),
    ),
  }),
})

export const tree = operation(area.tree, {
  permit: [signedIn, machineOnly],
  async run({ input, tx, actor }) {
    if (!input.under) {
      const top = await areasUnder(tx, actor.tenant, null)
      if (!input.level) return { areas: top.map(toArea) }
      return {
        areas: (await areasWithin(tx, actor.tenant, { pos: -1, end: Number.MAX_SAFE_INTEGER }, [input.level])).map(
          toArea,
        ),
      }
    }
    const root = await areaById(tx, actor.tenant, input.under)
    if (!root) throw new Problem(doorProblems.missing)
    if (input.depth === 1 && !input.level) return { areas: (await areasUnder(tx, actor.tenant, root.id)).map(toArea) }
    const at = LEVELS.indexOf(root.level)
    const levels: readonly Level[] = input.level ? [input.level] : LEVELS.slice(at + 1, at + 1 + input.depth)
    return {
      areas: (await areasWithin(tx, actor.tenant, { pos: root.area_pos, end: root.area_end }, levels)).map(toArea),
    }
  },
})

export const get = operation(area.get, {
  permit: [signedIn],
  sight: 'tenant',
  subject: named,
  async run({ subject, tx, actor }) {
    const can = keepsTree.allows(actor, subject!) ? ['add', 'change', 'recode', 'move', 'retire'] : []
    return { ...(await areaFull(tx, actor.tenant, subject!)), can }
  },
})

export const find = operation(area.find, {
  permit: [signedIn],
  async run({ input, tx, actor }) {
    const rows = await findAreas(tx, actor.tenant, input.words, input.level, actor.spans)
    const paths = await Promise.all(rows.map((row) => pathOf(tx, actor.tenant, row.area_pos)))
    return {
      areas: rows.map((row, at) => ({
        ...toArea(row),
        path: paths[at]!.slice(0, -1)
          .map((step) => (actor.lang === 'en' && step.name_en ? step.name_en : step.name))
          .join(' › '),
      })),
    }
  },
})

export const locate = operation(area.locate, {
  permit: [signedIn],
  async run({ input, tx, actor }) {
    const grid = await gridAt(tx, actor.tenant, input.lon, input.lat)
    return { grid: grid ? { id: grid.id, name: grid.name, nameEn: grid.nameEn } : null }
  },
})

export const importBatch = operation(area.import, {
  // Each parent named in the batch is checked on its own (mayKeep).
  permit: [holds(...TREE_KEEPERS), machineOnly],
  run: (context) => importAreas(context, (parent) => mayKeep(context.actor, parent)),
})

/** An import names many parents; each must be one this person keeps. Outside his area a parent is missing. */
const mayKeep = (actor: Actor, parent: { area_pos: number }) =>
  actor.kind === 'machine' || keepsTree.allows(actor, parent)

export const add = operation(area.add, {
  permit: [keepsTree, machineOnly],
  sight: 'tenant',
  subject: parentLocked,
  async run({ input, subject, tx, actor, perform }) {
    const { parentId: _, ...row } = input
    const { ids, added } = await perform(
      importBatch,
      { source: '登记', rows: [{ ...row, key: 'new', parent: `id:${subject!.id}` }] },
      actor,
    )
    if (added === 0) throw new Problem(areaProblems.thereAlready, { name: input.name })
    return answer(tx, actor.tenant, ids.new!)
  },
})

const changed = (row: AreaRow, version: number) => {
  if (row.version !== version) throw new Problem(doorProblems.changed)
}

const update = (context: Context<{ id: string }, AreaRow | undefined>, set: Record<string, unknown>) => {
  const row = context.subject!
  context.made({ id: row.id, area_pos: row.area_pos, version: row.version + 1 })
  return context.tx.all(
    k
      .updateTable('area')
      .set({ ...set, version: row.version + 1, changed_at: context.now })
      .where('tenant_id', '=', context.actor.tenant)
      .where('id', '=', row.id),
  )
}

export const change = operation(area.change, {
  permit: [keepsTree, machineOnly],
  sight: 'tenant',
  subject: locked,
  async run(context) {
    const { input, subject, tx, actor } = context
    changed(subject!, input.version)
    const { name, nameEn, address, boundary, aliases } = input
    await update(context, {
      ...(name === undefined ? {} : { name }),
      ...(nameEn === undefined ? {} : { name_en: nameEn }),
      ...(address === undefined ? {} : { address }),
      ...(boundary === undefined
        ? {}
        : { boundary: JSON.stringify(boundary), ...centreOf(boundary as Parameters<typeof centreOf>[0]) }),
    })
    if (aliases) {
      await tx.all(k.deleteFrom('area_alias').where('tenant_id', '=', actor.tenant).where('area_id', '=', input.id))
      for (const alias of new Set(aliases))
        await tx.all(
          k.insertInto('area_alias').values({ tenant_id: actor.tenant, id: newId(), area_id: input.id, name: alias }),
        )
    }
    return answer(tx, actor.tenant, input.id)
  },
})

export const recode = operation(area.recode, {
  permit: [keepsTree],
  sight: 'tenant',
  subject: locked,
  async run(context) {
    const { input, subject, tx, actor } = context
    changed(subject!, input.version)
    const holder = await codeHolder(tx, actor.tenant, input.code)
    if (holder && holder.id !== input.id)
      throw new Problem(areaProblems.codeTaken, { code: input.code, name: holder.name })
    await tx.all(
      k
        .updateTable('area_code')
        .set({ valid_to: input.from })
        .where('tenant_id', '=', actor.tenant)
        .where('area_id', '=', input.id)
        .where('valid_to', 'is', null),
    )
    await tx.all(
      k.insertInto('area_code').values({
        tenant_id: actor.tenant,
        id: newId(),
        area_id: input.id,
        code: input.code,
        valid_from: input.from,
        source: input.source,
      }),
    )
    await update(context, { code: input.code })
    return answer(tx, actor.tenant, input.id)
  },
})

export const retire = operation(area.retire, {
  permit: [keepsTree],
  sight: 'tenant',
  subject: locked,
  async run(context) {
    const { input, subject, tx, actor } = context
    changed(subject!, input.version)
    const below = await areasUnder(tx, actor.tenant, input.id)
    if (below.length) throw new Problem(areaProblems.notEmpty, { count: below.length })
    const before = (await areaById(tx, actor.tenant, input.id))!
    await update(context, { valid_to: input.on })
    return { ...toArea(before), validTo: input.on, version: before.version + 1 }
  },
})

export const move = operation(area.move, {
  permit: [keepsTree],
  sight: 'tenant',
  subject: locked,
  async run(context) {
    const { input, subject, tx, actor, now, made } = context
    changed(subject!, input.version)
    const parent = await lockArea(tx, actor.tenant, input.parentId)
    if (!parent || !keepsTree.allows(actor, parent)) throw new Problem(doorProblems.missing)
    const span = nextSpan(parent, subject!.level, await lastChildPos(tx, actor.tenant, parent.id, subject!.level))
    const shift = span.pos - subject!.area_pos
    // Every area of a level is equally wide, so a branch keeps its inner numbering and only shifts.
    await tx.all(
      k
        .updateTable('area')
        .set({ area_pos: sql`area_pos + ${shift}`, area_end: sql`area_end + ${shift}`, changed_at: now })
        .where('tenant_id', '=', actor.tenant)
        .where('area_pos', '>=', subject!.area_pos)
        .where('area_pos', '<=', subject!.area_end),
    )
    await tx.all(
      k
        .updateTable('area')
        .set({ parent_id: parent.id, version: subject!.version + 1 })
        .where('tenant_id', '=', actor.tenant)
        .where('id', '=', input.id),
    )
    made({ id: input.id, area_pos: span.pos, version: subject!.version + 1 })
    return {
      ...(await answer(tx, actor.tenant, input.id)),
      moved: { pos: subject!.area_pos, end: subject!.area_end, shift },
    }
  },
})

const LINKERS = ['system_admin', 'subdistrict_staff'] as const
const links = works(...LINKERS)

export const link = operation(area.link, {
  // Each area named is checked on its own.
  permit: [holds(...LINKERS), machineOnly],
  async run({ input, tx, actor, now, write }) {
    const id = newId()
    const parts = [...new Set(input.areas)]
    for (const part of parts) {
      const area = await areaById(tx, actor.tenant, part)
      if (!area || !(actor.kind === 'machine' || links.allows(actor, area))) throw new Problem(doorProblems.missing)
    }
    write(
      k.insertInto('division').values({
        tenant_id: actor.tenant,
        id,
        kind: input.kind,
        name: input.name,
        name_en: input.nameEn,
        made_at: now,
      }),
    )
    write(
      k
        .insertInto('division_part')
        .values(parts.map((area_id) => ({ tenant_id: actor.tenant, division_id: id, area_id }))),
    )
    return { id }
  },
})
