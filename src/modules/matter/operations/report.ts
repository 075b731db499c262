// Reporting: by a resident who scanned a code, or by staff for a place of their area.
import type { z } from 'zod'
import { type Actor, machine, rule, systemOnly, works } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import { k } from '#kernel/database.ts'
import type { Directory } from '#kernel/directory.ts'
import { newCode, newId } from '#kernel/ids.ts'
import { type Context, operation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { enterByCode } from '#modules/place/index.ts'
import { reckon, type Started, startClock } from '../clocks.ts'
import { matter } from '../contract.ts'
import { danger, OTHER, rowsOf, suggest, toKind } from '../kinds.ts'
import type { WAYS } from '../lifecycle.ts'
import { stepOf } from '../moves.ts'
import { hintsIn } from '../numbers-in-words.ts'
import { photosOf, writePhotos } from '../photos.ts'
import { FIELD_AND_DESK, type Spot, type Where, where } from '../spots.ts'
import { insertStep, type NewStep } from '../store.ts'
import { sealReporter } from '../view.ts'
import { voicesIn, voicesOf, writeVoices } from '../voices.ts'
import { matterProblems } from '../words.ts'
import { around } from './similar.ts'

const RECEIPT_LENGTH = 20
const TITLE_LENGTH = 28

/** The new row's id is known before it exists: row-level security lets its reporter write that one row and no other. */
async function enter(input: Where, actor: Actor, directory: Directory): Promise<Actor | undefined> {
  const ids = [...actor.ids, newId()]
  if (!input.code) return { ...actor, ids }
  const entered = await enterByCode({ code: input.code }, actor, directory)
  return entered && { ...entered, ids }
}

const scannedIt = rule<Spot>(
  'scanned the printed code',
  (actor) => actor.place !== undefined,
  (actor) => actor.place !== undefined,
)
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
  sameAs?: string | undefined
  clock: Started
  /** What is known from the start of one that was settled on the spot. */
  more?: { readonly handler_id: string; readonly hands: string[]; readonly answered_at: Date }
  /** Settled at a counter or in a legal room. */
  counter?: Way | undefined
}

type Way = (typeof WAYS)[number]
type Telling = Pick<z.output<typeof matter.report.input>, 'words' | 'spot' | 'lon' | 'lat' | 'name' | 'phone' | 'way'>
type Told = Pick<Context<Telling, Spot | undefined>, 'input' | 'actor' | 'subject' | 'now' | 'keys'> & {
  readonly to: 'reported' | 'finished'
}

/** By whom it came, unless he says otherwise: a program's token is another system, a clerk's agency its counter. */
function wayOf(actor: Actor, said: Telling['way'], counter?: Way): Way {
  if (actor.kind === 'resident') return 'scan'
  if (actor.kind === 'system' || actor.token) return 'system'
  if (counter) return counter
  return said ?? (actor.posts.some((post) => post.role === 'grid_worker') ? 'field' : 'desk')
}

export function matterRow({ input, actor, subject, now, to, keys }: Told, facts: Facts) {
  const spot = subject!
  return k.insertInto('matter').values({
    tenant_id: actor.tenant,
    id: facts.id,
    no: facts.no,
    state: to,
    kind: facts.kind,
    way: wayOf(actor, input.way, facts.counter),
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
    urgency: facts.emergency ? 'urgent' : 'plain',
    same_as: facts.sameAs ?? null,
    clock: facts.clock.kind,
    warn_at: facts.clock.warnAt,
    due_at: facts.clock.dueAt,
    reported_at: now,
    changed_at: now,
    ...facts.more,
  })
}

export const reportStep = (actor: Actor, detail: { photos: number; voices?: string[] }): NewStep => ({
  move: 'report',
  by: actor.kind === 'staff' ? 'staff' : 'reporter',
  actorId: actor.kind === 'staff' ? actor.id : null,
  actorName: actor.kind === 'staff' ? actor.name : '',
  detail,
  round: 1,
})

export const matterNo = (year: string, number: number) => `LL-${year}-${String(number).padStart(5, '0')}`

/** The open matter that its reporter takes for the same; one that is none, or over, is not mentioned: his own goes on. */
async function alike({ actor, subject, perform }: Context<unknown, Spot | undefined>, id: string | undefined) {
  if (!id) return undefined
  const { near } = await perform(around, { pos: subject!.area_pos, words: '' }, machine(actor.tenant, 'similar'))
  return near.find((row) => row.id === id)?.id
}

export const report = operation(matter.report, {
  permit: [scannedIt, works(...FIELD_AND_DESK), systemOnly],
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
    const voices = voicesOf(context)
    const year = localDay(now).slice(0, 4)
    const [number, clock] = await Promise.all([
      numbers.next(actor.tenant, `matter-${year}`),
      startClock(tx, row, 'take', rows, kind, now, emergency !== null),
    ])
    const no = matterNo(year, number)
    // The reporter's own key; whoever writes down for him must not hold it, or he could judge his own work.
    const receipt = actor.kind === 'resident' ? newCode(RECEIPT_LENGTH) : null
    const sameAs = await alike(context, input.sameAs)
    write(matterRow(context, { id, no, kind: kind.code, emergency, photos: photos.length, clock, sameAs }))
    write(clock.statement)
    write(insertStep(row, reportStep(actor, { photos: photos.length, ...voicesIn(voices) }), now))
    writePhotos(context, photos, row, 'reported')
    writeVoices(context, voices, row)
    if (receipt) write(directory.entry('receipt', receipt, { tenant: actor.tenant, subject: id }, now))
    made({ id, area_pos: spot.area_pos, state: to, version: 1 })
    return {
      id,
      no,
      state: to,
      version: 1,
      receipt,
      page: receipt ? `/r/${receipt}?sent=1` : `${url}/desk/matters/${id}`,
      kind: kind.code,
      promisedAt: clock.dueAt.toISOString(),
      emergency,
    }
  },
})

const inFront = rule<Spot>('anyone: stands in front of the printed code', () => true)

export const menu = operation(matter.menu, {
  permit: [inFront],
  enter: enterByCode,
  sight: 'tenant',
  subject: where,
  async run({ tx, actor }) {
    const { kinds } = await rowsOf(tx, actor.tenant)
    const offered = [...kinds.values()].filter((kind) => kind.on_menu && !kind.retired_at)
    return {
      services: offered.map(toKind).map(({ code, family, zh, en, hintZh, hintEn, limitMinutes, counting }) => ({
        ...{ code, family, zh, en, hintZh, hintEn, limitMinutes, counting },
      })),
    }
  },
})

export const preview = operation(matter.preview, {
  permit: [scannedIt, works(...FIELD_AND_DESK)],
  enter: async (input, actor, directory) => (input.code ? enterByCode({ code: input.code }, actor, directory) : actor),
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
      hints: hintsIn(input.words),
    }
  },
})
