// What Open311 asks beside the words in a new tenant: four questions that fit every kind, none of which has to be answered.
import type { InputOf } from '#kernel/contract.ts'
import type { open311 } from '#modules/open311/contract.ts'

export const questionRows: readonly InputOf<typeof open311.setQuestion>[] = [
  {
    code: 'SPOT',
    sort: 10,
    datatype: 'string',
    asksZh: '具体在哪里',
    asksEn: 'Where exactly',
    helpZh: '比如“一层楼道”“北门外路灯”，最多 60 个字。请不要写门牌号和姓名。',
    helpEn: 'For example “ground floor landing”; at most 60 characters. Please leave out flat numbers and names.',
  },
  {
    code: 'LASTS',
    sort: 20,
    datatype: 'singlevaluelist',
    asksZh: '现在怎样',
    asksEn: 'How it is now',
    helpZh: '选一个。',
    helpEn: 'Choose one.',
    choices: [
      { key: 'now', zh: '刚刚发生', en: 'It has just happened' },
      { key: 'always', zh: '一直这样', en: 'It is like this all the time' },
      { key: 'sometimes', zh: '时有时无', en: 'It comes and goes' },
      { key: 'over', zh: '现在没有了', en: 'It is over for now' },
    ],
  },
  {
    code: 'HINDERS',
    sort: 30,
    datatype: 'multivaluelist',
    asksZh: '影响到谁',
    asksEn: 'Who is hindered',
    helpZh: '可以选几个。',
    helpEn: 'Choose as many as fit.',
    choices: [
      { key: 'walking', zh: '走路的人', en: 'People on foot' },
      { key: 'wheels', zh: '轮椅、婴儿车', en: 'Wheelchairs and prams' },
      { key: 'cars', zh: '车辆', en: 'Vehicles' },
      { key: 'rescue', zh: '消防车、救护车', en: 'Fire engines and ambulances' },
      { key: 'homes', zh: '楼里的住户', en: 'Those who live there' },
    ],
  },
  {
    code: 'SINCE',
    sort: 40,
    datatype: 'datetime',
    asksZh: '从什么时候开始',
    asksEn: 'Since when',
    helpZh: '日期，或者日期和时间（W3C 格式）。',
    helpEn: 'A date, or a date and time (W3C form).',
  },
]
