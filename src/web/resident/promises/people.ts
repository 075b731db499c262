// Promises about people's data in the registers: who sees what of it, and who is told.
import { type Goal, goal } from './goal.ts'

export const PEOPLE_GOALS: readonly Goal[] = [
  goal(
    'A4',
    'seen',
    { zh: '不能靠筛选、排序、试探，猜出看不到的内容', en: 'What one may not read cannot be guessed by asking' },
    { zh: '试几百次，猜不出一个二进制位', en: 'less than one bit after hundreds of tries' },
    'oracle',
    'after hundreds of tries at one hidden number, less than a bit of it is known',
  ),
  goal(
    'N1',
    'seen',
    { zh: '一户一户地翻看，当天就停，慢慢翻也会发现', en: 'Browsing household after household is stopped, and seen' },
    { zh: '一天 60 户；40 户的三天内、15 户的十四天内发现', en: '60 a day; 40 a day seen in 3 days, 15 in 14' },
    'insiders',
    'sixty households, then a hard stop; the next day begins anew; two at once are not both the last',
  ),
  goal(
    'P1',
    'seen',
    { zh: '谁看过我的信息，本人查得到', en: 'Who looked at my data is told to me' },
    { zh: '一次不少，一次不多', en: 'every look and no other' },
    'who-looked',
    'after hundreds of acts each page tells what left and when it may, and counts what it tells later',
  ),
  goal(
    'P2',
    'seen',
    { zh: '没有正在办的事，看不到全文', en: 'Nothing is shown in full without a task in hand' },
    { zh: '错的理由，0 次放行', en: '0 wrong reasons accepted' },
    'reasons',
    'hundreds of wrong, foreign, closed, unassigned and unrelated reasons: none accepted, none written',
  ),
  goal(
    'P3',
    'seen',
    { zh: '名单和查找里，人都打了码', en: 'In lists and searches people are masked' },
    { zh: '全部', en: 'every one' },
    'masks',
    'no list, record or search holds a name, a phone, a birthday or a number in full',
  ),
]
