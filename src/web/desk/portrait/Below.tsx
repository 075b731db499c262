// The tree below an area: each place with its people, homes, organisations and who answers for it.
import { Link } from '@tanstack/react-router'
import { pick, useLang, useWords } from '#web/lang.ts'
import { type Portrait, spaced } from './portrait.ts'
import { portraitWords } from './words.ts'

export function Below({ portrait: { below } }: { readonly portrait: Portrait }) {
  const t = useWords(portraitWords)
  const lang = useLang()
  if (below.length === 0) return null
  const most = Math.max(1, ...below.map(({ people }) => people ?? 0))
  return (
    <section className="sheet below">
      <h2>{t('below')}</h2>
      <p className="s q">{t('belowText')}</p>
      <div className="below-table">
        <table>
          <thead>
            <tr>
              <th scope="col">
                <span className="vh">{t('below')}</span>
              </th>
              <th scope="col">{t('lead')}</th>
              <th scope="col" className="num">
                {t('people')}
              </th>
              <td className="drawn" />
              <th scope="col" className="num">
                {t('homes')}
              </th>
              <th scope="col" className="num last">
                {t('organisations')}
              </th>
            </tr>
          </thead>
          <tbody>
            {below.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <Link to="/desk/portrait/{-$id}" params={{ id: one.id }}>
                    {pick(one.name, one.nameEn, lang)}
                  </Link>
                </th>
                <td>{one.lead ?? <span className="q">{t('noLead')}</span>}</td>
                <td className="num">{one.people === null ? t('few') : spaced(one.people)}</td>
                <td className="drawn" aria-hidden="true">
                  <span className="bar-track">
                    <i style={{ width: `${((one.people ?? 0) / most) * 100}%` }} />
                  </span>
                </td>
                <td className="num">{spaced(one.homes)}</td>
                <td className="num last">{spaced(one.organisations)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
