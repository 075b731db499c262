// What another system may ask to be called for: each event is one or more moves of a public matter.
import type { MatterMove } from '#modules/matter/index.ts'

export type CallbackEvent = {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly moves: readonly MatterMove[]
}

export const EVENTS: readonly CallbackEvent[] = [
  { code: 'matter.reported', zh: '报告', en: 'Reported', moves: ['report'] },
  { code: 'matter.taken', zh: '接单、签收', en: 'Taken on', moves: ['take', 'sign'] },
  { code: 'matter.answered', zh: '首次响应', en: 'First answer', moves: ['answer'] },
  { code: 'matter.dispatched', zh: '分派', en: 'Dispatched', moves: ['dispatch', 'rule', 'transfer', 'raise'] },
  { code: 'matter.returned', zh: '退单', en: 'Returned', moves: ['return'] },
  { code: 'matter.paused', zh: '挂起', en: 'Paused', moves: ['pause'] },
  { code: 'matter.resumed', zh: '恢复办理', en: 'Resumed', moves: ['resume'] },
  { code: 'matter.finished', zh: '办结', en: 'Finished', moves: ['finish', 'record'] },
  { code: 'matter.sentBack', zh: '返工', en: 'Sent back', moves: ['sendBack'] },
  { code: 'matter.replied', zh: '核查并答复', en: 'Checked and replied', moves: ['verify'] },
  { code: 'matter.closed', zh: '结案', en: 'Closed', moves: ['rate', 'lapse'] },
  { code: 'matter.reopened', zh: '没有解决，重新办', en: 'Reopened', moves: ['dispute'] },
  { code: 'matter.declined', zh: '不予受理', en: 'Declined', moves: ['decline'] },
  { code: 'matter.merged', zh: '并案', en: 'Merged', moves: ['merge'] },
  { code: 'matter.withdrawn', zh: '撤回', en: 'Withdrawn', moves: ['withdraw'] },
]

/** Sent when an administrator wishes to see whether calls arrive. */
export const TRIAL = 'callback.test'

const byMove = new Map<string, string>(EVENTS.flatMap(({ code, moves }) => moves.map((move) => [move, code] as const)))

export const CALLED_MOVES: readonly string[] = [...byMove.keys()]
export const eventOf = (move: string): string | undefined => byMove.get(move)
