// Who may see, make and print codes of places.
import { type Actor, anyone, holds, machineOnly, signedIn, works } from '#kernel/access.ts'
import { k, type Statement, type Tx } from '#kernel/database.ts'
import { newCode, newId, showCode } from '#kernel/ids.ts'
import { keepKind } from '#kernel/keep-kind.ts'
import { type Context, operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { areaById, pathOf } from '#modules/area/index.ts'
import { checkWords } from './check-words.ts'
import { codeSheet } from './code-sheet.ts'
import { place } from './contract.ts'
import { enterByCode } from './enter.ts'
import { codeless, lockPlace, type NamedPlace, placeById, placeKinds, placesWithin, toPlace } from './store.ts'
import { placeProblems } from './words.ts'

const keepsCodes = works('system_admin', 'district_staff', 'subdistrict_staff', 'community_head', 'community_staff')
const CODE_LENGTH = 12

const scanned = (_: unknown, tx: Tx, actor: Actor) => placeById(tx, actor.tenant, actor.place ?? '')
const areaNamed = (input: { areaId: string }, tx: Tx, actor: Actor) => areaById(tx, actor.tenant, input.areaId)
const locked = (input: { id: string }, tx: Tx, actor: Actor) => lockPlace(tx, actor.tenant, input.id)
const canOf = (actor: Actor, row: { area_pos: number }) => (keepsCodes.allows(actor, row) ? ['reissue', 'retire'] : [])

export const here = operation(place.here, {
  permit: [anyone('stands in front of the printed code')],
  enter: enterByCode,
  sight: 'tenant',
  subject: scanned,
  async run({ subject, tx, actor }) {
    if (subject!.retired_at) throw new Problem(doorProblems.missing)
    const path = await pathOf(tx, actor.tenant, subject!.area_pos)
    return {
      code: subject!.code,
      name: subject!.name,
      nameEn: subject!.name_en,
      label: subject!.label,
      checkWords: subject!.check_words,
      areaId: subject!.area_id,
      path: path.map((step) => ({ level: step.level, name: step.name, nameEn: step.name_en })),
      address: path.findLast((step) => step.address)?.address ?? '',
    }
  },
})

export const near = operation(place.near, {
  permit: [anyone('stands in front of the printed code')],
  enter: enterByCode,
  sight: 'tenant',
  subject: scanned,
  async run({ subject, input, tx, actor }) {
    const path = await pathOf(tx, actor.tenant, subject!.area_pos)
    const grid = path.find((step) => step.level === 'grid') ?? path.at(-1)!
    const whole = await areaById(tx, actor.tenant, grid.id)
    const [rows] = await placesWithin(
      tx,
      actor.tenant,
      { pos: whole!.area_pos, end: whole!.area_end },
      input.words || undefined,
      60,
    )
    return { places: rows.map((row) => ({ code: row.code, name: row.name, nameEn: row.name_en, label: row.label })) }
  },
})

export const kinds = operation(place.kinds, {
  permit: [signedIn],
  run: async ({ tx, actor }) => ({ kinds: await placeKinds(tx, actor.tenant) }),
})

export const setKind = operation(place.setKind, {
  permit: [holds('system_admin', 'district_staff'), machineOnly],
  async run({ input, actor: { tenant }, tx }) {
    const { code, version, usual, ...rest } = input
    const row = { ...rest, usual: JSON.stringify(usual), version: version + 1 }
    const kept = await keepKind(tx, version, {
      add: k
        .insertInto('place_kind')
        .values({ tenant_id: tenant, code, ...row })
        .onConflict((clash) => clash.doNothing())
        .returning('version'),
      change: k
        .updateTable('place_kind')
        .set(row)
        .where('tenant_id', '=', tenant)
        .where('code', '=', code)
        .where('version', '=', version)
        .returning('version'),
      now: async () => (await placeKinds(tx, tenant)).find((one) => one.code === code),
    })
    return { code, version: kept }
  },
})

export const list = operation(place.list, {
  permit: [signedIn],
  async run({ input, tx, actor, url }) {
    const area = input.areaId ? await areaById(tx, actor.tenant, input.areaId) : undefined
    if (input.areaId && !area) throw new Problem(doorProblems.missing)
    const span = area ? { pos: area.area_pos, end: area.area_end } : { pos: 0, end: Number.MAX_SAFE_INTEGER }
    const [rows, count] = await placesWithin(tx, actor.tenant, span, input.words, input.limit)
    return { places: rows.map((row) => toPlace(row, url, canOf(actor, row))), total: count!.n }
  },
})

type NewPlace = {
  areaId: string
  areaPos: number
  kind: string
  name: string
  nameEn: string
  label: string
  lon: number | null
  lat: number | null
}

/** The rows of a new place with a fresh code. */
function newPlace(
  { directory, keys, actor, now }: Pick<Context, 'directory' | 'keys' | 'actor' | 'now'>,
  row: NewPlace,
) {
  const id = newId()
  const code = newCode(CODE_LENGTH)
  const statements: Statement<unknown>[] = [
    k.insertInto('place').values({
      tenant_id: actor.tenant,
      id,
      kind: row.kind,
      name: row.name,
      name_en: row.nameEn,
      label: row.label,
      area_id: row.areaId,
      area_pos: row.areaPos,
      lon: row.lon,
      lat: row.lat,
      code,
      check_words: checkWords(keys.mac('check words', code)),
      made_at: now,
      changed_at: now,
    }),
    directory.entry('code', code, { tenant: actor.tenant, subject: id }, now),
  ]
  return { id, statements }
}

export const add = operation(place.add, {
  permit: [keepsCodes, machineOnly],
  sight: 'tenant',
  subject: areaNamed,
  async run(context) {
    const { input, subject, tx, actor, url, made } = context
    const kind = (await placeKinds(tx, actor.tenant)).find((one) => one.code === input.kind)
    if (!kind) throw new Problem(placeProblems.noKind, { kind: input.kind })
    if (kind.retired) throw new Problem(placeProblems.kindRetired, { kind: kind.zh })
    const { id, statements } = newPlace(context, {
      areaId: subject!.id,
      areaPos: subject!.area_pos,
      kind: input.kind,
      name: input.name,
      nameEn: input.nameEn,
      label: input.label,
      lon: input.lon ?? subject!.lon,
      lat: input.lat ?? subject!.lat,
    })
    for (const statement of statements) await tx.all(statement)
    made({ id, area_pos: subject!.area_pos, version: 1 })
    return toPlace((await placeById(tx, actor.tenant, id))!, url, canOf(actor, subject!))
  },
})

export const addDoors = operation(place.addDoors, {
  permit: [keepsCodes, machineOnly],
  sight: 'tenant',
  subject: areaNamed,
  async run(context) {
    const { subject, tx, actor } = context
    const areas = await codeless(tx, actor.tenant, { pos: subject!.area_pos, end: subject!.area_end })
    const buildings = new Map(areas.filter((area) => area.level === 'building').map((area) => [area.id, area]))
    for (const [at, area] of areas.entries()) {
      const building = area.level === 'unit' ? buildings.get(area.parent_id ?? '') : undefined
      const { statements } = newPlace(context, {
        areaId: area.id,
        areaPos: area.area_pos,
        kind: 'door',
        name: building ? `${building.name}${area.name}` : area.name,
        nameEn: building ? `${building.name_en} ${area.name_en}`.trim() : area.name_en,
        label: `D-${String(at + 1).padStart(3, '0')}`,
        lon: area.lon,
        lat: area.lat,
      })
      for (const statement of statements) context.write(statement)
    }
    return { added: areas.length }
  },
})

const changed = (row: NamedPlace, version: number) => {
  if (row.version !== version) throw new Problem(doorProblems.changed)
  if (row.retired_at) throw new Problem(placeProblems.retired)
}

export const reissue = operation(place.reissue, {
  permit: [keepsCodes],
  sight: 'tenant',
  subject: locked,
  async run({ input, subject, tx, actor, now, directory, keys, url, made }) {
    changed(subject!, input.version)
    const code = newCode(CODE_LENGTH)
    await tx.all(directory.end('code', subject!.code))
    await tx.all(directory.entry('code', code, { tenant: actor.tenant, subject: subject!.id }, now))
    await tx.all(
      k
        .updateTable('place')
        .set({
          code,
          check_words: checkWords(keys.mac('check words', code)),
          version: subject!.version + 1,
          changed_at: now,
        })
        .where('tenant_id', '=', actor.tenant)
        .where('id', '=', subject!.id),
    )
    made({ id: subject!.id, area_pos: subject!.area_pos, version: subject!.version + 1 })
    return toPlace((await placeById(tx, actor.tenant, subject!.id))!, url, canOf(actor, subject!))
  },
})

export const retire = operation(place.retire, {
  permit: [keepsCodes],
  sight: 'tenant',
  subject: locked,
  async run({ input, subject, tx, actor, now, directory, url, made }) {
    changed(subject!, input.version)
    await tx.all(directory.end('code', subject!.code))
    await tx.all(
      k
        .updateTable('place')
        .set({ retired_at: now, version: subject!.version + 1, changed_at: now })
        .where('tenant_id', '=', actor.tenant)
        .where('id', '=', subject!.id),
    )
    made({ id: subject!.id, area_pos: subject!.area_pos, version: subject!.version + 1 })
    return toPlace((await placeById(tx, actor.tenant, subject!.id))!, url, [])
  },
})

export const sheet = operation(place.sheet, {
  permit: [{ ...keepsCodes, allows: (actor) => keepsCodes.mayEver(actor) }],
  async run({ input, tx, actor, url, documents }) {
    const area = input.areaId ? await areaById(tx, actor.tenant, input.areaId) : undefined
    const one = input.id ? await placeById(tx, actor.tenant, input.id) : undefined
    const span = area && { pos: area.area_pos, end: area.area_end }
    const rows = one ? [one] : span ? (await placesWithin(tx, actor.tenant, span, undefined, 1000))[0] : []
    const printed = rows.filter((row) => keepsCodes.allows(actor, row) && !row.retired_at)
    if (printed.length === 0) throw new Problem(placeProblems.nothingToPrint)
    const lang = input.lang ?? actor.lang
    const bytes = await codeSheet(
      documents.typst,
      printed.map((row) => ({
        url: `${url}/q/${row.code}`,
        name: (lang === 'en' && row.name_en) || row.name,
        // Who cannot scan types the code: it stands on the paper too.
        label: `${row.label}  ${showCode(row.code)}`,
        checkWords: row.check_words,
      })),
      lang,
    )
    return { mime: 'application/pdf', name: `linli-codes-${printed.length}.pdf`, bytes }
  },
})
