// What is said when something about a mediation cannot be done.
import { problems } from '#kernel/problem.ts'

export const mediationProblems = problems('mediation', {
  oneSide: {
    kind: 'invalid',
    zh: '申请人和被申请人都要写，至少各一方。',
    en: 'Both sides are needed: at least one applicant and one respondent.',
  },
  sideRefuses: {
    kind: 'conflict',
    zh: '有一方明确拒绝调解，不能受理，也不能开调解会（人民调解法第十七条）。',
    en: 'A party has refused mediation, so it can neither be taken nor held (art. 17).',
  },
  unknownKind: { kind: 'invalid', zh: '没有这种纠纷类型。', en: 'There is no such kind of dispute.' },
  referredByWhom: {
    kind: 'invalid',
    zh: '委托移送的，要写是谁移送；别的来源不写。',
    en: 'A referred dispute says by whom; any other does not.',
  },
  stageOfCourt: {
    kind: 'invalid',
    zh: '立案前、立案后只对法院移送的写。',
    en: 'Only what a court refers has a stage before or after filing.',
  },
  nothingToReply: {
    kind: 'conflict',
    zh: '这一卷不是移送来的，或者已经函告过了。',
    en: 'This file was not referred, or its answer has been sent.',
  },
  nothingMissing: {
    kind: 'conflict',
    zh: '这一项不缺，不用说明。',
    en: 'Nothing is missing there, so there is nothing to explain.',
  },
  notThere: { kind: 'invalid', zh: '案卷里没有这一项，请刷新。', en: 'The file has no such entry: reload.' },
  notMediator: {
    kind: 'invalid',
    zh: '指定的人不是能看到本案的在岗调解员。',
    en: 'Whoever is named must be in office as a mediator here.',
  },
  party: {
    kind: 'conflict',
    zh: '当事人自己不能当本案调解员，请换人（回避）。',
    en: 'A party cannot mediate this file: name somebody else.',
  },
  consentOfAll: {
    kind: 'conflict',
    zh: '延期要每一方当事人都同意，还差：{who}。',
    en: 'An extension needs the consent of every party; still missing: {who}.',
  },
  extendForward: {
    kind: 'invalid',
    zh: '新的期限要晚于现在的期限，且不超过一年。',
    en: 'The new limit must be later than the present one, within a year.',
  },
  nameless: {
    kind: 'invalid',
    zh: '请写当事人的姓名或名称。',
    en: 'Write the name of each party.',
  },
  representatives: {
    kind: 'conflict',
    zh: '一方人多时，代表人最多五名。',
    en: 'A group speaks through five representatives at most.',
  },
  groupOnly: { kind: 'invalid', zh: '只有人多的一方才推选代表人。', en: 'Only a group has representatives.' },
  notYetSigned: {
    kind: 'conflict',
    zh: '还没有签齐：{who}。',
    en: 'Not signed by all yet: {who}.',
  },
  signedAlready: { kind: 'conflict', zh: '这一方已经签过了。', en: 'This one has signed already.' },
  wrongHand: {
    kind: 'invalid',
    zh: '当事人和调解员签名，调委会盖章。',
    en: 'Parties and mediators sign; the committee stamps.',
  },
  wetInk: {
    kind: 'invalid',
    zh: '婚姻、收养、继承的协议不能用电子签名，请在纸上签（电子签名法第三条）。',
    en: 'Agreements on marriage, adoption or inheritance are signed on paper alone.',
  },
  wetScan: {
    kind: 'conflict',
    zh: '婚姻、收养、继承的协议，先收纸质签字页的扫描件，再生效。',
    en: 'For marriage, adoption or inheritance the scan of the signed page comes before it takes effect.',
  },
  notAhead: { kind: 'invalid', zh: '这一天还没有到。', en: 'That day has not come yet.' },
  ruleNumbers: {
    kind: 'invalid',
    zh: '这几个数不合这一项：期限一个数，回访两个数（不超过十二），提醒从多到少。',
    en: 'Those numbers do not fit: one for a period, two up to twelve for follow-ups, reminders from many to few.',
  },
  meetingTimes: { kind: 'invalid', zh: '结束要晚于开始。', en: 'It ends after it begins.' },
  past: { kind: 'invalid', zh: '这一天已经过了。', en: 'That day is over.' },
  noAgreement: { kind: 'conflict', zh: '这件案卷还没有协议。', en: 'This file has no agreement.' },
  notOfPolice: {
    kind: 'conflict',
    zh: '只有公安机关移送的治安案件才写这份申请。',
    en: 'Only a public-order case that the police referred has this letter.',
  },
  notPerformed: {
    kind: 'conflict',
    zh: '协议还有 {count} 项没有履行，履行完再申请。',
    en: '{count} terms are not kept yet; ask when all are.',
  },
  confirmOver: {
    kind: 'conflict',
    zh: '申请司法确认的三十天已经过了（{until}）。',
    en: 'The thirty days to ask for confirmation ended on {until}.',
  },
  confirmOrder: {
    kind: 'conflict',
    zh: '司法确认按先后记：申请、受理、裁定。',
    en: 'Confirmation goes in its order: asked, taken, decided.',
  },
  stillOpen: {
    kind: 'conflict',
    zh: '还有没做完的：{what}。',
    en: 'Still open: {what}.',
  },
  unknownTie: { kind: 'invalid', zh: '没有这种回避情形。', en: 'There is no such kind of tie.' },
  notDisclosed: {
    kind: 'conflict',
    zh: '{who}还没有声明与当事人有没有利害关系。先声明，再开调解会。',
    en: '{who} has not said yet whether anything ties them to a party. That comes before a session.',
  },
  tiesNotTold: {
    kind: 'conflict',
    zh: '调解员声明了与当事人的关系，先告知双方，再开调解会。',
    en: 'A mediator has disclosed a tie to a party. Tell both sides before a session.',
  },
  avoidanceOpen: {
    kind: 'conflict',
    zh: '有回避申请还没有决定。决定以后再开调解会。',
    en: 'Somebody asked that a mediator step out. That is decided before a session.',
  },
  alreadyAsked: {
    kind: 'conflict',
    zh: '这名调解员已经有回避申请在等决定。',
    en: 'A request that this mediator step out is waiting already.',
  },
  notOneself: {
    kind: 'forbidden',
    zh: '自己的回避由别人决定。',
    en: 'Nobody decides about himself.',
  },
  lastOnDuty: {
    kind: 'conflict',
    zh: '这是调委会最后一名在岗调解员，还有 {count} 件没办完的案卷。请先登记接任的人，再办离任。',
    en: 'The last mediator on duty here, with {count} open files. Seat a successor first.',
  },
  leadNeeded: {
    kind: 'invalid',
    zh: '主持人回避，请指定另一名调解员主持。',
    en: 'The lead steps out: name another mediator to lead.',
  },
  higher: { kind: 'invalid', zh: '只能往上一级移交。', en: 'A file is handed up, not down.' },
  notHandedUp: { kind: 'conflict', zh: '没有等待签收的移交。', en: 'Nothing waits to be signed for.' },
  toBeReceived: {
    kind: 'conflict',
    zh: '案卷已移交，等对方签收。',
    en: 'The file was handed up and waits to be signed for.',
  },
  incomplete: {
    kind: 'conflict',
    zh: '卷内文书还不齐，不能归档：{what}。',
    en: 'The file is not complete, so it cannot be archived: {what}.',
  },
  noScan: { kind: 'invalid', zh: '请选一至九页扫描件或照片。', en: 'Choose one to nine scanned pages.' },
  scanOfWhat: {
    kind: 'invalid',
    zh: '新收的材料要写名称和收到日期；身份证明和委托书要写是谁的，凭证要写是哪一项的。',
    en: 'A new paper has a name and a day; an identity or authority says whose it is, a receipt for which term.',
  },
  foreignScan: {
    kind: 'invalid',
    zh: '扫描件要随这次提交一起发来。',
    en: 'Scanned pages come with the very request that names them.',
  },
  notArchived: { kind: 'conflict', zh: '这件案卷还没有归档。', en: 'This file has not been archived.' },
  releaseOfAll: {
    kind: 'conflict',
    zh: '双方每一位当事人都同意公开，才能按这一条打开。',
    en: 'Opened by release only when every party of both sides has released it.',
  },
  courtNumber: {
    kind: 'invalid',
    zh: '请写法院的案号或调取函号，例如（2026）邻0101民特12号。',
    en: 'Give the number of the court’s case or letter.',
  },
  openingThere: {
    kind: 'conflict',
    zh: '您已经有一份申请在等答复或正在打开期内。',
    en: 'You have a request that waits, or a file that stands open for you.',
  },
  openingDecided: { kind: 'conflict', zh: '这份申请已经有了答复。', en: 'This request has been decided.' },
  openingSelf: {
    kind: 'forbidden',
    zh: '打开要另一个人同意，申请人和本案调解员不能自己批。',
    en: 'Another person agrees: neither who asks nor who mediated it.',
  },
  openingOver: {
    kind: 'conflict',
    zh: '打开的时间已经过了，请重新申请。',
    en: 'It is not open any more: ask again.',
  },
  staysSealed: {
    kind: 'forbidden',
    zh: '当事人在调解中说的话只能在这里看，不能带走。',
    en: 'What people said in mediation is read here and is not taken out.',
  },
  sealedRelapse: {
    kind: 'conflict',
    zh: '案卷已封存。先申请打开（纠纷反复），另一人同意后再接着调。',
    en: 'The file is sealed: ask for an opening first, and go on when a second person agrees.',
  },
})
