// A visit at one home as its page sees it: what waits on the phone, and giving another step to it.
import { useCallback, useSyncExternalStore } from 'react'
import { useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import { listenToDrafts } from '../draft/store.ts'
import { type Act, addStep, dropStep, newStep, readVisit, type Step, sendVisit, type Visiting } from './outbox.ts'
import { visitWords } from './words.ts'

export type Refusal = NonNullable<Step['refused']>
/** `made`: the step's key, by which the next one may name the household that it makes. */
export type Told = { readonly refusal?: Refusal; readonly made?: string }
export type Door = {
  readonly visiting: Visiting | undefined
  readonly title: string
  give(act: Act, input: Step['input'], name?: string): Promise<Told>
}

export const useVisiting = (name: string): Visiting | undefined =>
  useSyncExternalStore(listenToDrafts, () => readVisit(name))

export function useDoor(name: string, home: { readonly id: string; readonly address: string } | undefined): Door {
  const t = useWords(visitWords)
  const visiting = useVisiting(name)
  const title = t('unsentTitle', { address: home?.address ?? '' })
  const homeId = home?.id ?? ''
  const give = useCallback(
    async (act: Act, input: Step['input'], whom = '') => {
      const step = newStep(act, input, whom)
      addStep(name, homeId, title, step)
      await sendVisit(name)
      const kept = readVisit(name)?.steps.find(({ key }) => key === step.key)
      // Whoever has just written it mends it in the form; what somebody else changed meanwhile is shown side by side.
      if (kept?.refused && kept.refused.code !== 'door.changed') {
        dropStep(name, step.key)
        return { refusal: kept.refused }
      }
      tell(t(kept ? 'keptOnPhone' : 'saved'))
      return { made: step.key }
    },
    [name, homeId, title, t],
  )
  return { visiting, title, give }
}
