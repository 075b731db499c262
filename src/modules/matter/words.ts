// What the matter module says when something cannot be done, and how it names views, clocks and results.
import { problems } from '#kernel/problem.ts'
import type { Text } from '#kernel/words.ts'

export const matterProblems = problems('matter', {
  noPlace: {
    kind: 'invalid',
    zh: '请说明在哪里：扫码、选区域，或者用定位。',
    en: 'Please say where: a code, an area or a position.',
  },
  noGridThere: { kind: 'invalid', zh: '这个位置不在任何网格里。', en: 'This position lies in no grid.' },
  noKind: { kind: 'invalid', zh: '没有类别 {kind}，或者已经停用。', en: 'There is no kind {kind}, or it is retired.' },
  photoNeeded: { kind: 'invalid', zh: '这类事办结要附照片。', en: 'Matters of this kind are finished with a photo.' },
  foreignPhoto: {
    kind: 'invalid',
    zh: '照片没有随这次请求发来，请重新选一次。',
    en: 'The photo did not come with this request; please choose it again.',
  },
  foreignVoice: {
    kind: 'invalid',
    zh: '录音没有随这次请求发来，请重新录一次。',
    en: 'The recording did not come with this request; please record it again.',
  },
  tooLate: {
    kind: 'conflict',
    zh: '答复已经超过 {days} 天，请重新报告一件事。',
    en: 'More than {days} days have passed; please report it anew.',
  },
  answered: {
    kind: 'conflict',
    zh: '已经联系过居民，不用再记首次响应。',
    en: 'The resident has been answered already.',
  },
  noPersonal: {
    kind: 'conflict',
    zh: '这件事里没有您的姓名和电话。',
    en: 'This matter holds neither your name nor your phone.',
  },
  over: {
    kind: 'conflict',
    zh: '事情已经办结，不再显示全号。',
    en: 'The matter is closed; the number is no longer shown.',
  },
  lateUnseen: {
    kind: 'conflict',
    zh: '这件事办晚了，要先由领导阅示，才能答复结案。',
    en: 'This matter was late: a leader has to answer for that before the reply goes out.',
  },
  noAgency: {
    kind: 'invalid',
    zh: '没有这个责任单位，或者已经停用。',
    en: 'There is no such agency, or it is retired.',
  },
  notOnList: {
    kind: 'conflict',
    zh: '入格事项清单里没有这类事的有效条目，不能分派。',
    en: 'The access list has no valid item for this kind, so it cannot be handed out.',
  },
  returnedIt: { kind: 'conflict', zh: '这个单位已经退过这件事。', en: 'This agency has returned it already.' },
  rulingNeeded: {
    kind: 'conflict',
    zh: '已经被退回两次，要由街道领导裁定。',
    en: 'It was returned twice: a ruling is needed.',
  },
  ruled: { kind: 'conflict', zh: '已经裁定，不能再退。', en: 'It was ruled on and cannot be returned.' },
  invited: { kind: 'conflict', zh: '这些单位已经在办。', en: 'These agencies are with it already.' },
  notNow: { kind: 'conflict', zh: '现在不能这样做。', en: 'Not now.' },
  untilPast: { kind: 'invalid', zh: '时间已经过了，请选以后的时间。', en: 'That time has passed; choose a later one.' },
  alreadyLate: {
    kind: 'conflict',
    zh: '已经超时，不能再延期。',
    en: 'It is late already; no more time can be granted.',
  },
  noRequest: { kind: 'missing', zh: '没有这个申请。', en: 'There is no such request.' },
  decided: { kind: 'conflict', zh: '这个申请已经批过了。', en: 'This request has been decided.' },
  atTop: { kind: 'conflict', zh: '已经在最高一级。', en: 'It is at the top already.' },
  noLeader: { kind: 'invalid', zh: '请指定一位包抓领导。', en: 'Please name a leader.' },
  intoOver: { kind: 'conflict', zh: '要并入的那件已经办完。', en: 'The matter to merge into is over.' },
  notYet: { kind: 'invalid', zh: '日子还没到。', en: 'That day has not come yet.' },
  manyFilters: {
    kind: 'conflict',
    zh: '最多存 {most} 个筛选，请先删掉一个。',
    en: 'At most {most} saved questions; drop one first.',
  },
  joinedOpen: {
    kind: 'conflict',
    zh: '合并办理的那件事还没有答复。',
    en: 'The matter it was joined to has no reply yet.',
  },
  noClock: { kind: 'missing', zh: '这件事没有这个时限。', en: 'This matter has no such time limit.' },
  kindTaken: { kind: 'conflict', zh: '类别 {code} 已经有了。', en: 'Kind {code} exists already.' },
})

export const clockWords: Record<'take' | 'sign' | 'answer' | 'finish' | 'check' | 'rate', Text> = {
  sign: { zh: '签收', en: 'be signed for' },
  check: { zh: '核查', en: 'be checked' },
  rate: { zh: '评价', en: 'be rated' },
  take: { zh: '接单', en: 'be taken' },
  answer: { zh: '联系居民', en: 'be answered' },
  finish: { zh: '办结', en: 'be finished' },
}

export const resultWords: Record<'solved' | 'partly' | 'explained' | 'cannot', Text> = {
  solved: { zh: '解决了', en: 'Solved' },
  partly: { zh: '部分解决', en: 'Partly solved' },
  explained: { zh: '已说明情况', en: 'Explained' },
  cannot: { zh: '无法解决，说明原因', en: 'Cannot be solved; reason given' },
}

export const viaWords: Record<'phone' | 'visit' | 'page', Text> = {
  phone: { zh: '打电话', en: 'by phone' },
  visit: { zh: '上门', en: 'in person' },
  page: { zh: '在页面上回复', en: 'on the page' },
}
