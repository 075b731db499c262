// One generated matter: who reported what where, and every move it went through, with believable times between.
import { titleOf } from '#modules/matter/operations/report.ts'
import type { Grid, Kind, Spot } from '../street.ts'
import type { Chance } from './chance.ts'

export type State = 'reported' | 'handling' | 'finished' | 'replied' | 'closed' | 'withdrawn'
export type MoveName = 'report' | 'take' | 'answer' | 'finish' | 'verify' | 'rate' | 'withdraw'
export type Mover = { readonly kind: 'staff' | 'reporter' | 'resident'; readonly id: string; readonly name: string }
export type Move = {
  readonly name: MoveName
  readonly at: Date
  readonly by: Mover
  readonly from: State | null
  readonly to: State
  readonly text: string
}

export type Story = {
  readonly id: string
  readonly no: string
  readonly grid: Grid
  readonly spot: Spot
  readonly kind: Kind
  readonly way: 'scan' | 'field' | 'desk'
  readonly words: string
  readonly title: string
  readonly state: State
  readonly handler: Mover | undefined
  readonly receipt: string | undefined
  readonly name: string | undefined
  readonly phone: string | undefined
  readonly photos: number
  readonly moves: readonly Move[]
}

const MINUTE = 60_000
/** From each state back to the report: what must have happened. */
const PATHS: Record<State, readonly MoveName[]> = {
  reported: ['report'],
  handling: ['report', 'take', 'answer'],
  finished: ['report', 'take', 'answer', 'finish'],
  replied: ['report', 'take', 'answer', 'finish', 'verify'],
  closed: ['report', 'take', 'answer', 'finish', 'verify', 'rate'],
  withdrawn: ['report', 'withdraw'],
}
const LEADS: Record<MoveName, State> = {
  report: 'reported',
  take: 'handling',
  answer: 'handling',
  finish: 'finished',
  verify: 'replied',
  rate: 'closed',
  withdraw: 'withdrawn',
}
/** Minutes that a move takes after the one before, least and most. */
const DELAYS: Record<MoveName, readonly [number, number]> = {
  report: [0, 0],
  take: [2, 45],
  answer: [5, 150],
  finish: [40, 3_000],
  verify: [60, 2_000],
  rate: [30, 7_000],
  withdraw: [5, 90],
}

const REPLIES = [
  '已现场处理，东西已清走，楼道畅通了。',
  '灯已换好，晚上请再看一眼。',
  '师傅已修好，若再漏请直接打我电话。',
]
const FINISHED = ['到现场看过，已清理完毕。', '已联系物业更换，试亮正常。', '与双方说好，约定时间不再发生。']
const SAID = ['打电话说明已收到，今天上门。', '已到现场，先拍照再处理。', '和报告人约好下午见面。']

export type Plan = {
  readonly grid: Grid
  readonly kind: Kind
  readonly state: State
  readonly at: Date
  readonly no: string
  readonly words: string
}

function mover(name: MoveName, story: { way: string; id: string; spot: Spot }, worker: Mover, desk: Mover): Mover {
  if (name === 'report' && story.way === 'scan') return { kind: 'resident', id: story.spot.door!.id, name: '' }
  if (name === 'rate' || name === 'withdraw') return { kind: 'reporter', id: story.id, name: '' }
  if (name === 'verify' || (name === 'report' && story.way === 'desk')) return desk
  return worker
}

const textOf = (name: MoveName, chance: Chance): string => {
  if (name === 'answer') return chance.pick(SAID)
  if (name === 'finish') return chance.pick(FINISHED)
  return name === 'verify' ? chance.pick(REPLIES) : ''
}

/** Lays the plan out in time. `receipt` is the code the reporter got. */
export function tell(plan: Plan, chance: Chance, receipt: string): Story {
  const { grid, state } = plan
  const doors = grid.spots.filter((spot) => spot.door)
  const wish = chance.next()
  const way = wish < 0.55 && doors.length ? 'scan' : wish < 0.85 ? 'field' : 'desk'
  const spot = chance.pick(way === 'scan' ? doors : grid.spots)
  const id = chance.id(plan.at)
  const desk: Mover = { kind: 'staff', ...chance.pick(grid.desk) }
  const worker: Mover = grid.workers.length ? { kind: 'staff', ...chance.pick(grid.workers) } : desk
  const known = way === 'scan' || state === 'closed' || state === 'withdrawn'
  let at = plan.at.getTime()
  let from: State | null = null
  const moves = PATHS[state].map((name): Move => {
    const [least, most] = DELAYS[name]
    at += chance.whole(least * 60, most * 60) * 1_000
    const move = {
      name,
      at: new Date(at),
      by: mover(name, { way, id, spot }, worker, desk),
      from,
      to: LEADS[name],
      text: textOf(name, chance),
    }
    from = move.to
    return move
  })
  return {
    ...plan,
    id,
    spot,
    way,
    title: titleOf(plan.words),
    moves,
    handler: moves.some((move) => move.name === 'take') ? worker : undefined,
    receipt: known ? receipt : undefined,
    name: known && chance.next() < 0.7 ? chance.pick(['孙女士', '李先生', '王阿姨', '赵师傅']) : undefined,
    phone: known && chance.next() < 0.7 ? `138${chance.whole(10_000_000, 99_999_999)}` : undefined,
    photos: chance.next() < 0.25 ? 1 : 0,
  }
}

export const minutes = (count: number): number => count * MINUTE
