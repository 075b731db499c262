// Which lines a move settles for everybody: whoever has taken a matter has seen that it is new.
import { type Tx, together } from '#kernel/database.ts'
import type { Followed } from './moves.ts'
import { overtakeOut } from './outbox-store.ts'
import { settleDigests, settleNotices } from './store.ts'

/** Ask somebody to pick it up. */
const PICK_UP = [
  ...['matter.fresh', 'matter.emergency', 'matter.dispatched', 'matter.unattended', 'matter.returned'],
  ...['matter.ruling', 'matter.raised', 'matter.climbed'],
]
/** Ask whoever has it to go on. */
const GO_ON = ['matter.sentBack', 'matter.disputed', 'matter.urged', 'matter.asked']
const HANDED_ON = [...PICK_UP, ...GO_ON, 'matter.warned']
const CHECKED = ['matter.check', 'matter.late', 'matter.warned']
const ENDED = [...HANDED_ON, ...CHECKED, 'matter.invited']

const OVER: Readonly<Partial<Record<Followed, readonly string[]>>> = {
  take: [...PICK_UP, 'matter.warned'],
  sign: [...PICK_UP, 'matter.warned'],
  answer: ['matter.disputed', 'matter.warned'],
  dispatch: HANDED_ON,
  rule: HANDED_ON,
  transfer: HANDED_ON,
  return: HANDED_ON,
  raise: HANDED_ON,
  climb: HANDED_ON,
  pause: ['matter.asked', 'matter.warned'],
  standForMediation: ['matter.asked', 'matter.warned'],
  extend: ['matter.asked', 'matter.warned'],
  refuse: ['matter.asked'],
  finish: [...HANDED_ON, 'matter.invited'],
  sendBack: CHECKED,
  acknowledge: ['matter.late'],
  verify: CHECKED,
  dispute: ['matter.rated'],
  decline: ENDED,
  merge: ENDED,
  withdraw: ENDED,
}

/** What a reporter need not be asked any more once he has said it. */
const SAID_ALREADY: Readonly<Partial<Record<Followed, readonly string[]>>> = {
  rate: ['matter.replied', 'matter.again'],
  dispute: ['matter.replied', 'matter.again', 'matter.effect'],
  confirm: ['matter.effect'],
}

/** Messages that wait for the end of the night are not sent when their reader has acted before. */
export const overtaken = (tenant: string, moved: readonly Moved[], now: Date) =>
  Object.entries(SAID_ALREADY).flatMap(([by, kinds]) => {
    const ids = moved.flatMap(({ move, row }) => (move === by ? [row.id] : []))
    return ids.length > 0 ? [overtakeOut(tenant, ids, kinds, now)] : []
  })

type Moved = { readonly move: Followed; readonly row: { readonly id: string } }

export async function settleBy(tx: Tx, tenant: string, moved: readonly Moved[], now: Date): Promise<void> {
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
