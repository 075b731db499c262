// What is still to come and what lies on the table: sessions agreed on, and proposals with each side's answer.
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { dayOf } from '#web/parts/day-of.ts'
import { Mark } from '#web/parts/State.tsx'
import { dateWords } from '#web/parts/when.ts'
import type { File } from './MediationRecord.tsx'
import { timeOf } from './minutes.ts'
import { mediationWords } from './words.ts'

export function Talks({ file }: { readonly file: File }) {
  const t = useWords(mediationWords)
  const lang = useLang()
  const now = useNow()
  const coming = file.meetings.filter(({ state }) => state === 'planned')
  if (coming.length === 0 && file.proposals.length === 0) return null
  const nameOf = (id: string | null) => file.parties.find((one) => one.id === id)?.name ?? t('mediators')
  const sides = file.parties.filter(({ represents }) => !represents)
  return (
    <section className="talks">
      <h2>{t('talks')}</h2>
      <div>
        {coming.map((one) => (
          <p key={one.id}>
            <Mark shape="ring">{dateWords(dayOf(one.heldOn), now, lang)}</Mark>{' '}
            <b>
              {timeOf(one.from)}–{timeOf(one.until)}
            </b>{' '}
            {one.place}
            {one.invited.length > 0 ? (
              <span className="q"> {t('invited', { who: one.invited.join(lang === 'zh' ? '、' : ', ') })}</span>
            ) : null}
          </p>
        ))}
        <ul className="proposals">
          {file.proposals.map((one) => (
            <li key={one.id}>
              <p>
                <b>{nameOf(one.partyId)}</b> {one.words}
              </p>
              <p className="s q">
                {sides
                  .filter(({ id }) => id !== one.partyId)
                  .map(({ id, name }) => {
                    const answer = one.acceptedBy.includes(id)
                      ? 'takes'
                      : one.refusedBy.includes(id)
                        ? 'takesNot'
                        : 'noAnswer'
                    return t(answer, { who: name })
                  })
                  .join(lang === 'zh' ? '；' : '; ')}
              </p>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
