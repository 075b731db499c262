// When the clock steps far back: sessions that had ended by the time before stay ended, those from a time to come end.
import { clockStep, type Stepped, stepsBack } from '#kernel/clock-step.ts'
import type { Reaction } from '#kernel/door.ts'
import { endOutside } from '../store.ts'

export const endOverlived: Reaction = {
  on: clockStep.signature.name,
  async run({ input, actor, now, write }) {
    const step = input as Stepped
    if (stepsBack(step)) write(endOutside(actor.tenant, new Date(step.database), new Date(step.was), now))
  },
}
