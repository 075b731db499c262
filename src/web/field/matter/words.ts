// The words of one matter in the field, and of its sheets.
import type { Text } from '#kernel/words.ts'
import type { RESULTS } from '#modules/matter/lifecycle.ts'
import type { Words } from '#web/lang.ts'

export const matterWords = {
  title: { zh: '事项', en: 'Matter' },
  actions: { zh: '可以做的', en: 'What to do' },
  arrived: { zh: '上一次其实已经送到了。', en: 'Your last sending did arrive.' },
  backTo: { zh: '今天', en: 'Today' },
  backFrom: { zh: '回到今天', en: 'Back to today' },
  number: { zh: '编号 {no}', en: 'No. {no}' },
  why: { zh: '时限怎么算的', en: 'How it is counted' },
  sentBack: { zh: '要返工', en: 'To be done again' },
  sentBackBy: { zh: '{name}，{time}', en: '{name}, {time}' },
  disputed: { zh: '居民说没有解决', en: 'The resident says it is not solved' },
  disputedAt: { zh: '{time}，重新办，第 {round} 次', en: '{time}, opened again, round {round}' },
  spoken: { zh: '说了一段语音，办这件事的人才能听。', en: 'A recording, heard only by who handles the matter.' },
  spokenTake: { zh: '说了一段语音，接单后就能听。', en: 'A recording; take the matter on to hear it.' },
  scanned: { zh: '居民扫码，{time} 报', en: 'By a resident’s scan, {time}' },
  byField: { zh: '网格员上报，{time}', en: 'By a grid worker, {time}' },
  atCounter: { zh: '便民大厅受理，{time}', en: 'At the service counter, {time}' },
  atLegalRoom: { zh: '法务室受理，{time}', en: 'At the legal room, {time}' },
  byPhone: { zh: '电话记录，{time}', en: 'By phone, {time}' },
  heard: { zh: '民情台账转来，{time}', en: 'From the listening ledger, {time}' },
  bySystem: { zh: '其他系统转来，{time}', en: 'From another system, {time}' },
  byDesk: { zh: '社区录入，{time}', en: 'By the community desk, {time}' },
  reporter: { zh: '报告人', en: 'Reporter' },
  noName: { zh: '没有留姓名', en: 'No name left' },
  noPhone: { zh: '没有留电话，只能上门或在现场等。', en: 'No phone left; go there in person.' },
  seeNumber: { zh: '看全号', en: 'See number' },
  story: { zh: '经过', en: 'What happened' },
  call: { zh: '打电话', en: 'Call' },
  finishNow: { zh: '当场办好了', en: 'Done on the spot' },
  contacted: { zh: '已联系居民', en: 'I have contacted them' },
  finish: { zh: '办结', en: 'Finish' },
  take: { zh: '接单，我去看', en: 'I will go and look' },
  taking: { zh: '正在接单', en: 'Taking it on' },
  waiting: { zh: '已办结，等社区核查。不用您动。', en: 'Finished; the community is checking. Nothing for you to do.' },
  repliedNote: { zh: '已核查，已答复居民。', en: 'Checked, and the resident has been told.' },
  over: { zh: '这件事已经办完。', en: 'This matter is over.' },
  withdrawn: { zh: '居民撤回了，不用再办。', en: 'Withdrawn by the resident; nothing more to do.' },
  otherHands: { zh: '现在由{name}办理。', en: '{name} is handling it.' },
  emergency: { zh: '有火、有烟、有人受伤，先打 {number}。', en: 'Fire, smoke or somebody hurt: call {number} first.' },
  dial: { zh: '打 {number}', en: 'Call {number}' },

  callTitle: { zh: '打给报告人', en: 'Call the reporter' },
  callRecord: {
    zh: '号码只为办这件事用。看一次记一次，居民在自己的页面上能看到谁看过。',
    en: 'The number is for this matter only. Each look is recorded, and the resident can see who looked.',
  },
  callShow: { zh: '看号码', en: 'Show the number' },
  callShowing: { zh: '正在记录并读取', en: 'Recording and reading' },
  callNow: { zh: '拨打 {phone}', en: 'Call {phone}' },
  callThen: { zh: '打完电话，记一下说了什么', en: 'After the call, note what was said' },

  answerTitle: { zh: '已联系居民', en: 'Resident contacted' },
  via: { zh: '怎么联系的', en: 'How' },
  said: { zh: '说了什么', en: 'What was said' },
  saidHelp: { zh: '点一句，再改几个字就行。', en: 'Tap a phrase, then change what needs changing.' },
  answerSend: { zh: '记下，已联系居民', en: 'Record it' },
  answering: { zh: '正在记下', en: 'Recording' },
  answered: { zh: '已记下。接着把事办好。', en: 'Recorded. Next: get it done.' },
  needSaid: { zh: '还差：说了什么', en: 'Still needed: what was said' },

  finishTitle: { zh: '办结', en: 'Finish' },
  result: { zh: '结果', en: 'Result' },
  done: { zh: '做了什么', en: 'What was done' },
  photos: { zh: '办好后的照片', en: 'Photos afterwards' },
  photosNeeded: { zh: '这类事要有照片，社区按照片核查。', en: 'This kind needs a photo; the community checks by it.' },
  photosMay: { zh: '有照片更好，没有也行。', en: 'Photos help but are not required.' },
  finishSend: { zh: '办好，送社区核查', en: 'Done: send for checking' },
  finishing: { zh: '正在送出', en: 'Sending' },
  finishingPhotos: { zh: '正在送出，连 {count} 张照片', en: 'Sending, with {count} photos' },
  finished: { zh: '已送社区核查。', en: 'Sent for checking.' },
  finishNext: {
    zh: '接着由社区核查（不是您自己），通过后答复居民，居民可以说没有解决。',
    en: 'The community checks next (not you), then the resident is told and may say it is not solved.',
  },
  needDone: { zh: '还差：做了什么', en: 'Still needed: what was done' },
  needPhoto: { zh: '还差：一张照片', en: 'Still needed: a photo' },
  needResult: { zh: '还差：结果', en: 'Still needed: the result' },

  whyTitle: { zh: '时限怎么算的', en: 'How the limit is counted' },
  whyLimit: { zh: '限 {limit}，从{from} 算起', en: '{limit}, from {from}' },
  whyUsed: { zh: '已用 {used}', en: '{used} used' },
  whyUntil: { zh: '到 {until}', en: 'Until {until}' },
  whyHours: { zh: '计时的时间：{hours}', en: 'Hours that count: {hours}' },
  whyBasis: { zh: '依据：{basis}', en: 'Basis: {basis}' },
  whyCounted: { zh: '计 {span}', en: '{span} counted' },
  whyNot: { zh: '不计', en: 'not counted' },
  whyProvisional: {
    zh: '明年放假安排公布后会重算。',
    en: 'Will be counted anew when next year’s holidays are announced.',
  },
} satisfies Words

