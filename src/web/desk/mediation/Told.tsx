// The story of a file: visits, investigations and sessions, as both sides may read them.
import { mediationLife } from '#modules/mediation/lifecycle.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { dayOf } from '#web/parts/day-of.ts'
import { dateWords } from '#web/parts/when.ts'
import { endingOf } from './ending-of.ts'
import type { File } from './MediationRecord.tsx'
import { mediationWords, routeWords } from './words.ts'

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

export function Told({ file }: { readonly file: File }) {
  const t = useWords(mediationWords)
  const lang = useLang()
  const now = useNow()
  const ended = endingOf(file)
  const routes = ended?.step.routes.map((one) => routeWords[one as keyof typeof routeWords]?.[lang] ?? one) ?? []
  return (
    <section className="told">
      <h2>{t('story')}</h2>
      <div>
        {file.records.length === 0 && !ended ? <p className="q">{t('noStory')}</p> : null}
        <ol className="story">
          {ended ? (
            <li>
              <time>{dateWords(ended.step.at, now, lang)}</time>
              <p>
                <b>{mediationLife.states[ended.state][lang]}</b> {ended.step.words}
              </p>
              {routes.length > 0 ? <p>{t('elsewhere', { routes: routes.join(lang === 'zh' ? '、' : ', ') })}</p> : null}
            </li>
          ) : null}
          {file.records.toReversed().map((one) => (
            <li key={one.id}>
              <time>
                {dateWords(dayOf(one.heldOn), now, lang)} {clock(one.from)}
                {lang === 'zh' ? '，' : ', '}
                {one.place}
              </time>
              <p>
                <b>{t(one.kind)}</b> {one.result || one.words}
              </p>
              {one.undisputed.length > 0 ? (
                <p className="who">
                  {t('undisputed')}
                  {lang === 'zh' ? '：' : ': '}
                  {one.undisputed.join(lang === 'zh' ? '；' : '; ')}
                </p>
              ) : null}
            </li>
          ))}
        </ol>
      </div>
    </section>
  )
}
