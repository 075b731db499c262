// Lines of the listening ledger 民情台账: what was said over a cup of tea or on the stairs, never who said it.
import { between, dice, oneOf, shuffled } from './dice.ts'
import { grids } from './give.ts'
import { clockOf } from './pen.ts'
import { dayOf, mondayOf } from './slots.ts'
import { crew } from './who.ts'

export type Overheard = {
  day: string
  at: string
  grid: string
  who: string
  way: 'group' | 'tea' | 'visit' | 'phone' | 'street'
  kind: string | null
  words: string
  /** Explained on the spot; nothing is left to do. */
  told: boolean
}

const DAY_MS = 86_400_000
const LINES = 120
const WEEKS = 51

const said: readonly (readonly [kind: string | null, words: string])[] = [
  [null, '今年的菜市场收得早，下班买不上菜'],
  [null, '社区食堂的粥比去年稠了'],
  ['0801', '想知道老年食堂外人能不能吃'],
  ['0408', '楼下要是有个能放轮椅的棚就好了'],
  ['0801', '问医保断了还能不能补'],
  [null, '孩子们说图书角的漫画换新的吧'],
  ['1001', '夏天院里能不能放场电影'],
  ['0302', '旧衣回收箱好久没人来收'],
  ['0106', '充电棚的插座不够用，晚上要排队'],
  [null, '晚上散步的人多了，步道挺热闹'],
  ['0308', '桂花开了，请别把枝子剪了'],
  ['0204', '周末来客没处停车，想有个临时位'],
  ['0305', '早上六点就有人吹喇叭练号'],
  ['0803', '磨刀的师傅能不能一个月来一次'],
  ['0605', '社区医院的号能不能给老人留几个'],
  [null, '新来的保洁大姐扫得真干净'],
  ['0401', '巷子口那盏灯太亮，照得睡不着'],
  ['0401', '小花园那头太黑，晚上不敢走'],
  [null, '想学用手机挂号，怕点错'],
  ['0801', '外地的孩子上学要办什么，说不清'],
  ['0403', '水费单子看不懂，阶梯是怎么算的'],
  ['0404', '今年暖气比去年热，就是夜里一点凉'],
  [null, '几个老伙计想要一张下棋的桌子'],
  ['0307', '遛狗的人大多牵绳了，就早上那两家不牵'],
  ['0601', '三楼大娘最近不怎么下楼了'],
  [null, '放学那半小时有志愿者，家长放心'],
  ['0303', '水果摊挪进去以后路宽了'],
  ['0502', '门禁好是好，送水的进不来'],
  ['0501', '物业新换的经理见人打招呼'],
  [null, '快递柜满了，老人弯腰取不着下面的'],
  ['1001', '楼顶能不能晒被子，大家轮着来'],
  ['0202', '卫生间老返潮，不知道找谁看'],
  ['0703', '又有人拉着去听讲座送鸡蛋'],
  ['0606', '厂里少排班了，想找个半天的活'],
  [null, '河边钓鱼的人把饵料撒一地'],
  ['0110', '一下雨南门就积水，不深，就是绕路'],
  ['0105', '电梯里的广告声音太大'],
  [null, '社区的戏班子缺个拉二胡的'],
  ['0406', '井边那块地砖一踩就响'],
  ['0802', '代取药帮了大忙，想再排一回'],
  [null, '夜里施工前提前贴个条子就行'],
  ['0603', '邻居家孩子上学费用紧，不好意思说'],
]
const more = ['', '，说了不止一回', '，几家都这么讲']
const ways = ['tea', 'visit', 'street', 'group', 'phone', 'visit', 'tea'] as const

/** A hundred and twenty lines on the weeks of the year, on working days; each by whoever works that grid. */
export function overheard(today: string, isWorkday: (day: string) => boolean): Overheard[] {
  const monday = mondayOf(today)
  const lines = shuffled(
    'overheard',
    said.flatMap(([kind, words]) => more.map((end) => ({ kind, words: words + end }))),
  )
  return lines.slice(0, LINES).map((line, at) => {
    const label = `overheard ${at}`
    const weeksAgo = 1 + Math.floor((at * WEEKS) / LINES)
    let day = monday + (between(`${label} weekday`, 0, 4) - weeksAgo * 7) * DAY_MS
    const step = weeksAgo > 8 ? DAY_MS : -DAY_MS
    while (!isWorkday(dayOf(day))) day += step
    // Grid workers of two grids are missing: there the desk hears.
    const { code } = oneOf(`${label} grid`, grids)
    return {
      ...{ day: dayOf(day), at: clockOf(between(`${label} minute`, 15 * 60, 17 * 60)), grid: code },
      ...{ who: crew(label, code).worker, way: oneOf(`${label} way`, ways), ...line },
      told: dice(`${label} told`) < 0.4,
    }
  })
}
