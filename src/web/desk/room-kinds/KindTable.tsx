// The kinds of one family in the order in which they are offered.
import type { ReactNode } from 'react'
import { pick, useLang, useWords } from '#web/lang.ts'
import type { Family, Kind } from './families.ts'
import { roomKindWords } from './words.ts'

type Column = {
  readonly head: string
  /** Few words, that stay on one line. */
  readonly short?: true
  readonly cell: (kind: Kind) => ReactNode
}

/** What a family says beside its names. */
function useColumns(family: Family): readonly Column[] {
  const t = useWords(roomKindWords)
  const lang = useLang()
  const expected = { head: t('expected'), cell: (kind: Kind) => (kind.expected ? t('yes') : '') }
  if (family === 'rooms')
    return [
      { head: t('level'), short: true, cell: ({ level }) => t(`level.${level ?? 'any'}`) },
      expected,
      {
        head: t('usual'),
        cell: ({ usual = [] }) => usual.map(({ zh, en }) => pick(zh, en, lang)).join(lang === 'zh' ? '；' : '; '),
      },
    ]
  if (family === 'means')
    return [
      { head: t('unitHead'), short: true, cell: ({ unitZh = '', unitEn = '' }) => (lang === 'zh' ? unitZh : unitEn) },
      expected,
    ]
  return []
}

type KindTableProps = {
  readonly family: Family
  readonly kinds: readonly Kind[]
  readonly chosen: string | undefined
  readonly onOpen: (code: string) => void
}

export function KindTable({ family, kinds, chosen, onOpen }: KindTableProps) {
  const t = useWords(roomKindWords)
  const lang = useLang()
  const columns = useColumns(family)
  return (
    <table className="t keeps-head">
      <thead>
        <tr>
          <th className="num sort-col">{t('sort')}</th>
          <th>{t('kind')}</th>
          <th>{t(lang === 'zh' ? 'en' : 'zh')}</th>
          {columns.map(({ head }) => (
            <th key={head}>{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {kinds.map((kind) => (
          <tr key={kind.code} className={kind.code === chosen ? 'is-on' : ''}>
            <td className="num q">{kind.sort}</td>
            <td className="nw">
              <button
                type="button"
                className="row-open"
                aria-expanded={kind.code === chosen}
                onClick={() => onOpen(kind.code)}
              >
                {pick(kind.zh, kind.en, lang)}
              </button>{' '}
              {kind.retired ? <span className="st tag">{t('retired')}</span> : null}
            </td>
            <td>{lang === 'zh' ? kind.en : kind.zh}</td>
            {columns.map(({ head, cell, short }) => (
              <td key={head} className={short ? 'nw' : ''}>
                {cell(kind)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
