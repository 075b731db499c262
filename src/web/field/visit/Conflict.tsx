// Somebody else changed the entry meanwhile: what was written here beside what it says now, and which of them stands.
import { relationWords, sexWords } from '#modules/register/words.ts'
import { useAnswer } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import type { Step } from './outbox.ts'
import { visitWords } from './words.ts'

type ConflictProps = {
  readonly step: Step
  readonly onMine: (more: { readonly version: number }) => void
  readonly onTheirs: () => void
}

const FIELDS = ['name', 'phone', 'birth', 'sex', 'relation', 'need'] as const
type Field = (typeof FIELDS)[number]

export function Conflict({ step, onMine, onTheirs }: ConflictProps) {
  const t = useWords(visitWords)
  const lang = useLang()
  const { data: now } = useAnswer('register.person', { id: String(step.input.id) })
  const said = (field: Field): string => {
    const value = String(step.input[field] ?? '')
    if (field === 'sex') return sexWords[value]?.[lang] ?? ''
    return field === 'relation' ? (relationWords[value]?.[lang] ?? '') : value
  }
  const theirs: Record<Field, string> = {
    ...{ name: now?.name ?? '', phone: now?.phone ?? '', birth: now?.birthYear ? String(now.birthYear) : '' },
    ...{ sex: sexWords[String(now?.sex)]?.[lang] ?? '', relation: relationWords[now?.relation ?? '']?.[lang] ?? '' },
    need: now?.has.need ? t('filled') : '',
  }
  const rows = FIELDS.filter((field) => step.input[field] !== undefined)
  return (
    <>
      <p role="alert">{t(now && now.state !== 'here' ? 'conflictGone' : 'conflict')}</p>
      {rows.length > 0 ? (
        <table className="visit-both">
          <thead>
            <tr>
              <td />
              <th scope="col">{t('mine')}</th>
              <th scope="col">{t('theirs')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((field) => (
              <tr key={field}>
                <th scope="row">{t(field)}</th>
                <td>{said(field)}</td>
                <td>{theirs[field] || '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <div className="visit-row">
        {now && now.state === 'here' ? (
          <button type="button" className="btn primary" onClick={() => onMine({ version: now.version })}>
            {t('takeMine')}
          </button>
        ) : null}
        <button type="button" className="btn" onClick={onTheirs}>
          {t('takeTheirs')}
        </button>
      </div>
    </>
  )
}
