// Grade one of the three: found or asked, put right at once, written down in one step; somebody else still checks it.
import { covers, type Post, rule, works } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import { newId } from '#kernel/ids.ts'
import { type Context, operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { agencyById } from '#modules/agency/index.ts'
import { startClock } from '../clocks.ts'
import { matter } from '../contract.ts'
import { rowsOf } from '../kinds.ts'
import { stepOf } from '../moves.ts'
import { photosOf, writePhotos } from '../photos.ts'
import { FIELD_AND_DESK, type Spot, where } from '../spots.ts'
import { insertStep } from '../store.ts'
import { voicesIn, voicesOf, writeVoices } from '../voices.ts'
import { matterProblems } from '../words.ts'
import { matterNo, matterRow, reportStep } from './report.ts'

const isClerk = (post: Post) => post.role === 'department_clerk' && post.agencyId !== null

/** The service counter and the legal room settle what they are asked across the table (domain 4.4, 当时能解决). */
const atCounter = rule<Spot>(
  'department_clerk of a counter of the area',
  (actor, spot) => actor.posts.some((post) => isClerk(post) && covers(post, spot.area_pos)),
  (actor) => actor.posts.some(isClerk),
)

/** A clerk records for his own counter or legal room; other agencies are handed what they do. */
async function counterOf({ tx, actor, subject }: Context<unknown, Spot | undefined>) {
  if (actor.posts.some((post) => (FIELD_AND_DESK as readonly string[]).includes(post.role))) return undefined
  const held = actor.posts.filter((post) => isClerk(post) && covers(post, subject!.area_pos))
  for (const { agencyId } of held) {
    const kind = (await agencyById(tx, actor.tenant, agencyId!))?.kind
    if (kind === 'counter' || kind === 'legal_room') return kind
  }
  throw new Problem(doorProblems.forbidden)
}

export const record = operation(matter.record, {
  permit: [works(...FIELD_AND_DESK), atCounter],
  enter: async (_, actor) => ({ ...actor, ids: [...actor.ids, newId()] }),
  sight: 'tenant',
  subject: where,
  moves: stepOf('record'),
  async run(context) {
    const { input, actor, tx, now, to, write, numbers, made } = context
    const spot = context.subject!
    const rows = await rowsOf(tx, actor.tenant)
    const kind = rows.kinds.get(input.kind)
    if (!kind || kind.retired_at) throw new Problem(matterProblems.noKind, { kind: input.kind })
    const photos = photosOf(context)
    const voices = voicesOf(context)
    if (kind.proof === 'photo' && photos.length === 0) throw new Problem(matterProblems.photoNeeded)
    const id = actor.ids.at(-1)!
    const row = { tenant: actor.tenant, id, areaPos: spot.area_pos, round: 1 }
    const year = localDay(now).slice(0, 4)
    const [number, clock] = await Promise.all([
      numbers.next(actor.tenant, `matter-${year}`),
      startClock(tx, row, 'check', rows, kind, now),
    ])
    const no = matterNo(year, number)
    const counter = await counterOf(context)
    const more = { handler_id: actor.id, hands: [actor.id], answered_at: now }
    write(matterRow(context, { id, no, kind: kind.code, emergency: null, photos: photos.length, clock, more, counter }))
    write(clock.statement)
    const told = { photos: photos.length, ...voicesIn(voices) }
    const detail = { result: input.result, ...told }
    write(insertStep(row, { ...reportStep(actor, told), move: 'record', text: input.done, detail }, now))
    writePhotos(context, photos, row, 'finished')
    writeVoices(context, voices, row)
    made({ id, area_pos: spot.area_pos, state: to, version: 1 })
    return { id, no, state: to, version: 1 }
  },
})
