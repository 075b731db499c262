// What was agreed, term by term, and whether each was kept.
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { dayOf, daysTo } from '#web/parts/day-of.ts'
import { Mark } from '#web/parts/State.tsx'
import { dateWords } from '#web/parts/when.ts'
import type { File } from './MediationRecord.tsx'
import { mediationWords } from './words.ts'

type Agreement = NonNullable<File['agreement']>

export function Agreed({ agreement }: { readonly agreement: Agreement }) {
  const t = useWords(mediationWords)
  const lang = useLang()
  const who = agreement.missing.map(({ name }) => name).join(lang === 'zh' ? '、' : ', ')
  return (
    <section className="agreed">
      <h2>{agreement.form === 'oral' ? t('oral') : t('agreed')}</h2>
      <div>
        <ol>
          {agreement.terms.map((term) => (
            <li key={term.id}>
              <span>{term.words}</span>
              <Kept term={term} />
            </li>
          ))}
        </ol>
        {who ? <p className="s">{t('waitsFor', { who })}</p> : null}
      </div>
    </section>
  )
}

function Kept({ term }: { readonly term: Agreement['terms'][number] }) {
  const t = useWords(mediationWords)
  const lang = useLang()
  const now = useNow()
  const said = (day: string) => ({ day: dateWords(dayOf(day), now, lang) })
  if (term.doneOn)
    return (
      <Mark shape="tick" tone="done">
        {t('kept', said(term.doneOn))}
      </Mark>
    )
  if (term.brokenOn)
    return (
      <Mark shape="triangle" tone="late">
        {t('broken', said(term.brokenOn))}
      </Mark>
    )
  if (!term.dueOn) return <Mark shape="ring">{t('noDay')}</Mark>
  const left = daysTo(term.dueOn, now)
  return left < 0 ? (
    <Mark shape="triangle" tone="late">
      {t('lateBy', { count: -left })}
    </Mark>
  ) : (
    <Mark shape="ring">{t('left', { count: left })}</Mark>
  )
}
