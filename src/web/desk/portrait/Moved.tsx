// Comings and goings by month: came above the line, went below it.
import { useLang, useWords } from '#web/lang.ts'
import { Columns } from '../figures/Bars.tsx'
import { monthParts } from '../figures/month-words.ts'
import type { Portrait } from './portrait.ts'
import { portraitWords } from './words.ts'

export function Moved({ portrait: { moved } }: { readonly portrait: Portrait }) {
  const t = useWords(portraitWords)
  const lang = useLang()
  const some = moved.some(({ came, went }) => came !== 0 || went !== 0)
  const hidden = moved.some(({ came, went }) => came === null || went === null)
  return (
    <section className="sheet">
      <h2>{t('moved')}</h2>
      {some ? (
        <>
          <p className="s q">{t('movedText')}</p>
          <Columns
            words={[t('came'), t('went')]}
            columns={moved.slice(1).map(({ month, came, went }) => ({
              ...{ key: month, label: monthParts(month, lang), up: came ?? 0, down: went ?? 0 },
            }))}
          />
          {hidden ? <p className="figure-foot s q">{t('movedFew')}</p> : null}
        </>
      ) : (
        <p className="q">{t('movedNone')}</p>
      )}
    </section>
  )
}