export const reasonWords: Record<'work' | 'always' | 'offHours' | 'break' | 'weekend' | 'holiday' | 'paused', Text> = {
  work: { zh: '工作时间', en: 'working hours' },
  always: { zh: '昼夜都计', en: 'day and night' },
  offHours: { zh: '下班时间', en: 'after hours' },
  break: { zh: '午休', en: 'midday break' },
  weekend: { zh: '周末', en: 'weekend' },
  holiday: { zh: '放假', en: 'holiday' },
  paused: { zh: '挂起', en: 'paused' },
}

/** What to write, or what it means, under a result. */
export const resultHints: Partial<Record<(typeof RESULTS)[number], Text>> = {
  partly: { zh: '写清还差什么', en: 'say what is missing' },
  explained: { zh: '没有要修的', en: 'nothing to repair' },
  cannot: { zh: '写清该谁办', en: 'say whose task' },
}

/** Phrases for quick typing; the worker changes what needs changing. */
export const saidPhrases: readonly Text[] = [
  { zh: '今天上门看。', en: 'Coming today.' },
  { zh: '已到现场看过。', en: 'Been there.' },
  { zh: '马上处理。', en: 'Acting now.' },
  { zh: '要物业配合。', en: 'Needs the property company.' },
  { zh: '请先绕开走。', en: 'Please stay clear.' },
  { zh: '办好再告诉您。', en: 'Will tell you when done.' },
]

export const donePhrases: readonly Text[] = [
  { zh: '已清理干净。', en: 'Cleared away.' },
  { zh: '已断电。', en: 'Unplugged.' },
  { zh: '车已推走。', en: 'Moved out.' },
  { zh: '已劝离，讲清危险。', en: 'Explained the danger.' },
  { zh: '物业已修好。', en: 'Repaired.' },
  { zh: '试过正常。', en: 'Tested.' },
  { zh: '已当面告诉居民。', en: 'Told the resident.' },
]
