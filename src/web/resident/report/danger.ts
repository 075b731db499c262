// Words that call for a phone before a form, so that the page can say so while somebody still types. The kinds of matters decide on the next step.
import type { Lang } from '#kernel/words.ts'

type Danger = {
  readonly call: '119' | '120' | '110'
  readonly words: readonly string[]
  readonly zh: string
  readonly en: string
}

const dangers: readonly Danger[] = [
  {
    call: '119',
    words: ['漏气', '燃气味', '煤气味', '天然气味', 'gas leak', 'smell of gas'],
    zh: '您写了“{word}”。别碰开关，关阀、开窗、到外面去，再打 119。',
    en: 'You wrote “{word}”. Touch no switches; close the valve, open the windows, go outside, then call 119.',
  },
  {
    call: '119',
    words: ['着火', '起火', '失火', '爆炸', '冒烟', '浓烟', 'on fire', 'smoke', 'explosion'],
    zh: '您写了“{word}”。人先离开，不坐电梯，再打 119。',
    en: 'You wrote “{word}”. Leave first, not by lift, then call 119.',
  },
  {
    call: '120',
    words: [
      '晕倒',
      '昏倒',
      '昏迷',
      '叫不醒',
      '没有呼吸',
      '大出血',
      '触电',
      'unconscious',
      'not breathing',
      'bleeding badly',
    ],
    zh: '您写了“{word}”。现在就打 120，照电话里说的做。',
    en: 'You wrote “{word}”. Call 120 now and do as they say.',
  },
  {
    call: '110',
    words: ['持刀', '砍人', '打人', '打起来', '抢劫', '撬门', 'knife', 'fighting', 'break-in'],
    zh: '您写了“{word}”。先躲到安全的地方，再打 110。',
    en: 'You wrote “{word}”. Get to a safe place, then call 110.',
  },
]

/** For the script, in the reader's language. */
export const dangerData = (lang: Lang): string =>
  JSON.stringify(dangers.map(({ call, words, ...said }) => ({ call, words, say: said[lang] })))
