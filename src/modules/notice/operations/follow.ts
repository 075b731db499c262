// What is said when a matter moves: to whom, and which earlier notices are over by it. The matter knows nothing of this.
import { z } from 'zod'
import { machineOnly } from '#kernel/access.ts'
import { contract, Id } from '#kernel/contract.ts'
import { type Context, operation } from '#kernel/operation.ts'
import { type Told, toldOf } from '#modules/matter/index.ts'
import { withdrawOut } from '../outbox-store.ts'
import { settleNotices } from '../store.ts'
import type { Said } from '../template.ts'
import { type Sending, say } from './send.ts'

export const FOLLOWED = [
  'report',
  'take',
  'finish',
  'sendBack',
  'verify',
  'rate',
  'dispute',
  'withdraw',
  'forget',
] as const
type Followed = (typeof FOLLOWED)[number]

const { follow: signature } = contract('notice', {
  follow: {
    kind: 'command',
    summary: { zh: '一件事动了，该知道的人知道', en: 'A matter has moved: tell whoever should know' },
    input: z.strictObject({ id: Id, move: z.enum(FOLLOWED), by: Id.nullable() }),
    output: z.object({ told: z.number() }),
  },
})

/** `desk`: the community's; where it has none, the subdistrict's duty desk. `worker`: of the grid; without one, the desk. */
type To = 'worker' | 'desk' | 'handler' | 'reporter'
type Saying = { readonly kind: string; readonly to: To }

const SAID: Readonly<Record<Followed, readonly Saying[]>> = {
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

function receiverOf(to: To, row: Told) {
  if (to === 'reporter') return { reporter: row.id }
  if (to === 'handler') return row.handler_id ? { account: row.handler_id } : undefined
  if (to === 'desk') return { roles: [...DESK], areaId: row.area_id, otherwise: [...ABOVE] }
  return { roles: ['grid_worker' as const], areaId: row.area_id, otherwise: [...DESK, ...ABOVE] }
}

/** Nobody is told of his own deed, and a handler who sits at the desk is told once. */
const exceptOf = (by: string | null, to: To, row: Told) => {
  const except = by ?? (to === 'desk' ? row.handler_id : null)
  return except ? { except } : {}
}

const saidOf = (row: Told): Said => ({
  no: row.no,
  kind: row.kind,
  ...(row.grid.zh ? { area: row.grid } : {}),
  ...(row.due_at ? { at: row.due_at.toISOString() } : {}),
})

export const follow = operation(signature, {
  permit: [machineOnly],
  async run(context: Context<z.output<typeof signature.input>, undefined>) {
    const { input, actor, tx, now, write, made } = context
    const row = await toldOf(tx, actor.tenant, input.id)
    if (!row) return { told: 0 }
    // What it settled is gone from every bell of the area.
    made({ id: row.area_id, area_pos: row.area_pos })
    const over = OVER[input.move]
    if (over) write(settleNotices(actor.tenant, row.id, over, now))
    // Whoever takes his words or his number back hears no more of it.
    if (input.move === 'withdraw' || input.move === 'forget') write(withdrawOut(actor.tenant, row.id, now))
    let told = 0
    for (const { kind, to } of SAID[input.move]) {
      const receiver = receiverOf(to, row)
      if (!receiver) continue
      // Not performed one by one: all is written with the move in one statement, and the journal has one row of it.
      const said: Sending['input'] = {
        to: receiver,
        kind: kind === 'matter.fresh' && row.emergency ? 'matter.emergency' : kind,
        about: { kind: 'matter', id: row.id },
        said: saidOf(row),
        ...exceptOf(input.by, to, row),
      }
      told += await say({ ...context, input: said, made: () => {} })
    }
    return { told }
  },
})
