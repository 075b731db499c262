// What lies directly below an area.
import { Link } from '@tanstack/react-router'
import { levelWords } from '#modules/area/lifecycle.ts'
import { useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import type { Area } from './AreaRecord.tsx'
import { areaWords } from './words.ts'

export function Children({ area }: { readonly area: Area }) {
  const t = useWords(areaWords)
  const lang = useLang()
  const { data, error } = useAnswer('area.tree', { under: area.id }, { enabled: area.children > 0 })
  const rows = data?.areas ?? []
  return (
    <section>
      <h2>{t('children')}</h2>
      <ProblemNote problem={error} />
      {area.children === 0 ? <p className="q">{t('noChildren')}</p> : null}
      {area.children > 0 && !data && !error ? <SkeletonList rows={4} /> : null}
      {rows.length > 0 ? (
        <table className="t keeps-head">
          <thead>
            <tr>
              <th>{t('name')}</th>
              <th>{t('level')}</th>
              <th>{t('codeLabel')}</th>
              <th className="num">{t('childCount')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name, nameEn, level, code, children }) => (
              <tr key={id}>
                <td>
                  <Link to="/desk/areas/{-$id}" params={{ id }}>
                    {pick(name, nameEn, lang)}
                  </Link>
                </td>
                <td className="nw">{levelWords[level][lang]}</td>
                <td className="nw">{code ?? ''}</td>
                <td className="num">{children}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  )
}
