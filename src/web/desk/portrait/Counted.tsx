// What is counted plainly: entries by class, places, households, workers.
import { roleWords } from '#modules/account/words.ts'
import { classWords } from '#modules/register/words.ts'
import { useLang, useWords } from '#web/lang.ts'
import { PlainBars } from '../figures/Bars.tsx'
import { Facts } from '../parts/Facts.tsx'
import { type Portrait, spaced } from './portrait.ts'
import { portraitWords } from './words.ts'

type Part = { readonly portrait: Portrait }

export function Held({ portrait: { counts } }: Part) {
  const t = useWords(portraitWords)
  const lang = useLang()
  return (
    <section className="sheet counted">
      <h2>{t('held')}</h2>
      <Facts
        facts={counts.map((one) => [
          classWords[one.class][lang],
          <b key={one.class} className="num">
            {one.n === null ? t('few') : spaced(one.n)}
          </b>,
        ])}
      />
    </section>
  )
}

export function Places({ portrait: { places } }: Part) {
  const t = useWords(portraitWords)
  return (
    <section className="sheet counted">
      <h2>{t('places')}</h2>
      <Facts
        facts={(['compounds', 'buildings', 'units'] as const).map((name) => [
          t(name),
          <b key={name} className="num">
            {spaced(places[name])}
          </b>,
        ])}
      />
    </section>
  )
}

export function Households({ portrait: { households } }: Part) {
  const t = useWords(portraitWords)
  const some = households?.some(({ n }) => n > 0)
  return (
    <section className="sheet">
      <h2>{t('households')}</h2>
      {some ? (
        <PlainBars
          rows={households!.map(({ kinds, n }) => ({
            ...{ key: kinds.join(), label: kinds.map((kind) => t(`household.${kind}`)).join(t('or')), count: n },
          }))}
        />
      ) : (
        <p className="q">{t('householdsNone')}</p>
      )}
    </section>
  )
}

export function Workers({ portrait: { workers } }: Part) {
  const t = useWords(portraitWords)
  const lang = useLang()
  const order = Object.keys(roleWords)
  return (
    <section className="sheet">
      <h2>{t('workers')}</h2>
      {workers.length === 0 ? (
        <p className="q">{t('workersNone')}</p>
      ) : (
        <PlainBars
          rows={[...workers]
            .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role))
            .map(({ role, n }) => ({ key: role, label: roleWords[role as keyof typeof roleWords][lang], count: n }))}
        />
      )}
    </section>
  )
}
