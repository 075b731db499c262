// The table of the means ledger.
import { pick, useLang, useWords } from '#web/lang.ts'
import { Mark } from '#web/parts/State.tsx'
import type { Cell, Means } from './MeansPage.tsx'
import { roomWords } from './words.ts'

type TableProps = { readonly means: Means; readonly onOpen: (cell: Cell) => void }

/** What is expected of every area and is not there. */
const gapsOf = ({ kinds, rooms, areas }: Means): number =>
  areas.reduce(
    (sum, area) =>
      sum +
      kinds.filter((kind, at) => kind.expected && area.amounts[at] === null).length +
      rooms.filter((kind, at) => kind.expected && area.has[at] === 0).length,
    0,
  )

const plain = (amount: number): string => String(Math.round(amount * 100) / 100)

export function MeansTable({ means, onOpen }: TableProps) {
  const t = useWords(roomWords)
  const lang = useLang()
  const gaps = gapsOf(means)
  return (
    <>
      <div className="means-scroll">
        <table className="t means">
          <thead>
            <tr>
              <th>{t('place')}</th>
              {means.rooms.map(({ code, zh, en }) => (
                <th key={code} className="num">
                  {pick(zh, en, lang)}
                </th>
              ))}
              {means.kinds.map(({ code, zh, en, unitZh, unitEn }) => (
                <th key={code} className="num">
                  {pick(zh, en, lang)}
                  {(lang === 'zh' ? unitZh : unitEn) ? (
                    <span className="sub-line">{lang === 'zh' ? unitZh : unitEn}</span>
                  ) : null}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {means.areas.map((area) => (
              <tr key={area.id}>
                <td className="nw">{pick(area.name, area.nameEn, lang)}</td>
                {means.rooms.map((kind, at) => (
                  <td key={kind.code} className="num">
                    {area.has[at] || <None expected={kind.expected} />}
                  </td>
                ))}
                {means.kinds.map((kind, at) => (
                  <td key={kind.code} className="num">
                    <Amount cell={{ area, kind }} note={area.amounts[at] ?? null} onOpen={onOpen} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <Sums means={means} />
        </table>
      </div>
      <p className="s q q-foot">{gaps > 0 ? t('gaps', { count: gaps }) : t('noGaps')}</p>
    </>
  )
}

function None({ expected }: { readonly expected: boolean }) {
  const t = useWords(roomWords)
  return expected ? (
    <Mark shape="missing" tone="need">
      {t('none')}
    </Mark>
  ) : (
    <span className="q">–</span>
  )
}

type AmountProps = {
  readonly cell: Cell
  readonly note: Means['areas'][number]['amounts'][number]
  readonly onOpen: (cell: Cell) => void
}

function Amount({ cell, note, onOpen }: AmountProps) {
  const t = useWords(roomWords)
  const lang = useLang()
  const shown = note ? plain(note.amount) : t('lacks')
  const label = `${pick(cell.area.name, cell.area.nameEn, lang)} ${pick(cell.kind.zh, cell.kind.en, lang)}: ${shown}`
  return (
    <button type="button" className="row-open" aria-label={label} onClick={() => onOpen(cell)}>
      {note || !cell.kind.expected ? (
        (note && plain(note.amount)) || '–'
      ) : (
        <Mark shape="missing" tone="need">
          {t('lacks')}
        </Mark>
      )}
    </button>
  )
}

function Sums({ means: { kinds, rooms, areas } }: { readonly means: Means }) {
  const t = useWords(roomWords)
  return (
    <tfoot>
      <tr>
        <td>{t('sum')}</td>
        {rooms.map(({ code }, at) => (
          <td key={code} className="num">
            {areas.reduce((sum, area) => sum + (area.has[at] ?? 0), 0)}
          </td>
        ))}
        {kinds.map(({ code }, at) => (
          <td key={code} className="num">
            {plain(areas.reduce((sum, area) => sum + (area.amounts[at]?.amount ?? 0), 0))}
          </td>
        ))}
      </tr>
    </tfoot>
  )
}
