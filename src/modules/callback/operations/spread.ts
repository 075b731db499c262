// Moves that wait become calls: what happened, told once for each receiver that asked for it. The matter knows nothing of this.
import { z } from 'zod'
import { machineOnly } from '#kernel/access.ts'
import { contract } from '#kernel/contract.ts'
import { together } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { stepsOf } from '#modules/matter/index.ts'
import { districtById, shownRequests } from '#modules/open311/index.ts'
import { insertDeliveries } from '../delivery-store.ts'
import { eventOf } from '../events.ts'
import { bodyOf } from '../payload.ts'
import { dropMoves, liveReceivers, lockMoves } from '../store.ts'

/** One transaction tells of so many. */
const MOST = 100

const { spread: signature } = contract('callback', {
  spread: {
    kind: 'command',
    summary: { zh: '事项动了，写下该发的回调', en: 'Matters have moved: write the calls' },
    input: z.strictObject({}),
    /** `more`: there were others behind these. */
    output: z.object({ moves: z.number(), written: z.number(), more: z.boolean() }),
  },
})

export const spread = operation(signature, {
  permit: [machineOnly],
  async run({ actor, tx, now, perform, write }) {
    const { tenant } = actor
    const waiting = await lockMoves(tx, tenant, MOST)
    if (waiting.length === 0) return { moves: 0, written: 0, more: false }
    const moves = waiting.map((one) => ({ matter: one.matter_id, move: one.move, at: one.at }))
    const [receivers, steps, district] = await together([
      liveReceivers(tx, tenant),
      stepsOf(tx, tenant, moves),
      districtById(tx, tenant),
    ])
    const nos = [...new Set(steps.map(({ no }) => no))]
    const { requests } = nos.length ? await perform(shownRequests, { nos }) : { requests: [] }
    const byNo = new Map(requests.map((one) => [one.no, one]))
    const rows = steps.flatMap((step) => {
      const [event, request] = [eventOf(step.move), byNo.get(step.no)]
      if (!event || !request) return []
      const telling = { jurisdiction: district!.code, event, step, request }
      return receivers
        .filter(({ events }) => events.includes(event))
        .map((receiver) => ({
          ...{ tenant_id: tenant, id: newId(), receiver_id: receiver.id, matter_id: step.matter },
          ...{ no: step.no, event, at: step.at, body: bodyOf(telling, receiver.lang) },
        }))
    })
    if (rows.length) write(insertDeliveries(rows, now))
    write(
      dropMoves(
        tenant,
        waiting.map(({ id }) => id),
      ),
    )
    return { moves: waiting.length, written: rows.length, more: waiting.length === MOST }
  },
})
