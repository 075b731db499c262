// Closed notes of one side, opened on purpose: each look is written down, and nothing here is printed.
import { useState } from 'react'
import { useAnswer } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { dayOf } from '#web/parts/day-of.ts'
import { Icon } from '#web/parts/Icon.tsx'
import { PageProblem } from '#web/parts/Problem.tsx'
import { dateWords } from '#web/parts/when.ts'
import type { File } from './MediationRecord.tsx'
import { mediationWords } from './words.ts'

type ClosedNotesProps = { readonly id: string; readonly parties: File['parties'] }

export function ClosedNotes({ id, parties }: ClosedNotesProps) {
  const t = useWords(mediationWords)
  const [open, setOpen] = useState(false)
  return (
    <section className="apart">
      <h2>
        <Icon name="lock" />
        {t('apart')}
      </h2>
      <p className="s">{t('apartText')}</p>
      {open ? <Notes id={id} parties={parties} /> : <Button onPress={() => setOpen(true)}>{t('apartShow')}</Button>}
    </section>
  )
}

function Notes({ id, parties }: ClosedNotesProps) {
  const t = useWords(mediationWords)
  const lang = useLang()
  const now = useNow()
  const { data, error, refetch } = useAnswer('mediation.notes', { id })
  if (!data && error) return <PageProblem problem={error} onAgain={() => void refetch()} />
  if (data?.notes.length === 0) return <p>{t('apartNone')}</p>
  return (
    <ul>
      {data?.notes.map((note) => (
        <li key={note.id}>
          <p className="s">
            {t('apartWith', {
              day: dateWords(dayOf(note.heldOn), now, lang),
              side: t(parties.find((one) => one.id === note.partyId)?.side ?? 'applicant'),
            })}
          </p>
          {note.words}
        </li>
      ))}
    </ul>
  )
}
