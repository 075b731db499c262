// What a call says: what Open311 tells everybody of the matter, and what has happened. There is no field for words, names or numbers.
import type { Lang } from '#kernel/words.ts'
import { isInHand, type MatterMove, matterLife, type ToldStep } from '#modules/matter/index.ts'
import { type ShownRequest, toRequest, toUpdate } from '#modules/open311/index.ts'
import { TRIAL } from './events.ts'

/** As Open311 writes times: whole seconds. */
const second = (at: Date) => `${at.toISOString().slice(0, 19)}Z`

/** A move that leaves the state as it was is no update of Open311's. */
function updateOf(step: ToldStep, lang: Lang) {
  const { from, to } = matterLife.moves[step.move as MatterMove]
  if ((from as readonly (string | null)[]).includes(to)) return null
  return toUpdate({ id: step.id, no: step.no, state: to, inHand: isInHand(to), at: step.at.toISOString() }, lang)
}

export type Telling = {
  readonly jurisdiction: string
  readonly event: string
  readonly step: ToldStep
  /** As it is when the call is written; it may have gone on since the step. */
  readonly request: ShownRequest
}

export const bodyOf = ({ jurisdiction, event, step, request }: Telling, lang: Lang): string =>
  JSON.stringify({
    type: event,
    timestamp: second(step.at),
    data: {
      jurisdiction_id: jurisdiction,
      service_request_id: step.no,
      update: updateOf(step, lang),
      request: toRequest(request, lang),
    },
  })

export const trialBody = (at: Date): string => JSON.stringify({ type: TRIAL, timestamp: second(at), data: {} })
