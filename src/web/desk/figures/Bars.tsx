// Figures drawn: rows of bars and columns of months. Every mark carries its number, so the drawing can be heard as a list.
import type { ReactNode } from 'react'
import { useWords } from '#web/lang.ts'
import { share } from './share.ts'
import { figureWords } from './words.ts'

export type Counted = {
  readonly key: string
  readonly label: string
  readonly received: number
  readonly finished: number
}

/** One row each: grey is all of it, pine the part that is finished; both from zero, on one scale. */
export function CountedBars({ rows }: { readonly rows: readonly Counted[] }) {
  const t = useWords(figureWords)
  const most = Math.max(1, ...rows.map(({ received }) => received))
  return (
    <ul className="bars">
      {rows.map(({ key, label, received, finished }) => (
        <li key={key}>
          <span className="bar-name">{label}</span>
          <span className="bar-track" aria-hidden="true">
            <i style={{ width: `${(received / most) * 100}%` }} />
            <i className="part" style={{ width: `${(finished / most) * 100}%` }} />
          </span>
          <span className="bar-num">{received === 0 ? 0 : t('ofCount', { of: received, count: finished })}</span>
          <span className="bar-share">{share(finished, received) ?? ''}</span>
        </li>
      ))}
    </ul>
  )
}

type Plain = { readonly key: string; readonly label: string; readonly count: number }

/** Counts alone. */
export function PlainBars({ rows }: { readonly rows: readonly Plain[] }) {
  const most = Math.max(1, ...rows.map(({ count }) => count))
  return (
    <ul className="bars plain">
      {rows.map(({ key, label, count }) => (
        <li key={key}>
          <span className="bar-name">{label}</span>
          <span className="bar-track" aria-hidden="true">
            <i style={{ width: `${(count / most) * 100}%` }} />
          </span>
          <span className="bar-num">{count}</span>
        </li>
      ))}
    </ul>
  )
}

type RateProps = {
  readonly name: string
  /** Of whom. */
  readonly means: string
  readonly count: number
  readonly of: number
}

/** A rate with its definition and its denominator beside it; the track is the whole. */
export function Rate({ name, means, count, of }: RateProps) {
  const t = useWords(figureWords)
  const said = share(count, of)
  return (
    <li className="rate">
      <span>
        <b>{name}</b>
        <span className="s q sub-line">{means}</span>
      </span>
      <span className="rate-num">
        <b className="l">{said ?? ''}</b>
        <span className="s q sub-line">
          {t('ofCount', { of, count })}
          {said ? null : ` · ${t('few')}`}
        </span>
      </span>
      <span className="bar-track" aria-hidden="true">
        {said ? <i className="part" style={{ width: `${(count / of) * 100}%` }} /> : null}
      </span>
    </li>
  )
}

/** Height of the longest column above and the longest below the line together, and of a number beside one. */
const DRAWN_PX = 184
const LABEL_PX = 22

type Column = {
  readonly key: string
  /** A name, and a second line below it. */
  readonly label: readonly [string, string?]
  readonly up: number
  readonly down: number
}

/** Months: finished above the line, the rest below it, on one scale; the last one is the point. */
export function Columns({
  columns,
  words,
}: {
  readonly columns: readonly Column[]
  readonly words: readonly [up: ReactNode, down: ReactNode]
}) {
  const most = (name: 'up' | 'down') => Math.max(0, ...columns.map((column) => column[name]))
  const unit = DRAWN_PX / Math.max(1, most('up') + most('down'))
  return (
    <div className="columns">
      <ul>
        {columns.map(({ key, label, up, down }, at) => (
          <li key={key} className={at === columns.length - 1 ? 'now' : ''}>
            <span className="up" style={{ height: most('up') * unit + LABEL_PX }}>
              <span className="bar-num">{up}</span>
              <i style={{ height: up * unit }} aria-hidden="true" />
            </span>
            <span className="down" style={{ height: most('down') * unit + LABEL_PX }}>
              <i style={{ height: down * unit }} aria-hidden="true" />
              <span className="bar-num">{down > 0 ? down : ''}</span>
            </span>
            <span className="bar-name">
              {label[0]}
              {label[1] ? <span className="sub-line">{label[1]}</span> : null}
            </span>
          </li>
        ))}
      </ul>
      <p
        aria-hidden="true"
        className="column-words s"
        style={{ paddingTop: Math.max(0, most('up') * unit - LABEL_PX) }}
      >
        <b>{words[0]}</b>
        <span>{words[1]}</span>
      </p>
    </div>
  )
}

type Part = {
  readonly key: string
  readonly label: string
  readonly count: number
  readonly look: 'main' | 'dark' | 'grey'
}

/** What a whole falls into: at most three parts, each with its words. */
export function Split({ parts }: { readonly parts: readonly Part[] }) {
  const shown = parts.filter(({ count }) => count > 0)
  return (
    <ul className="split">
      {shown.map(({ key, label, count, look }) => (
        <li key={key} style={{ flexGrow: count }}>
          <i className={look} aria-hidden="true" />
          <span className="nw">{label}</span>
        </li>
      ))}
    </ul>
  )
}
