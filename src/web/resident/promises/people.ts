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
  goal(
    'N2',
    'seen',
    {
      zh: '名单导出有依据、有上限、有第二个人',
      en: 'A list leaves for a reason, within a number, with a second person',
    },
    { zh: '500 种绕法，没有一种拿得更多', en: '500 ways round it, none gets more' },
    'exports',
    'many small lists come to no more than one large one; no reason, foreign areas and matters, own word: nothing',
  ),
  goal(
    'N3',
    'seen',
    { zh: '流出去的名单查得出是哪次导出的', en: 'A list that got about tells which export it was' },
    { zh: '30 行以上的片段，99% 认得出', en: 'of pieces of 30 lines, 99 of 100' },
    'traced-lists',
    'thirty to fifty lines of a thousand exports: the right one in 99 of 100, and hardly ever a wrong one',
  ),
  goal(
    'C6',
    'seen',
    { zh: '数据库、文件、备份被拿走，也读不出名字电话', en: 'Whoever takes the database files reads no name or phone' },
    { zh: '埋进去 2,000 个值，一个也找不到', en: '2,000 planted values, none found' },
    'planted',
    'names, numbers, phones, home places and needs of 400 people are found nowhere; one in clear is found everywhere',
  ),
  goal(
    'I5',
    'doors',
    {
      zh: '别人写进来的公式，导出打开时不会运行',
      en: 'A formula that somebody wrote does not run in a list that is opened',
    },
    { zh: '300 种写法，0 次运行，再导入一字不差', en: '300 ways, none runs; read again, not a sign is changed' },
    'formulas',
    'three hundred beginnings of formulas: a workbook holds words alone, and the same ones',
  ),
]
