// Ready phrases of a plain neighbour dispute, by its kind: a tap instead of a sentence.
import type { Text } from '#kernel/words.ts'

type Ready = { readonly story: readonly Text[]; readonly agreed: readonly Text[] }

const USUAL: Ready = {
  story: [{ zh: '两家为小事争了起来。', en: 'Two neighbours fell out over a small thing.' }],
  agreed: [
    { zh: '双方互相道歉，今后好好说。', en: 'Both apologised and will talk first.' },
    { zh: '再有事先找网格员。', en: 'Next time they call the grid worker first.' },
  ],
}
const BY_KIND: Readonly<Record<string, Ready>> = {
  'RM02-01': {
    story: [
      { zh: '楼上漏水，楼下顶上湿了。', en: 'Water came through from above.' },
      { zh: '卫生间防水坏了。', en: 'The bathroom seal has gone.' },
    ],
    agreed: [
      { zh: '楼上请人修好防水。', en: 'The flat above repairs it.' },
      { zh: '楼上把楼下的顶刷好。', en: 'The flat above repaints the ceiling below.' },
    ],
  },
  'RM02-02': {
    story: [
      { zh: '晚上有响动，吵得睡不着。', en: 'Noise at night keeps them awake.' },
      { zh: '装修时间太早太晚。', en: 'Building work too early or too late.' },
    ],
    agreed: [
      { zh: '晚上十点以后不出大声。', en: 'Quiet after ten at night.' },
      { zh: '装修只在规定时间做。', en: 'Building work only at the set hours.' },
    ],
  },
  'RM02-05': {
    story: [{ zh: '楼道里堆了东西，过不去。', en: 'Things in the corridor block the way.' }],
    agreed: [{ zh: '把东西搬走，以后不放。', en: 'They are moved, and nothing is put there again.' }],
  },
  'RM02-06': {
    story: [{ zh: '狗叫、没牵绳。', en: 'The dog barks and is not on a lead.' }],
    agreed: [{ zh: '出门牵绳，早晚不让叫。', en: 'On a lead outside, and kept quiet.' }],
  },
  'RM02-07': {
    story: [{ zh: '车挡了别人的路。', en: 'A car stood in the way.' }],
    agreed: [{ zh: '把车挪开，以后不停这里。', en: 'The car is moved and not parked there again.' }],
  },
}

export const storyPhrases = (kind: string): readonly Text[] => (BY_KIND[kind] ?? USUAL).story
export const agreedPhrases = (kind: string): readonly Text[] => [...(BY_KIND[kind]?.agreed ?? []), ...USUAL.agreed]
