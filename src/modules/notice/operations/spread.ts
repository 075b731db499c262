// What is said when a matter has moved: to whom, and which earlier notices are over by it. The matter knows nothing of this.
import { z } from 'zod'
import { machineOnly } from '#kernel/access.ts'
import { contract, Id } from '#kernel/contract.ts'
import { type Tx, together } from '#kernel/database.ts'
import { operation } from '#kernel/operation.ts'
import { type Told, toldOf } from '#modules/matter/index.ts'
import { dropMoves, type Followed, lockMoves } from '../moves.ts'
import { withdrawOut } from '../outbox-store.ts'
import { settleDigests, settleNotices } from '../store.ts'
import { type Saying, type To, tell } from '../tell.ts'
import type { Said } from '../template.ts'

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
    summary: { zh: '某区域的消息变了', en: 'Notices of an area have changed' },
    input: z.strictObject({ areaId: Id, areaPos: z.number().int() }),
    output: z.object({}),
  },
})

/** `desk`: the community's; where it has none, the subdistrict's duty desk. `worker`: of the grid; without one, the desk. */
type Whom = 'worker' | 'desk' | 'handler' | 'reporter'

const SAID: Readonly<Record<Followed, readonly { readonly kind: string; readonly to: Whom }[]>> = {
  report: [{ kind: 'matter.fresh', to: 'worker' }],
  take: [{ kind: 'matter.taken', to: 'reporter' }],
  finish: [{ kind: 'matter.check', to: 'desk' }],
  sendBack: [{ kind: 'matter.sentBack', to: 'handler' }],
  verify: [{ kind: 'matter.replied', to: 'reporter' }],
  rate: [{ kind: 'matter.rated', to: 'handler' }],
  dispute: [
    { kind: 'matter.disputed', to: 'handler' },
    { kind: 'matter.disputed', to: 'desk' },
  ],
  withdraw: [],
  forget: [],
}

/** What a move settles for everybody: who has taken it has seen that it is new. */
const OVER: Readonly<Partial<Record<Followed, readonly string[]>>> = {
  take: ['matter.fresh', 'matter.emergency'],
  finish: ['matter.sentBack', 'matter.disputed'],
  sendBack: ['matter.check'],
  verify: ['matter.check'],
  dispute: ['matter.rated'],
  withdraw: ['matter.fresh', 'matter.emergency', 'matter.check', 'matter.sentBack', 'matter.disputed'],
}

const DESK = ['community_staff', 'community_head'] as const
const ABOVE = ['subdistrict_staff'] as const

function receiverOf(to: Whom, row: Told): To | undefined {
  const there = { areaPos: row.area_pos }
  if (to === 'reporter') return { reporter: row.id }
  if (to === 'handler') return row.handler_id ? { account: row.handler_id } : undefined
  if (to === 'desk') return { ...there, roles: DESK, otherwise: ABOVE }
  return { ...there, roles: ['grid_worker'], otherwise: [...DESK, ...ABOVE] }
}

const saidOf = (row: Told): Said => ({
  no: row.no,
  kind: row.kind,
  ...(row.grid.zh ? { area: row.grid } : {}),
  ...(row.due_at ? { at: row.due_at.toISOString() } : {}),
})

type Moved = { readonly move: Followed; readonly by_id: string | null; readonly at: Date; readonly row: Told }

const sayingsOf = ({ move, by_id, at, row }: Moved): Saying[] =>
  SAID[move].flatMap(({ kind, to }) => {
    const receiver = receiverOf(to, row)
    // Nobody is told of his own deed, and a handler who sits at the desk is told once.
    const except = by_id ?? (to === 'desk' ? row.handler_id : null)
    const of = kind === 'matter.fresh' && row.emergency ? 'matter.emergency' : kind
    const about = { kind: 'matter', id: row.id }
    return receiver ? [{ to: receiver, kind: of, about, said: saidOf(row), at, except }] : []
  })

/** Of each matter its earliest move: what that settles and what a later one says anew may be the same line. */
function oneEach<M extends { matter_id: string }>(moves: readonly M[]): M[] {
  const seen = new Set<string>()
  return moves.filter(({ matter_id: id }) => !seen.has(id) && seen.add(id))
}

async function settle(tx: Tx, tenant: string, moved: readonly Moved[], now: Date): Promise<void> {
  const over = Object.entries(OVER).map(([by, kinds]) => ({
    kinds,
    ids: moved.flatMap(({ move, row }) => (move === by ? [row.id] : [])),
  }))
  const settled = await together(
    over.filter(({ ids }) => ids.length > 0).map(({ ids, kinds }) => tx.all(settleNotices(tenant, ids, kinds, now))),
  )
  const digests = new Set(settled.flat().flatMap(({ digest_id }) => digest_id ?? []))
  if (digests.size) await tx.all(settleDigests(tenant, [...digests], now))
}

export const spread = operation(signature, {
  permit: [machineOnly],
  async run(context) {
    const { actor, tx, now, perform } = context
    const { tenant } = actor
    const waiting = await lockMoves(tx, tenant, MOST)
    const due = oneEach(waiting)
    const rows = await toldOf(
      tx,
      tenant,
      due.map((one) => one.matter_id),
    )
    const moved = due.flatMap(({ matter_id, move, by_id, at }): Moved[] => {
      const row = rows.get(matter_id)
      return row ? [{ move: move as Followed, by_id, at, row }] : []
    })
    await settle(tx, tenant, moved, now)
    const silenced = moved.flatMap(({ move, row }) => (move === 'withdraw' || move === 'forget' ? [row.id] : []))
    await together([
      // A letter may have been written while the move that takes a number back was being made.
      ...(silenced.length ? [tx.all(withdrawOut(tenant, silenced, now))] : []),
      tx.all(
        dropMoves(
          tenant,
          due.map((one) => one.id),
        ),
      ),
    ])
    const told = await tell(context, moved.flatMap(sayingsOf))
    // Pages of whoever works there look again. Named after the area, since a reporter's page follows the matter's own id.
    const areas = new Map(moved.map(({ row }) => [row.at.id, row.at.pos]))
    for (const [areaId, areaPos] of areas) await perform(heard, { areaId, areaPos })
    return { moves: due.length, told, more: waiting.length === MOST || waiting.length > due.length }
  },
})

export const heard = operation(signatureOfHeard, {
  permit: [machineOnly],
  async run({ input, made }) {
    made({ id: input.areaId, area_pos: input.areaPos })
    return {}
  },
})
