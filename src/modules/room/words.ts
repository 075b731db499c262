// What the room module says when something cannot be done.
import { problems } from '#kernel/problem.ts'

export const roomProblems = problems('room', {
  notARoom: {
    kind: 'invalid',
    zh: '“{kind}”不是工作室或站点的种类。',
    en: '“{kind}” is not a kind of room.',
  },
  wrongLevel: {
    kind: 'invalid',
    zh: '“{kind}”不设在这一级。请在对应的区、街道或社区登记。',
    en: 'A “{kind}” belongs to another level. Please record it with that district, subdistrict or community.',
  },
  noHours: {
    kind: 'invalid',
    zh: '至少要有一天开放。不再开放的，请点“停用”。',
    en: 'At least one day must have hours. To end the room, please close it for good.',
  },
  pastDay: { kind: 'invalid', zh: '{day} 已经过去，不能再改。', en: '{day} has passed and cannot be changed.' },
  allOut: { kind: 'conflict', zh: '“{tool}”都借出去了。', en: 'Every “{tool}” is out.' },
  stillOut: {
    kind: 'conflict',
    zh: '还有 {count} 件没有收回。请先收回，再去掉或停用。',
    en: '{count} are still out. Please take them back first.',
  },
  tooFew: {
    kind: 'conflict',
    zh: '“{tool}”借出了 {count} 件，总数不能比这少。',
    en: '{count} of “{tool}” are out; the total cannot be less.',
  },
  noRoom: {
    kind: 'invalid',
    zh: '没有这间工作室，或者已经停用。',
    en: 'There is no such room, or it is closed for good.',
  },
  taken: {
    kind: 'conflict',
    zh: '这间屋子 {day} {from}–{to} 已经有安排，请换一间或换个时间。',
    en: 'The room is taken on {day} from {from} to {to}. Choose another room or time.',
  },
  stillReserved: {
    kind: 'conflict',
    zh: '这间屋子往后还有 {count} 场安排。请先改到别处，再停用。',
    en: '{count} sessions are still planned there. Please move them first.',
  },
  noMeans: { kind: 'invalid', zh: '没有“{kind}”这项保障。', en: 'There is no means “{kind}”.' },
  meansRetired: {
    kind: 'conflict',
    zh: '“{kind}”已经停用，不再登记。',
    en: '“{kind}” is retired and no longer noted.',
  },
  tomorrow: { kind: 'invalid', zh: '登记的日子不能在今天以后。', en: 'It cannot be noted for a day to come.' },
})
