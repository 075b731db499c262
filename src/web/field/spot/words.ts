// The words of what was settled on the spot.
import type { Words } from '#web/lang.ts'

export const spotWords = {
  title: { zh: '当场办好了，记一件', en: 'Done on the spot' },
  place: { zh: '在哪里', en: 'Where' },
  placeOther: { zh: '别的地方', en: 'Elsewhere' },
  kind: { zh: '哪一类', en: 'What kind' },
  kindOther: { zh: '别的类', en: 'Another kind' },
  photo: { zh: '拍一张（可以不拍）', en: 'A photo (optional)' },
  photoNeeded: { zh: '拍一张，社区按照片核查', en: 'A photo; the community checks by it' },
  words: { zh: '看到什么', en: 'What you saw' },
  done: { zh: '怎么办好的', en: 'What you did' },
  send: { zh: '办好了，送社区核查', en: 'Done: send for checking' },
  sending: { zh: '正在送出', en: 'Sending' },
  sendingPhotos: { zh: '正在送出，连 {count} 张照片', en: 'Sending, with {count} photos' },
  startAgain: { zh: '清空重写', en: 'Clear and start again' },
  needPlace: { zh: '还差：在哪里', en: 'Still needed: where' },
  needKind: { zh: '还差：哪一类', en: 'Still needed: what kind' },
  needPhoto: { zh: '还差：一张照片', en: 'Still needed: a photo' },
  needWords: { zh: '还差：看到什么', en: 'Still needed: what you saw' },
  needDone: { zh: '还差：怎么办好的', en: 'Still needed: what you did' },
  sentTitle: { zh: '记下了', en: 'Written down' },
  sentText: { zh: '编号 {no}。社区核查（不是您自己）后就办结。', en: 'No. {no}. The community checks it (not you).' },
  sentOther: { zh: '再记一件', en: 'Write down another' },
  sentOpen: { zh: '看这件事', en: 'Open it' },
} satisfies Words
