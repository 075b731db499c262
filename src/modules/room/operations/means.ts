// The means ledger: who may note what an area has, and the table of a level with its gaps.
import { type Actor, holds, machineOnly, signedIn } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import { k, type Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { keepKind } from '#kernel/keep-kind.ts'
import { operation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { areaById, pathOf } from '#modules/area/index.ts'
import { placeKinds } from '#modules/place/index.ts'
import { room } from '../contract.ts'
import { latestMeans, meansHistory, meansKinds, roomsByKind } from '../means-store.ts'
import { keeps, spanOf } from '../rights.ts'
import { areasOf } from '../store.ts'
import { roomProblems } from '../words.ts'

const areaNamed = (input: { areaId: string }, tx: Tx, actor: Actor) => areaById(tx, actor.tenant, input.areaId)
/** What Linli itself has loaded. */
const noteBy = (name: string | null) => name ?? ''

type KindRow = Awaited<ReturnType<typeof meansKinds>>[number]
const toKind = ({ unit_zh, unit_en, ...kind }: KindRow) => ({ ...kind, unitZh: unit_zh, unitEn: unit_en })

export const means = operation(room.means, {
  permit: [signedIn],
  async run({ input, tx, actor }) {
    const { span } = await spanOf(tx, actor, input.areaId)
    const { tenant } = actor
    const [all, places, areas, notes, rooms] = await Promise.all([
      meansKinds(tx, tenant),
      placeKinds(tx, tenant),
      areasOf(tx, tenant, input.level, span),
      latestMeans(tx, tenant, span),
      roomsByKind(tx, tenant, span),
    ])
    const kinds = all.filter((kind) => input.retired || !kind.retired)
    const paths = await Promise.all(areas.map((area) => pathOf(tx, tenant, area.area_pos)))
    // At the level of subdistricts the rooms of their communities are counted, too.
    const shown = places.filter(
      (kind) =>
        kind.room &&
        (kind.level === input.level || kind.level === null) &&
        (!kind.retired || rooms.some((one) => one.kind === kind.code)),
    )
    return {
      kinds: kinds.map(toKind),
      rooms: shown.map(({ code, zh, en, expected, retired }) => ({ code, zh, en, expected: expected && !retired })),
      areas: areas.map((area, at) => ({
        id: area.id,
        name: area.name,
        nameEn: area.name_en,
        path: paths[at]!.slice(1, -1)
          .map((step) => step.name)
          .join(' › '),
        amounts: kinds.map((kind) => {
          const note = notes.find((one) => one.area_id === area.id && one.kind === kind.code)
          return note ? { amount: note.amount, asOf: note.as_of, by: noteBy(note.by_name) } : null
        }),
        has: shown.map((kind) =>
          rooms
            .filter((one) => one.kind === kind.code && area.area_pos <= one.area_pos && one.area_pos <= area.area_end)
            .reduce((sum, one) => sum + one.n, 0),
        ),
        can: keeps.allows(actor, area) ? ['noteMeans'] : [],
      })),
    }
  },
})

export const meansOf = operation(room.meansOf, {
  permit: [signedIn],
  sight: 'tenant',
  subject: areaNamed,
  async run({ input, tx, actor }) {
    const rows = await meansHistory(tx, actor.tenant, input.areaId, input.kind)
    return { notes: rows.map((row) => ({ amount: row.amount, asOf: row.as_of, by: noteBy(row.by_name) })) }
  },
})

export const noteMeans = operation(room.noteMeans, {
  permit: [keeps, machineOnly],
  sight: 'tenant',
  subject: areaNamed,
  async run({ input, subject, tx, actor, now, write, made }) {
    const kind = (await meansKinds(tx, actor.tenant)).find((one) => one.code === input.kind)
    if (!kind) throw new Problem(roomProblems.noMeans, { kind: input.kind })
    if (kind.retired) throw new Problem(roomProblems.meansRetired, { kind: kind.zh })
    const asOf = input.asOf ?? localDay(now)
    if (asOf > localDay(now)) throw new Problem(roomProblems.tomorrow)
    const id = newId()
    const row = { amount: input.amount, noted_by: actor.id, made_at: now }
    write(
      k
        .insertInto('means')
        .values({ tenant_id: actor.tenant, id, area_id: subject!.id, kind: input.kind, as_of: asOf, ...row })
        .onConflict((clash) => clash.columns(['tenant_id', 'area_id', 'kind', 'as_of']).doUpdateSet(row)),
    )
    made({ id: subject!.id, area_pos: subject!.area_pos })
    return { areaId: subject!.id, amount: input.amount, asOf }
  },
})

export const setMeansKind = operation(room.setMeansKind, {
  permit: [holds('system_admin', 'district_staff'), machineOnly],
  async run({ input: { code, version, unitZh, unitEn, ...rest }, actor: { tenant }, tx }) {
    const row = { ...rest, unit_zh: unitZh, unit_en: unitEn, version: version + 1 }
    const kept = await keepKind(tx, version, {
      add: k
        .insertInto('means_kind')
        .values({ tenant_id: tenant, code, ...row })
        .onConflict((clash) => clash.doNothing())
        .returning('version'),
      change: k
        .updateTable('means_kind')
        .set(row)
        .where('tenant_id', '=', tenant)
        .where('code', '=', code)
        .where('version', '=', version)
        .returning('version'),
      now: async () => (await meansKinds(tx, tenant)).map(toKind).find((one) => one.code === code),
    })
    return { code, version: kept }
  },
})
