// Telling of the moves that wait: what they settle, who hears what, whose pages look again. The matter knows nothing of this.
import { z } from 'zod'
import { machineOnly } from '#kernel/access.ts'
import { holdersOf } from '#kernel/assignment.ts'
import { contract, Id } from '#kernel/contract.ts'
import { type Tx, together } from '#kernel/database.ts'
import { operation } from '#kernel/operation.ts'
import { decidedOf, joinedTo, toldOf } from '#modules/matter/index.ts'
import { dropMoves, type Followed, lockMoves } from '../moves.ts'
import { withdrawOut } from '../outbox-store.ts'
import { overtaken, settleBy } from '../over.ts'
import { type Moved, sayingsOf } from '../sayings.ts'
import { tell } from '../tell.ts'

/** One transaction tells of so many: large enough to share its questions, small enough to be over in a moment. */
const MOST = 100

const { spread: signature, heard: signatureOfHeard } = contract('notice', {
  spread: {
    kind: 'command',
    summary: { zh: '事项动了，告诉该知道的人', en: 'Matters have moved: tell whoever should know' },
    input: z.strictObject({}),
    /** `more`: there were others behind these. */
    output: z.object({ moves: z.number(), told: z.number(), more: z.boolean() }),
  },
  heard: {
    kind: 'command',
    summary: { zh: '某区域或某人的消息变了', en: 'Notices of an area or a person have changed' },
    /** An area, or a person who is told of something outside his own. */
    input: z.strictObject({ id: Id, areaPos: z.number().int() }),
    output: z.object({}),
  },
})

/** Of each matter its earliest move: what that settles and what a later one says anew may be the same line. */
function oneEach<M extends { matter_id: string }>(moves: readonly M[]): M[] {
  const seen = new Set<string>()
  return moves.filter(({ matter_id: id }) => !seen.has(id) && seen.add(id))
}

type Waiting = Awaited<ReturnType<typeof lockMoves>>[number]

const HANDS_ON: readonly string[] = ['dispatch', 'rule', 'transfer', 'invite']
const DECIDES: readonly string[] = ['pause', 'extend', 'refuse']

/** What the moves are about, with what some of them did besides; nothing is asked that no move of these needs. */
async function movedBy(tx: Tx, tenant: string, due: readonly Waiting[]): Promise<Moved[]> {
  const of = (moves: readonly string[]) => due.flatMap((one) => (moves.includes(one.move) ? [one.matter_id] : []))
  const [handed, decided, answered] = [of(HANDS_ON), of(DECIDES), of(['verify'])]
  const all = due.map((one) => one.matter_id)
  const [rows, holders, requests, joined] = await together([
    toldOf(tx, tenant, all),
    handed.length ? holdersOf(tx, tenant, handed) : [],
    decided.length ? decidedOf(tx, tenant, decided) : [],
    answered.length ? joinedTo(tx, tenant, answered) : [],
  ])
  return due.flatMap(({ matter_id: id, move, by_id, at }): Moved[] => {
    const row = rows.get(id)
    const then = (when: Date | null) => when?.getTime() === at.getTime()
    if (!row) return []
    return [
      {
        ...{ move: move as Followed, by_id, at, row },
        handed: holders.flatMap((one) => (one.subject_id === id && then(one.made_at) ? [one.holder_id] : [])),
        decided: requests.find(
          (one) =>
            one.matter_id === id &&
            then(one.decided_at) &&
            (move === 'refuse' ? one.decision === 'refused' : one.what === move && one.decision === 'granted'),
        ),
        joined: joined.filter(({ into }) => into === id),
      },
    ]
  })
}

export const spread = operation(signature, {
  permit: [machineOnly],
  async run(context) {
    const { actor, tx, now, perform } = context
    const { tenant } = actor
    const waiting = await lockMoves(tx, tenant, MOST)
    const due = oneEach(waiting)
    const moved = await movedBy(tx, tenant, due)
    await settleBy(tx, tenant, moved, now)
    const silenced = moved.flatMap(({ move, row }) => (move === 'withdraw' || move === 'forget' ? [row.id] : []))
    await together([
      // A letter may have been written while the move that takes a number back was being made.
      ...(silenced.length ? [tx.all(withdrawOut(tenant, silenced, now))] : []),
      ...overtaken(tenant, moved, now).map((one) => tx.all(one)),
      tx.all(
        dropMoves(
          tenant,
          due.map((one) => one.id),
        ),
      ),
    ])
    const { told, apart } = await tell(context, moved.flatMap(sayingsOf))
    // Pages of whoever works there look again. Named after the area, since a reporter's page follows the matter's own id.
    const areas = new Map(moved.map(({ row }) => [row.at.id, row.at.pos]))
    for (const [id, areaPos] of [...areas, ...apart]) await perform(heard, { id, areaPos })
    return { moves: due.length, told, more: waiting.length === MOST || waiting.length > due.length }
  },
})

export const heard = operation(signatureOfHeard, {
  permit: [machineOnly],
  async run({ input, made }) {
    made({ id: input.id, area_pos: input.areaPos })
    return {}
  },
})
