// What people ask the law about, and what the counsel module says when something cannot be done.
import { problems } from '#kernel/problem.ts'

/** A closed list of kinds of questions, none of them about what somebody is. */
export const TOPICS = {
  neighbours: { zh: '邻里、相邻关系', en: 'Neighbours' },
  property: { zh: '物业、业主', en: 'Property management' },
  family: { zh: '婚姻、家庭', en: 'Marriage and family' },
  inheritance: { zh: '继承、遗嘱', en: 'Inheritance and wills' },
  labour: { zh: '劳动、工资', en: 'Work and wages' },
  lending: { zh: '借款、担保', en: 'Loans and guarantees' },
  housing: { zh: '租房、买房', en: 'Renting and buying a home' },
  consumer: { zh: '消费、预付卡', en: 'Consumers and prepaid cards' },
  traffic: { zh: '交通事故', en: 'Road accidents' },
  injury: { zh: '人身、财产损害', en: 'Injury and damage' },
  other: { zh: '其他', en: 'Other' },
} as const

export type Topic = keyof typeof TOPICS
export const TOPIC_CODES = Object.keys(TOPICS) as [Topic, ...Topic[]]

export const counselProblems = problems('counsel', {
  sitsElsewhere: {
    kind: 'conflict',
    zh: '{name} 那天 {from}–{to} 已经在别处坐诊，不能同时坐两处。',
    en: '{name} already sits elsewhere that day from {from} to {to}; nobody sits twice at once.',
  },
  noSitter: {
    kind: 'invalid',
    zh: '坐诊的人不在名单里，或者已经停用。',
    en: 'Somebody on the list does not sit here, or no longer does.',
  },
  roomShut: {
    kind: 'conflict',
    zh: '{day} 这个时段房间不开放。请换一天，或者先改开放时间。',
    en: 'On {day} the room is not open then. Choose another day, or change its hours first.',
  },
  noRoom: {
    kind: 'invalid',
    zh: '请选一个工作室；巡诊没有房间的，写明地点。',
    en: 'Choose a room; a touring session without one needs a spot in words.',
  },
  wrongTimes: { kind: 'invalid', zh: '结束要晚于开始。', en: 'It must end after it begins.' },
  pastDay: { kind: 'invalid', zh: '{day} 已经过去。', en: '{day} has passed.' },
  notYet: {
    kind: 'conflict',
    zh: '还没到 {day}，电话和结果到那天才看、才记。',
    en: 'It is not {day} yet; phones are shown and results noted on the day.',
  },
  slotTaken: {
    kind: 'conflict',
    zh: '这个时段刚被别人约走，请换一个。',
    en: 'This time has just been taken. Please choose another.',
  },
  noSlot: {
    kind: 'invalid',
    zh: '这次坐诊没有这个时段，或者时间已经过了。',
    en: 'There is no such time in this session, or it has passed.',
  },
  badPhone: {
    kind: 'invalid',
    zh: '请填 11 位手机号，或者带区号的座机号。',
    en: 'Please give a mobile number of 11 digits, or a landline with its area code.',
  },
  noQueue: {
    kind: 'conflict',
    zh: '今天这里不取号。坐诊的日子是 {day}。',
    en: 'No numbers are given here today. The session is on {day}.',
  },
  queueFull: {
    kind: 'conflict',
    zh: '今天的号已经取完，请问现场的工作人员。',
    en: 'All numbers of today are given; please ask the people here.',
  },
  checkedAhead: {
    kind: 'invalid',
    zh: '核对的日子不能在今天以后。',
    en: 'It cannot have been checked on a day to come.',
  },
  somebodyInIt: {
    kind: 'invalid',
    zh: '解答里像有电话号码或证件号码。公开的解答不能有任何人的信息，请去掉。',
    en: 'There seems to be a phone or ID number in it. A public answer says nothing of anybody; please take it out.',
  },
})
