// What people ask the law about, and what the counsel module says when something cannot be done.
import { problems } from '#kernel/problem.ts'

export { AID_GROUND_CODES, AID_GROUNDS } from './aid-grounds.ts'

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

/** What an adviser does in a community (一村（社区）一法律顾问). */
export const SERVICES = ['advice', 'review', 'lecture', 'mediation'] as const

/** Where somebody was advised, and what came of it. */
export const WAYS = ['clinic', 'visit', 'phone', 'desk'] as const
export const OUTCOMES = ['answered', 'lawyer', 'aid', 'mediation', 'court'] as const

export const counselProblems = problems('counsel', {
  sitsElsewhere: {
    kind: 'conflict',
    zh: '{name} 那天 {from}–{to} 已经在别处坐诊，不能同时坐两处。',
    en: '{name} already sits elsewhere that day from {from} to {to}; nobody sits twice at once.',
  },
  nobodyToRefer: {
    kind: 'invalid',
    zh: '转介要有姓名和电话，法律援助中心才能联系本人。',
    en: 'A referral needs a name and a phone, so that the centre can reach whoever asks.',
  },
  noCentre: {
    kind: 'invalid',
    zh: '没有这个法律援助中心，或者已经不再转介。',
    en: 'There is no such legal-aid centre, or it is referred to no longer.',
  },
  wrongTerm: {
    kind: 'invalid',
    zh: '结束的日子要在开始那天或以后。',
    en: 'It must end on the day it begins, or later.',
  },
  notTrained: {
    kind: 'invalid',
    zh: '法律明白人要先培训；请写培训的日子。',
    en: 'A law-savvy resident is trained first; please give the day of the training.',
  },
  adviserThere: {
    kind: 'conflict',
    zh: '这里的法律顾问是 {name}，聘到 {to}；先记“不再担任”，或者从那以后聘。',
    en: '{name} is the adviser here until {to}; end that first, or begin after it.',
  },
  noAdviser: { kind: 'conflict', zh: '服务记在法律顾问名下。', en: 'What was done is recorded of a legal adviser.' },
  notThatDay: {
    kind: 'invalid',
    zh: '服务的日子要在聘期开始以后、今天以前。',
    en: 'The day must lie in the term, and not in the future.',
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
  namesSomebody: {
    kind: 'invalid',
    zh: '里面有当事人的姓名或电话。给会诊成员看的，请写“当事人甲、乙”。',
    en: 'A party’s name or phone stands in it. What a panel reads says “party A” and “party B”.',
  },
  membersTwice: {
    kind: 'invalid',
    zh: '同一个人不能在会诊里坐两席。',
    en: 'Nobody has two seats on a panel.',
  },
  mediatorOnPanel: {
    kind: 'invalid',
    zh: '{name} 是本案调解员，不能同时给本案出会诊意见。',
    en: '{name} mediates this file and gives no opinion on it.',
  },
  opinionGiven: {
    kind: 'conflict',
    zh: '意见已经交了，交了就不改：别人的意见这时您已经看得到。',
    en: 'Your opinion is given and stays as it is: from then on you see the others’.',
  },
  steppedAside: { kind: 'conflict', zh: '您已经回避这次会诊。', en: 'You have stepped aside from this panel.' },
  opinionsMissing: {
    kind: 'conflict',
    zh: '还有 {count} 位没有交意见，也没有回避。意见交齐了再定方案。',
    en: '{count} have neither given an opinion nor stepped aside. The plan is drawn when all have.',
  },
  noOpinion: {
    kind: 'conflict',
    zh: '成员都回避了，没有意见可以定方案。请取消，另外召集。',
    en: 'All members have stepped aside: there is no opinion to draw a plan from. Cancel it and convene another.',
  },
  notSatYet: {
    kind: 'conflict',
    zh: '会诊定在 {day}，那天起才定方案。',
    en: 'The panel sits on {day}; a plan is drawn from that day on.',
  },
  measuresOpen: {
    kind: 'conflict',
    zh: '还有 {count} 条措施没有办完。',
    en: '{count} measures are not done yet.',
  },
})
