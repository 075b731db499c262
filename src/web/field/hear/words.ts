// The words of the listening ledger in the field.
import type { Words } from '#web/lang.ts'

export const hearWords = {
  title: { zh: '听到一句，记下来', en: 'Something heard' },
  words: { zh: '说了什么', en: 'What was said' },
  wordsHelp: { zh: '一句话。记事，不记是谁说的。', en: 'One sentence: the matter, never who said it.' },
  way: { zh: '在哪里听到的', en: 'Heard where' },
  send: { zh: '记进民情台账', en: 'Note it in the ledger' },
  sending: { zh: '正在记下', en: 'Noting it' },
  sent: { zh: '记下了。', en: 'Noted.' },
  hints: {
    zh: '刚才那句里像有姓名或号码。下次只写事就好。',
    en: 'There seems to be a name or a number in it. The matter alone is enough.',
  },
  lately: { zh: '最近记下的', en: 'Noted lately' },
  settle: { zh: '当面说清了', en: 'Told on the spot' },
  raise: { zh: '要办，立为事项', en: 'Make it a matter' },
  told: { zh: '记下了：当面说清了。', en: 'Noted: told on the spot.' },
  wasTold: { zh: '当面说清了', en: 'Told on the spot' },
  isMatter: { zh: '已立为事项 {no}', en: 'Became matter {no}' },
} satisfies Words
