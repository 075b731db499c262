// What the place module says when something cannot be done.
import { problems } from '#kernel/problem.ts'

export const placeProblems = problems('place', {
  noKind: { kind: 'invalid', zh: '没有“{kind}”这种场所。', en: 'There is no kind of place “{kind}”.' },
  kindRetired: {
    kind: 'conflict',
    zh: '“{kind}”这个种类已经停用。请选别的种类。',
    en: 'The kind “{kind}” is retired. Please choose another one.',
  },
  nothingToPrint: {
    kind: 'missing',
    zh: '这个区域还没有码。先点“给每栋楼、每个单元发门牌码”。',
    en: 'This area has no codes yet. Give its buildings their door codes first.',
  },
  retired: { kind: 'conflict', zh: '这个码已经停用。', en: 'This code is retired.' },
})
