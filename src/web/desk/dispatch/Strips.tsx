// Two strips under the board: what waits to be signed for, and what agencies have returned.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useLang, useWords } from '#web/lang.ts'
import { levelNames } from '#web/parts/matter-words.ts'
import { TimeLeftCells } from '#web/parts/TimeLeft.tsx'
import { namesOf } from '../matter/lies-with.ts'
import { limitOf } from '../matter/limit.ts'
import type { Row } from './TriageRow.tsx'
import { dispatchWords } from './words.ts'

type StripProps = {
  readonly title: string
  readonly none: string
  readonly empty: boolean
  readonly children: ReactNode
}

const Strip = ({ title, none, empty, children }: StripProps) => (
  <section className="board sheet" aria-label={title}>
    <h2>{title}</h2>
    {empty ? <p className="q">{none}</p> : children}
  </section>
)

const Title = ({ row }: { readonly row: Row }) => (
  <td>
    <Link to="/desk/matters/$id" params={{ id: row.id }}>
      {row.title}
    </Link>
    <span className="s q sub-line">{row.address}</span>
  </td>
)

export function Unsigned({ rows }: { readonly rows: readonly Row[] }) {
  const t = useWords(dispatchWords)
  const lang = useLang()
  return (
    <Strip title={t('unsigned', { count: rows.length })} none={t('unsignedNone')} empty={rows.length === 0}>
      <table className="t">
        <thead>
          <tr>
            <th>{t('matter')}</th>
            <th>{t('agency')}</th>
            <th className="num">{t('signBy')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <Title row={row} />
              <td>{namesOf(row.liesWith, lang) || t('deskOf', { level: levelNames[row.level]?.[lang] ?? '' })}</td>
              <td className="num sign-by">
                <TimeLeftCells limit={limitOf(row)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Strip>
  )
}

export function Returned({ rows }: { readonly rows: readonly Row[] }) {
  const t = useWords(dispatchWords)
  return (
    <Strip title={t('returned', { count: rows.length })} none={t('returnedNone')} empty={rows.length === 0}>
      <table className="t">
        <thead>
          <tr>
            <th>{t('matter')}</th>
            <th className="num">{t('times')}</th>
            <th>{t('next')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <Title row={row} />
              <td className="num">{row.returns}</td>
              <td>{t(row.returns >= 2 ? 'nextRule' : 'nextChoose')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Strip>
  )
}
