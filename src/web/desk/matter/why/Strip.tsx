// A limit drawn as a strip of time: dark counts, blank does not, stripes are paused, the end is the deadline.
import { useId, useLayoutEffect, useRef, useState } from 'react'
import type { Output } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { matterWords } from '../words.ts'
import { shortDay, wallTime, weekday } from './days.ts'
import { nightsBetween, placeLabels, type StripLabel } from './strip-layout.ts'

type Explained = Output<'matter.explain'>

const TOP = 20
const BAR = { y: 32, height: 16 }
const FOOT = 72

/** Width of the place it is drawn in: a strip is drawn anew for a width, never shrunk. */
function useWidth() {
  const place = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const watch = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    if (place.current) watch.observe(place.current)
    return () => watch.disconnect()
  }, [])
  return { place, width }
}

export function Strip({ explained, again }: { readonly explained: Explained; readonly again: boolean }) {
  const t = useWords(matterWords)
  const lang = useLang()
  const { place, width } = useWidth()
  const { clock } = explained
  const label = t('stripLabel', {
    from: `${shortDay(clock.startedAt, lang)} ${wallTime(clock.startedAt)}`,
    to: `${shortDay(clock.dueAt, lang)} ${wallTime(clock.dueAt)}`,
  })
  return (
    <div ref={place} className="strip" role="img" aria-label={label}>
      {width > 0 ? <Drawn explained={explained} again={again} width={width} /> : null}
    </div>
  )
}

function Drawn({
  explained,
  again,
  width,
}: {
  readonly explained: Explained
  readonly again: boolean
  readonly width: number
}) {
  const t = useWords(matterWords)
  const lang = useLang()
  const hatch = useId()
  const { clock, intervals, until } = explained
  const start = Date.parse(clock.startedAt)
  const due = Date.parse(clock.dueAt)
  const now = Date.parse(until)
  const end = Math.max(due, now)
  const x = (at: number) => ((Math.min(end, Math.max(start, at)) - start) / (end - start)) * width
  const late = now > due
  const running = clock.stoppedAt === null
  const tone = late ? 'late' : now >= Date.parse(clock.warnAt) ? 'due' : 'ok'
  const days = nightsBetween(clock.startedAt, new Date(end).toISOString())
  const nowWord = t(running ? 'now' : 'stopped', { time: wallTime(until) })
  const top: StripLabel[] = [
    { x: x(now), text: nowWord, anchor: x(now) > width / 2 ? 'end' : 'start', strong: true },
    { x: 0, text: weekday(clock.startedAt, lang), anchor: 'start' },
    ...days.map((day) => ({ x: x(Date.parse(day)) + 8, text: weekday(day, lang), anchor: 'start' as const })),
  ]
  const begun = t(again ? 'start.again' : `start.${clock.kind}`)
  const foot: StripLabel[] = [
    { x: x(due), text: wallTime(clock.dueAt), anchor: 'end', strong: true, tone },
    { x: 0, text: `${wallTime(clock.startedAt)} ${begun}`, anchor: 'start' },
    { x: x(Date.parse(clock.warnAt)), text: t('warn', { time: wallTime(clock.warnAt) }), anchor: 'end' },
  ]
  return (
    <svg width={width} height={84} viewBox={`0 0 ${width} 84`} aria-hidden="true">
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0v6" className="hatch" />
        </pattern>
      </defs>
      <rect x="0.5" y={BAR.y} width={width - 1} height={BAR.height} rx="3" className="base" />
      {intervals.flatMap(({ from, to, counted, reason }) =>
        cutAt(Date.parse(from), Date.parse(to), [now, due]).map(([a, b]) => {
          const paused = reason === 'paused'
          if (!counted && !paused) return null
          const kind = paused ? 'paused' : a >= due ? 'over' : a >= now ? `rest ${tone}` : 'used'
          return (
            <rect
              key={a}
              x={x(a)}
              y={BAR.y}
              width={x(b) - x(a)}
              height={BAR.height}
              className={kind}
              {...(paused ? { fill: `url(#${hatch})` } : {})}
            />
          )
        }),
      )}
      {days.map((day) => (
        <path key={day} d={`M${x(Date.parse(day))} 24v32`} className="day" />
      ))}
      <path d={`M${x(Date.parse(clock.warnAt))} 26v28`} className="mark" />
      <path d={`M${x(now)} 26v28`} className="mark now" />
      <Labels labels={placeLabels(top, width)} y={TOP} />
      <Labels labels={placeLabels(foot, width)} y={FOOT} />
    </svg>
  )
}

/** An interval in pieces, so that what has passed and what is left can have different colours. */
function cutAt(from: number, to: number, cuts: readonly number[]): [number, number][] {
  const points = [from, ...cuts.filter((cut) => cut > from && cut < to).toSorted((a, b) => a - b), to]
  return points.slice(1).map((point, at) => [points[at]!, point])
}

const Labels = ({ labels, y }: { readonly labels: readonly StripLabel[]; readonly y: number }) =>
  labels.map(({ x, text, anchor, strong, tone }) => (
    <text
      key={`${text}${x}`}
      x={x}
      y={y}
      textAnchor={anchor}
      className={['ax', strong && 'strong', tone].filter(Boolean).join(' ')}
    >
      {text}
    </text>
  ))
