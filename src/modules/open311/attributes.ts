// What is asked beside the words: three questions that fit every kind, none of which has to be answered.
import type { z } from 'zod'
import type { Attribute } from './shapes.ts'

type Asked = z.input<typeof Attribute>

const both = (zh: string, en: string) => ({ zh, en })

export const ATTRIBUTES: readonly Asked[] = [
  {
    code: 'SPOT',
    datatype: 'string',
    required: false,
    asks: both('具体在哪里', 'Where exactly'),
    help: both(
      '比如“一层楼道”“北门外路灯”，最多 60 个字。请不要写门牌号和姓名。',
      'For example “ground floor landing”; at most 60 characters. Please leave out flat numbers and names.',
    ),
    values: [],
  },
  {
    code: 'LASTS',
    datatype: 'singlevaluelist',
    required: false,
    asks: both('现在怎样', 'How it is now'),
    help: both('选一个。', 'Choose one.'),
    values: [
      { key: 'now', name: both('刚刚发生', 'It has just happened') },
      { key: 'always', name: both('一直这样', 'It is like this all the time') },
      { key: 'sometimes', name: both('时有时无', 'It comes and goes') },
      { key: 'over', name: both('现在没有了', 'It is over for now') },
    ],
  },
  {
    code: 'HINDERS',
    datatype: 'multivaluelist',
    required: false,
    asks: both('影响到谁', 'Who is hindered'),
    help: both('可以选几个。', 'Choose as many as fit.'),
    values: [
      { key: 'walking', name: both('走路的人', 'People on foot') },
      { key: 'wheels', name: both('轮椅、婴儿车', 'Wheelchairs and prams') },
      { key: 'cars', name: both('车辆', 'Vehicles') },
      { key: 'rescue', name: both('消防车、救护车', 'Fire engines and ambulances') },
      { key: 'homes', name: both('楼里的住户', 'Those who live there') },
    ],
  },
  {
    code: 'SINCE',
    datatype: 'datetime',
    required: false,
    asks: both('从什么时候开始', 'Since when'),
    help: both('日期，或者日期和时间（W3C 格式）。', 'A date, or a date and time (W3C form).'),
    values: [],
  },
]
