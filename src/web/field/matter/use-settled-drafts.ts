// Finds out that what seemed unsent has arrived: only the answer was lost on the way.
import { useEffect } from 'react'
import { useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import { type Draft, dropDraft } from '../draft/store.ts'
import { useUnsent } from '../draft/use-draft.ts'
import type { Matter } from './Record.tsx'
import { matterWords } from './words.ts'

/** A sheet that writes, and the field that holds its words. */
const WRITES = {
  ...{ answer: 'said', finish: 'done', note: 'words', raise: 'why' },
  ...{ invite: 'reason', ask: 'words', comment: 'words' },
} as const
export type Writing = keyof typeof WRITES

/** One draft a matter, move and round: what was sent in an earlier round is never sent again as if it were new. */
export const draftName = (account: string, move: Writing, { id, round }: Pick<Matter, 'id' | 'round'>): string =>
  `${account}/matter.${move}/${id}/${round}`

/** Told in this round in these words, or overtaken by a later round. */
function hasArrived(draft: Draft, move: Writing, { steps, round }: Matter): boolean {
  const of = Number(draft.name.slice(draft.name.lastIndexOf('/') + 1))
  const said = (draft.fields as Record<string, string>)[WRITES[move]]?.trim()
  return of < round || steps.some((step) => step.move === move && step.round === of && step.text === said)
}

export function useSettledDrafts(matter: Matter, account: string | undefined): void {
  const says = useWords(matterWords)('arrived')
  const unsent = useUnsent()
  useEffect(() => {
    for (const move of Object.keys(WRITES) as Writing[])
      for (const draft of unsent) {
        const about = draft.name.startsWith(`${account}/matter.${move}/${matter.id}/`)
        if (!about || !hasArrived(draft, move, matter)) continue
        dropDraft(draft.name)
        tell(says)
      }
  }, [matter, account, unsent, says])
}
