// What kind of session it is, in the reader's language.
import type { Output } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { counselWords } from './words.ts'

type Session = Output<'counsel.week'>['clinics'][number]

export function useKindWord() {
  const t = useWords(counselWords)
  return (kind: Session['kind']) =>
    t(({ legal: 'kindLegal', volunteer: 'kindVolunteer', touring: 'kindTouring' } as const)[kind])
}
