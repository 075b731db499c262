// One line for each agency, one mark for each matter it has, where its time runs out.
import { Link } from '@tanstack/react-router'
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { paceOf } from '#web/parts/pace.ts'
import { Mark, Shape, type ShapeName, type Tone } from '#web/parts/State.tsx'
import { clockTime, spanWords, wallTime } from '#web/parts/when.ts'
import { limitOf } from '../matter/limit.ts'
import { AXIS, placeOf, spreadOut } from './lane-layout.ts'
import type { Row } from './TriageRow.tsx'
import { dispatchWords } from './words.ts'

type Look = 'late' | 'due' | 'held' | 'plain'
const SHAPES: Record<Look, ShapeName> = { late: 'triangle', due: 'half', held: 'pause', plain: 'ring' }
const TONES: Record<Look, Tone | undefined> = { late: 'late', due: 'due', held: 'held', plain: undefined }
const LOOKS = ['late', 'due', 'held', 'plain'] as const

function lookOf(row: Row, now: Date): Look {
  if (row.state === 'paused') return 'held'
  const limit = limitOf(row)
  return (limit && paceOf(limit, now).tone) ?? 'plain'
}

export function Lanes({ rows, more }: { readonly rows: readonly Row[]; readonly more: boolean }) {
  const t = useWords(dispatchWords)
  const now = useNow()
  const out = rows.filter(({ agencyName }) => agencyName !== '')
  const agencies = [...Map.groupBy(out, ({ agencyName }) => agencyName)].sort((a, b) =>
    a[0].localeCompare(b[0], 'zh-CN'),
  )
  const count = (look: Look) => out.filter((row) => lookOf(row, now) === look).length
  return (
    <section className="board sheet" aria-label={t('lanes', { count: out.length })}>
      <div className="board-head">
        <h2 className="l">{t(more ? 'lanesMore' : 'lanes', { count: out.length })}</h2>
        <span className="lane-legend">
          {LOOKS.filter((look) => count(look) > 0).map((look) => (
            <Mark key={look} shape={SHAPES[look]} tone={TONES[look]}>
              {t(look)} {count(look)}
            </Mark>
          ))}
        </span>
      </div>
      {out.length === 0 ? <p className="q">{t('lanesNone')}</p> : null}
      {out.length > 0 ? (
        <div className="lanes-scroll">
          <Axis now={now} />
          <ul className="lanes">
            {agencies.map(([name, list]) => (
              <Lane key={name} name={name} rows={list} now={now} />
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  )
}

function Axis({ now }: { readonly now: Date }) {
  const t = useWords(dispatchWords)
  return (
    <div className="axis" aria-hidden="true">
      <span />
      <div className="ax">
        <span style={{ left: 0 }}>{t('axisLate')}</span>
        <span className="now" style={{ left: `${AXIS.now}%` }}>
          {t('axisNow', { time: wallTime(now) })}
        </span>
        <span style={{ left: `${AXIS.tomorrow + 1}%` }}>{t('axisTomorrow')}</span>
        <span style={{ left: `${AXIS.later + 1}%` }}>{t('axisLater')}</span>
      </div>
    </div>
  )
}

type LaneProps = { readonly name: string; readonly rows: readonly Row[]; readonly now: Date }

/** Only the first late one and the first that is soon due carry words; the others say theirs when asked. */
function Lane({ name, rows, now }: LaneProps) {
  const lates = rows.filter((row) => lookOf(row, now) === 'late')
  const due = rows.find((row) => lookOf(row, now) === 'due')
  const ahead = rows.filter((row) => lookOf(row, now) !== 'late')
  const placed = spreadOut(
    ahead.map((row) => ({
      item: row,
      left: row.dueAt ? placeOf(Date.parse(row.dueAt), now.getTime()) : AXIS.later + 4,
    })),
    2.6,
  )
  const dueAt = placed.findIndex(({ item }) => item === due)
  // Words need room: they stand only where the next mark is far enough away.
  const room = dueAt >= 0 && (placed[dueAt + 1]?.left ?? 200) - placed[dueAt]!.left > 24
  return (
    <li>
      <div className="lane-name">
        <span>{name}</span>
        <b className="num">{rows.length}</b>
      </div>
      <div className="lane">
        {lates[0] ? <LaneMark row={lates[0]} left={1} now={now} others={lates.length - 1} said /> : null}
        {placed.map(({ item, left }) => (
          <LaneMark key={item.id} row={item} left={left} now={now} said={item === due && room} />
        ))}
      </div>
    </li>
  )
}

type LaneMarkProps = {
  readonly row: Row
  readonly left: number
  readonly now: Date
  readonly said: boolean
  readonly others?: number
}

function LaneMark({ row, left, now, said, others = 0 }: LaneMarkProps) {
  const t = useWords(dispatchWords)
  const lang = useLang()
  const look = lookOf(row, now)
  const over = row.dueAt ? (now.getTime() - Date.parse(row.dueAt)) / 60_000 : 0
  const when =
    look === 'late'
      ? t('overBy', { span: ` ${spanWords(over, lang)}` })
      : look === 'held'
        ? t('held')
        : row.dueAt
          ? clockTime(row.dueAt, now, lang)
          : ''
  const full = t('laneMark', { title: row.title, when })
  return (
    <Link
      to="/desk/matters/$id"
      params={{ id: row.id }}
      className={`m ${look}`}
      style={{ left: `${left}%` }}
      title={full}
      aria-label={full}
    >
      <Shape name={SHAPES[look]} />
      {said ? (
        <span>
          <b>{look === 'late' ? when : row.dueAt ? wallTime(row.dueAt) : when}</b>
          {others > 0 ? ` ${t('andMore', { count: others + (lang === 'zh' ? 1 : 0) })}` : null}
        </span>
      ) : null}
    </Link>
  )
}
