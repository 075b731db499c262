// Reporting: by a resident who scanned a code, or by staff for a place of their area.
import type { z } from 'zod'
import { type Actor, rule, works } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import { k, type Tx } from '#kernel/database.ts'
import type { Directory } from '#kernel/directory.ts'
import { newCode, newId } from '#kernel/ids.ts'
import { type Context, operation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { gridAt } from '#modules/area/index.ts'
import { enterByCode } from '#modules/place/index.ts'
import { reckon, type Started, startClock } from '../clocks.ts'
import { matter } from '../contract.ts'
import { danger, OTHER, rowsOf, suggest } from '../kinds.ts'
import { stepOf } from '../moves.ts'
import { photosOf, writePhotos } from '../photos.ts'
import { placeOfCode, type Spot, spotOfArea } from '../spots.ts'
import { insertStep, type NewStep } from '../store.ts'
import { sealReporter } from '../view.ts'
import { matterProblems } from '../words.ts'

type Input = {
  code?: string | undefined
  areaId?: string | undefined
  lon?: number | undefined
  lat?: number | undefined
}

const RECEIPT_LENGTH = 20
const TITLE_LENGTH = 28

/** The new row's id is known before it exists: row-level security lets its reporter write that one row and no other. */
async function enter(input: Input, actor: Actor, directory: Directory): Promise<Actor | undefined> {
  const ids = [...actor.ids, newId()]
  if (!input.code) return { ...actor, ids }
  const entered = await enterByCode({ code: input.code }, actor, directory)
  return entered && { ...entered, ids }
}

async function where(input: Input, tx: Tx, actor: Actor): Promise<Spot | undefined> {
  if (actor.place) return placeOfCode(tx, actor.tenant, actor.place)
  if (input.areaId) return spotOfArea(tx, actor.tenant, input.areaId)
  if (input.lon === undefined || input.lat === undefined) throw new Problem(matterProblems.noPlace)
  const grid = await gridAt(tx, actor.tenant, input.lon, input.lat)
  if (!grid) throw new Problem(matterProblems.noGridThere)
  return spotOfArea(tx, actor.tenant, grid.id)
}

const scannedIt = rule<Spot>(
  'scanned the printed code',
  (actor) => actor.place !== undefined,
  (actor) => actor.place !== undefined,
)
const FIELD_AND_DESK = [
  'grid_worker',
  'building_head',
  'volunteer',
  'patrol_member',
  'community_staff',
  'community_head',
  'subdistrict_staff',
] as const

/** The first clause of what was said, so that a list can be read. */
export function titleOf(words: string): string {
  const first = words.split(/[。！？!?\n]/)[0]!.trim() || words.trim()
  const letters = [...first]
  return letters.length > TITLE_LENGTH ? `${letters.slice(0, TITLE_LENGTH - 1).join('')}…` : first
}

type Facts = {
  id: string
  no: string
  kind: string
  emergency: '110' | '119' | '120' | null
  photos: number
  clock: Started
}

type Reporting = Context<z.output<typeof matter.report.input>, Spot | undefined, 'reported'>

function matterRow({ input, actor, subject, now, to, keys }: Reporting, facts: Facts) {
  const spot = subject!
  return k.insertInto('matter').values({
    tenant_id: actor.tenant,
    id: facts.id,
    no: facts.no,
    state: to,
    kind: facts.kind,
    way:
      actor.kind === 'resident' ? 'scan' : actor.posts.some((post) => post.role === 'grid_worker') ? 'field' : 'desk',
    words: input.words,
    title: titleOf(input.words),
    grid_id: spot.gridId,
    area_id: spot.areaId,
    area_pos: spot.area_pos,
    place_id: spot.placeId,
    address: input.spot ? `${spot.address} ${input.spot}` : spot.address,
    lon: input.lon ?? spot.lon,
    lat: input.lat ?? spot.lat,
    reporter_id: actor.kind === 'staff' ? actor.id : null,
    ...sealReporter(keys, { tenant: actor.tenant, id: facts.id }, input.name, input.phone),
    photos: facts.photos,
    emergency: facts.emergency,
    clock: facts.clock.kind,
    warn_at: facts.clock.warnAt,
    due_at: facts.clock.dueAt,
    reported_at: now,
    changed_at: now,
  })
}

const reportStep = (actor: Actor, photos: number): NewStep => ({
  move: 'report',
  by: actor.kind === 'staff' ? 'staff' : 'reporter',
  actorId: actor.kind === 'staff' ? actor.id : null,
  actorName: actor.kind === 'staff' ? actor.name : '',
  detail: { photos },
  round: 1,
})

export const report = operation(matter.report, {
  permit: [scannedIt, works(...FIELD_AND_DESK)],
  enter,
  sight: 'tenant',
  subject: where,
  moves: stepOf('report'),
  async run(context) {
    const { input, actor, tx, now, to, write, numbers, directory, made, url } = context
    const spot = context.subject!
    const rows = await rowsOf(tx, actor.tenant)
    const kind = rows.kinds.get(input.kind ?? suggest(rows, input.words)[0]?.code ?? OTHER)
    if (!kind || kind.retired_at) throw new Problem(matterProblems.noKind, { kind: input.kind ?? OTHER })
    const id = actor.ids.at(-1)!
    const emergency = danger(rows, input.words)?.call ?? kind.emergency
    const row = { tenant: actor.tenant, id, areaPos: spot.area_pos, round: 1 }
    const photos = photosOf(context)
    const year = localDay(now).slice(0, 4)
    const [number, clock] = await Promise.all([
      numbers.next(actor.tenant, `matter-${year}`),
      startClock(tx, row, 'take', rows, kind, now, emergency !== null),
    ])
    const no = `LL-${year}-${String(number).padStart(5, '0')}`
    // The reporter's own key; whoever writes down for him must not hold it, or he could judge his own work.
    const receipt = actor.kind === 'resident' ? newCode(RECEIPT_LENGTH) : null
    write(matterRow(context, { id, no, kind: kind.code, emergency, photos: photos.length, clock }))
    write(clock.statement)
    write(insertStep(row, reportStep(actor, photos.length), now))
    writePhotos(context, photos, row, 'reported')
    if (receipt) write(directory.entry('receipt', receipt, { tenant: actor.tenant, subject: id }, now))
    made({ id, area_pos: spot.area_pos, state: to, version: 1 })
    return {
      id,
      no,
      state: to,
      version: 1,
      receipt,
      page: receipt ? `/r/${receipt}?sent=1` : `${url}/desk/matters/${id}`,
      promisedAt: clock.dueAt.toISOString(),
      emergency,
    }
  },
})

export const preview = operation(matter.preview, {
  permit: [rule('anyone: stands in front of the printed code', () => true)],
  enter: enterByCode,
  sight: 'tenant',
  subject: where,
  async run({ input, subject, tx, actor, now }) {
    const rows = await rowsOf(tx, actor.tenant)
    const likely = suggest(rows, input.words)
    const chosen = (input.kind && rows.kinds.get(input.kind)) || likely[0] || rows.kinds.get(OTHER)
    if (!chosen) throw new Problem(matterProblems.noKind, { kind: OTHER })
    const found = danger(rows, input.words) ?? null
    const at = { tenant: actor.tenant, areaPos: subject!.area_pos }
    const { due } = await reckon(tx, at, 'take', rows, chosen, now, found !== null || chosen.emergency !== null)
    const brief = (kind: { code: string; zh: string; en: string }) => ({ code: kind.code, zh: kind.zh, en: kind.en })
    return {
      kind: { ...brief(chosen), sure: likely.length > 0 },
      others: [
        ...likely.filter((kind) => kind !== chosen),
        ...[...rows.kinds.values()].filter((kind) => kind.code === OTHER && kind !== chosen),
      ]
        .slice(0, 4)
        .map(brief),
      promise: { takenBy: due.at!.toISOString(), minutes: chosen.limit_minutes, counting: chosen.counting },
      publicLine: chosen.public ? { zh: chosen.public_zh, en: chosen.public_en } : null,
      emergency: found,
    }
  },
})
