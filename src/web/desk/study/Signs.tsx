// What rises against its own season: a sentence each, and its year week by week.
import { pick, useLang, useWords } from '#web/lang.ts'
import type { Study } from './StudyPage.tsx'
import { studyWords } from './words.ts'

const RECENT = 4
const HEIGHT = 44
const STEP = 8

export function Signs({ signs }: { readonly signs: Study['signs'] }) {
  const t = useWords(studyWords)
  const lang = useLang()
  const nameOf = ({ about, zh, en }: Study['signs'][number]) =>
    about === 'matter' ? t('matterSign', { name: pick(zh, en, lang) }) : pick(zh, en, lang)
  return (
    <section className="sheet signs">
      <h2>{t('signs')}</h2>
      <p className="s q">{t('signsText')}</p>
      {signs.length === 0 ? <p>{t('noSigns')}</p> : null}
      <ul>
        {signs.map((sign) => (
          <li key={`${sign.about} ${sign.key}`}>
            <p>
              <b>{t('sign', { name: nameOf(sign), recent: sign.recent, usual: sign.usual })}</b>{' '}
              <span className="s q">{t(sign.season ? 'season' : 'before')}</span>
            </p>
            <Weeks weeks={sign.weeks} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Heard as the numbers of its weeks; drawn as fifty-two bars from zero. */
function Weeks({ weeks }: { readonly weeks: readonly number[] }) {
  const t = useWords(studyWords)
  const unit = HEIGHT / Math.max(1, ...weeks)
  return (
    <figure className="weeks">
      <svg
        viewBox={`0 0 ${weeks.length * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${t('weekly')}: ${weeks.join(', ')}`}
      >
        {weeks.map((n, at) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a week is its place
            key={at}
            className={at >= weeks.length - RECENT ? 'now' : ''}
            x={at * STEP + 1}
            y={HEIGHT - n * unit}
            width={STEP - 2}
            height={n * unit}
          />
        ))}
      </svg>
      <figcaption className="s q">
        <span>{t('year')}</span>
        <span>{t('weekly')}</span>
        <span>{t('thisWeek')}</span>
      </figcaption>
    </figure>
  )
}
