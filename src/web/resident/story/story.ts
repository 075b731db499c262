// A reported matter as its reporter sees it, and small questions about it that several parts of the page ask.
import type { OutputOf } from '#kernel/contract.ts'
import type { PageRequest } from '#kernel/http/page.ts'
import { Problem } from '#kernel/problem.ts'
import type { Lang } from '#kernel/words.ts'
import { matter } from '#modules/matter/contract.ts'
import { SPOKEN } from '#modules/matter/lifecycle.ts'
import { storyWords as w } from './words.ts'

export type Story = OutputOf<typeof matter.story>

/** A receipt that is too short or unknown leads nowhere; both look the same. */
export async function storyOf(request: PageRequest, receipt: string): Promise<Story | undefined> {
  try {
    return await request.ask(matter.story, { receipt })
  } catch (error) {
    if (error instanceof Problem && (error.status === 404 || error.status === 400)) return undefined
    throw error
  }
}

/** How soon somebody gets in touch, as it was promised for this very matter; minutes. */
export const answerLimit = ({ steps }: Story): number | null =>
  steps.find((step) => step.move === 'answer' && step.limitMinutes !== null)?.limitMinutes ?? null

/** When a step was last made. */
export const lastTime = ({ steps }: Story, move: string): string | undefined =>
  steps
    .filter((step) => step.move === move)
    .map((step) => step.at)
    .sort()
    .at(-1)

export const pictures = ({ photoList }: Story, purpose: 'reported' | 'finished') =>
  photoList.filter((photo) => photo.purpose === purpose)

/** What is only spoken has no words to be called by. */
export const titleOf = ({ title }: Story, lang: Lang): string => (title === SPOKEN ? w.spokenTitle[lang] : title)
