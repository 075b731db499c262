// The demo's panel of experts: a dispute that stands still, a lawyer's and an engineer's opinion, one plan that is followed.
import { localDay } from '#kernel/clock.ts'
import { type House, perform } from '#kernel/door.ts'
import { actorOf } from '#kernel/http/identity.ts'
import { Problem } from '#kernel/problem.ts'
import { dayNumber, dayText } from '#modules/calendar/index.ts'
import { operations } from '#modules/index.ts'
import type { Street } from './telling.ts'

type Changed = { readonly id: string; readonly version: number }
type Open = { readonly mediations: readonly { readonly id: string; readonly state: string }[] }
type File = { readonly facts: string; readonly requests: string }

const [LEAD, LAWYER, ENGINEER] = ['wuchangshun', 'songyining', 'jianghuaijin'] as const
/** After so many shut days in a row there is none. */
const DAYS_TRIED = 12

export async function loadPanel(
  house: House,
  { tenant, people }: Pick<Street, 'tenant' | 'people'>,
  roomId: string,
  today: Date,
): Promise<void> {
  const as = async <T>(login: string, name: string, input: object): Promise<T> =>
    (await perform(house, operations.get(name)!, await actorOf(house, tenant, people.get(login)!), input)) as T
  const day = (days: number) => dayText(dayNumber(localDay(today)) + days)
  const { mediations } = await as<Open>(LEAD, 'mediation.mine', {})
  const file = mediations.find((one) => one.state === 'mediating')
  if (!file) return
  const { facts, requests } = await as<File>(LEAD, 'mediation.get', { id: file.id })
  const put = {
    mediationId: file.id,
    question: '两次没有谈拢：双方各让一步的办法里，哪些能写进协议，费用怎么分担？',
    summary: `当事人甲说：${facts}当事人乙不这样看。甲要的是：${requests}`,
    members: [
      { accountId: people.get(LAWYER)!, role: 'lawyer' },
      { accountId: people.get(ENGINEER)!, role: 'expert' },
    ],
  }
  const convened = async (ahead = 0): Promise<{ id: string; ahead: number } | undefined> => {
    try {
      const input = { ...put, roomId, day: day(ahead), from: 570, to: 660 }
      return { id: (await as<Changed>(LEAD, 'counsel.convenePanel', input)).id, ahead }
    } catch (error) {
      // A day on which the room stays shut.
      if (!(error instanceof Problem) || ahead >= DAYS_TRIED) throw error
      return convened(ahead + 1)
    }
  }
  const panel = await convened()
  if (!panel) return
  const { id } = panel
  await as(LAWYER, 'counsel.giveOpinion', {
    ...{ id, noTie: true, basis: '民法典 第二百八十八条、第二百九十四条' },
    words: '相邻各方应当有利生产、方便生活。先把事实查清，再按各自的过错和受益分担费用；分担的比例、日子要写进协议。',
  })
  await as(ENGINEER, 'counsel.giveOpinion', {
    ...{ id, noTie: true, basis: '现场勘查' },
    words: '建议先做一次检测，一周内能出结果；整改不动承重结构，做一遍防水或隔音就够，工期三天。',
  })
  if (panel.ahead > 0) return
  const drawn = await as<Changed>(LEAD, 'counsel.drawPlan', {
    ...{ id, version: 3, words: '先检测、后整改、费用按检测结果分担，三步都写进协议；整改后满一个月回访一次。' },
    measures: [
      { words: '请检测机构上门，双方都在场', owner: '社区', dueOn: day(5) },
      { words: '按检测结果整改', owner: '当事人乙', dueOn: day(15) },
      { words: '按结果谈费用分担，写进协议', owner: '调解员', dueOn: day(18) },
    ],
  })
  await as(LEAD, 'counsel.acceptPlan', { id, version: drawn.version })
}
