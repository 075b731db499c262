// The sentence that tells one step of a matter, and how it kept its time limit.
import { type Lang, say } from '#kernel/words.ts'
import { matterLife } from '#modules/matter/lifecycle.ts'
import type { Output } from '#web/call.ts'
import { detailValues } from './story-details.ts'
import { storyWords } from './story-words.ts'
import { spanWords } from './when.ts'

type Matter = Output<'matter.get'>
type Step = Matter['steps'][number]
export type About = Pick<Matter, 'clocks' | 'photoList' | 'way'>

export type Sentence = {
  /** In bold before the sentence; empty when the sentence names its own subject. */
  readonly who: string
  readonly says: string
  /** “用了 25 分钟，限 2 小时。” */
  readonly limit: string
  readonly late: boolean
}

type WordName = keyof typeof storyWords

/** Which word tells a step: some moves read differently by how they were made. */
function wordFor({ move, by, detail }: Step, way: Matter['way']): WordName | undefined {
  const variants: readonly string[] = [
    `${move}.${detail.via ?? detail.result ?? detail.what ?? (move === 'report' ? way : '')}`,
    `${move}.${by}`,
    move,
  ]
  return variants.find((name): name is WordName => name in storyWords)
}

/** A number stands off the Chinese word before it, a word does not: “用了 48 分钟”, “用了不到 1 分钟”. */
const spaced = (span: string, lang: Lang): string => (lang === 'zh' && /^\d/.test(span) ? ` ${span}` : span)

/** The clock whose end is worth a word at a move; others are stopped in passing. */
const OWN: Readonly<Record<string, Matter['clocks'][number]['kind']>> = {
  ...{ take: 'take', answer: 'answer', finish: 'finish', sign: 'sign', verify: 'check', sendBack: 'check' },
}

/** What a step said about a limit: the clock of its round that it stopped. */
function keptLimit(step: Step, clocks: Matter['clocks'], lang: Lang): Pick<Sentence, 'limit' | 'late'> {
  const stops: readonly string[] =
    (matterLife.moves as Record<string, { stops?: readonly string[] }>)[step.move]?.stops ?? []
  const own = OWN[step.move]
  // A limit that ran out and the next one may stop at one moment: the step kept or missed the later.
  const clock = clocks.findLast(
    ({ kind, round, stoppedAt }) =>
      stops.includes(kind) && kind === own && round === step.round && stoppedAt === step.at,
  )
  if (!clock) return { limit: '', late: false }
  const used = clock.usedShare * clock.limitMinutes
  const late = clock.usedShare > 1
  const values = { used: spaced(spanWords(used, lang), lang), limit: spanWords(clock.limitMinutes, lang) }
  const word = `limit${late ? 'Late' : 'Kept'}${clock.counting === 'work' ? 'Work' : ''}` as const
  return { limit: say(storyWords[word], lang, values), late }
}

export function sentenceOf(step: Step, { clocks, photoList, way }: About, lang: Lang): Sentence {
  const photos = photoList.filter(({ purpose }) => purpose === 'reported').length
  const name = wordFor(step, way)
  const values = {
    photos: photos > 0 ? say(storyWords.withPhotos, lang, { count: photos }) : '',
    stars: step.detail.satisfaction ?? '',
    ...detailValues(step, lang),
  }
  const rated = step.move === 'rate' && typeof step.detail.satisfaction === 'number'
  const says = name ? say(storyWords[rated ? 'rate.stars' : name], lang, values) : ''
  const who = step.by === 'reporter' ? '' : step.actorName
  return { who, says, ...keptLimit(step, clocks, lang) }
}
