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
  noClock: { kind: 'missing', zh: '这件事没有这个时限。', en: 'This matter has no such time limit.' },
  kindTaken: { kind: 'conflict', zh: '类别 {code} 已经有了。', en: 'Kind {code} exists already.' },
})

export const clockWords: Record<'take' | 'answer' | 'finish', Text> = {
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
