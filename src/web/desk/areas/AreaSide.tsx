// Beside an area's children: its facts and its codes over time.
import { pick, useLang, useWords } from '#web/lang.ts'
import { Facts } from '../parts/Facts.tsx'
import type { Area } from './AreaRecord.tsx'
import { areaWords } from './words.ts'

export function AreaSide({ area }: { readonly area: Area }) {
  const t = useWords(areaWords)
  const lang = useLang()
  const named = (kind: 'compound' | 'beat') =>
    area.divisions
      .filter((division) => division.kind === kind)
      .map(({ name }) => name)
      .join(lang === 'zh' ? '、' : ', ')
  const join = lang === 'zh' ? '、' : ', '
  return (
    <aside className="side">
      <div>
        <h2>{t('facts')}</h2>
        <Facts
          facts={[
            [t('nameEn'), lang === 'zh' ? area.nameEn : pick(area.name, '', lang)],
            [t('address'), area.address],
            [t('aka'), area.aliases.join(join)],
            [t('boundary'), t(area.bounded ? 'bounded' : 'unbounded')],
            [t('floors'), area.floors],
            [t('height'), area.height],
            [t('compounds'), named('compound')],
            [t('beats'), named('beat')],
            [t('validFrom'), area.validFrom],
          ]}
        />
      </div>
      {area.codes.length > 0 ? (
        <div>
          <h2>{t('codes')}</h2>
          <ul className="s code-list">
            {area.codes.map(({ code, validFrom, validTo, source }) => (
              <li key={`${code}${validFrom}`}>
                <span className="nw">{code}</span>
                <span className="q">
                  {validTo ? t('codeRowEnded', { from: validFrom, to: validTo }) : t('codeRow', { from: validFrom })}{' '}
                  {source}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </aside>
  )
}
