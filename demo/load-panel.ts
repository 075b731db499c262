// The demo's panel of experts: a dispute that stands still, a lawyer's and an engineer's opinion, one plan that is followed.
import { localDay } from '#kernel/clock.ts'
import { type House, perform } from '#kernel/door.ts'
import { actorOf } from '#kernel/http/identity.ts'
import { Problem } from '#kernel/problem.ts'
import { dayNumber, dayText } from '#modules/calendar/index.ts'
import { operations } from '#modules/index.ts'
import type { Street } from './telling.ts'

type Changed = { readonly id: string; readonly version: number }
type Open = { readonly mediations: readonly { readonly id: string; readonly state: string; readonly title: string }[] }
type File = { readonly facts: string; readonly requests: string }

/** An awning that takes the light: a question for the law and for whoever can measure. */
const ABOUT = '雨棚挡光'
const [LEAD, LAWYER, ENGINEER] = ['zhaoguilan', 'songyining', 'jianghuaijin'] as const
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
  const file = mediations.find((one) => one.state === 'mediating' && one.title.includes(ABOUT))
  if (!file) return
  const { facts, requests } = await as<File>(LEAD, 'mediation.get', { id: file.id })
  const put = {
    mediationId: file.id,
    question: '雨棚要不要拆：挡光到什么程度算超过，换成透光的行不行，费用怎么分担？',
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
    ...{ id, noTie: true, basis: '民法典 第二百八十八条、第二百九十三条' },
    words:
      '装雨棚不得妨碍相邻方的通风、采光和日照。先量清挡了多少，换透光板能解决的不必拆；费用由装的一方出，日子写进协议。',
  })
  await as(ENGINEER, 'counsel.giveOpinion', {
    ...{ id, noTie: true, basis: '现场勘查' },
    words: '现场看，外挑一米二，下层窗台午前照不到。改成六十厘米的透光板，两层都够用；不动墙体，半天能换好。',
  })
  if (panel.ahead > 0) return
  const drawn = await as<Changed>(LEAD, 'counsel.drawPlan', {
    ...{
      id,
      version: 3,
      words: '不拆，改小、换透光板：外挑不超过六十厘米，由装的一方出钱，换好后两家一起看一次光，写进协议。',
    },
    measures: [
      { words: '请工程师上门量一次，双方都在场', owner: '社区', dueOn: day(5) },
      { words: '换成透光板，外挑不超过六十厘米', owner: '当事人乙', dueOn: day(15) },
      { words: '两家一起看过光，写进协议', owner: '调解员', dueOn: day(18) },
    ],
  })
  await as(LEAD, 'counsel.acceptPlan', { id, version: drawn.version })
}
