// People by age, men to the left and women to the right of the years, on one scale; where the sexes cannot be told, one bar.
import { useWords } from '#web/lang.ts'
import { type Portrait, spaced } from './portrait.ts'
import { portraitWords } from './words.ts'

type Band = NonNullable<Portrait['ages']>[number]

export function Ages({ portrait: { ages, ageUnknown } }: { readonly portrait: Portrait }) {
  const t = useWords(portraitWords)
  const some = ages?.some(({ n }) => n > 0)
  const most = Math.max(1, ...(ages ?? []).flatMap(({ men, women, n }) => [men ?? n / 2, women ?? n / 2]))
  return (
    <section className="sheet">
      <h2>{t('ages')}</h2>
      {some ? (
        <>
          <p className="s q">{t('agesText')}</p>
          <ul className="ages">
            {[...ages!].reverse().map((band) => (
              <AgeRow key={band.from} band={band} most={most} />
            ))}
          </ul>
        </>
      ) : (
        <p className="q">{t('agesNone')}</p>
      )}
      {ageUnknown ? <p className="figure-foot s q">{t('ageUnknown', { count: spaced(ageUnknown) })}</p> : null}
    </section>
  )
}

function AgeRow({ band, most }: { readonly band: Band; readonly most: number }) {
  const t = useWords(portraitWords)
  const { from, to, n, men, women } = band
  const name = to === null ? t('bandOpen', { from }) : t('band', { from, to })
  const width = (count: number) => ({ width: `${(count / most) * 100}%` })
  if (men === null || women === null)
    return (
      <li className="whole-band">
        <span className="bar-name">{name}</span>
        <span className="bar-num">{n === 0 ? 0 : t('whole', { count: spaced(n) })}</span>
      </li>
    )
  return (
    <li>
      <span className="bar-num">
        <span className="vh">{t('men')} </span>
        {spaced(men)}
      </span>
      <span className="bar-track left" aria-hidden="true">
        <i style={width(men)} />
      </span>
      <span className="bar-name">{name}</span>
      <span className="bar-track" aria-hidden="true">
        <i className="part" style={width(women)} />
      </span>
      <span className="bar-num to-left">
        <span className="vh">{t('women')} </span>
        {spaced(women)}
      </span>
    </li>
  )
}
