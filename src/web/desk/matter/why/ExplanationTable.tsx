// The intervals of a limit up to now, one a line, and what they add up to.
import type { Output } from '#web/call.ts'
import { type Say, useLang, useWords } from '#web/lang.ts'
import { matterWords } from '../words.ts'
import { shortDay, wallTime } from './days.ts'

type Explained = Output<'matter.explain'>
type Interval = Explained['intervals'][number]
type T = Say<typeof matterWords>

/** A limit of thirty working days has a hundred lines; the last ones are those that people ask about. */
const MOST = 16
/** The server warns at this share of a limit. */
const WARNED = 0.8

const two = (n: number): string => String(n).padStart(2, '0')
const hours = (minutes: number) => ({ h: Math.floor(Math.round(minutes) / 60), m: Math.round(minutes) % 60 })
/** 3:00 */
const colons = (minutes: number): string => `${hours(minutes).h}:${two(hours(minutes).m)}`
/** 3 小时 00 分 */
const words = (minutes: number, t: T): string => t('hm', { h: hours(minutes).h, m: two(hours(minutes).m) })

/** What has passed until now; the line that still runs is cut there. */
export function passed({ intervals, until }: Explained): Interval[] {
  const end = Date.parse(until)
  return intervals
    .filter(({ from }) => Date.parse(from) < end)
    .map((line) => {
      const over = (Date.parse(line.to) - end) / 60_000
      if (over <= 0) return line
      const cut = line.counted ? over : 0
      return { ...line, to: until, minutes: line.minutes - over, totalMinutes: line.totalMinutes - cut }
    })
}

function because(
  { reason, name }: Interval,
  counting: Explained['clock']['counting'],
  lang: 'zh' | 'en',
  t: T,
): string {
  if (reason === 'holiday' && name) return name[lang]
  if (reason !== 'work') return t(`because.${reason}`)
  if (name) return t('because.makeup', { name: name[lang] })
  return t(counting === 'duty' ? 'because.duty' : 'because.work')
}

export function ExplanationTable({ explained }: { readonly explained: Explained }) {
  const t = useWords(matterWords)
  const lang = useLang()
  const all = passed(explained)
  const shown = all.slice(-MOST)
  const hidden = all.slice(0, -MOST)
  const { clock, usedMinutes, leftMinutes } = explained
  const over = leftMinutes < 0
  const values = { limit: colons(clock.limitMinutes), used: colons(usedMinutes) }
  return (
    <table className="t">
      <thead>
        <tr>
          <th>{t('period')}</th>
          <th>{t('because')}</th>
          <th className="num">{t('counted')}</th>
          <th className="num">{t('sum')}</th>
        </tr>
      </thead>
      <tbody>
        {hidden.length > 0 ? (
          <tr className="no">
            <td colSpan={2}>{t('earlier', { count: hidden.length })}</td>
            <td />
            <td className="num">{colons(hidden.at(-1)!.totalMinutes)}</td>
          </tr>
        ) : null}
        {shown.map((line) => (
          <tr key={line.from} className={line.counted ? '' : 'no'}>
            <td className="nw">
              {shortDay(line.from, lang)} {wallTime(line.from)} –{' '}
              {shortDay(line.from, lang) === shortDay(line.to, lang) ? '' : `${shortDay(line.to, lang)} `}
              {wallTime(line.to)}
            </td>
            <td>{because(line, clock.counting, lang, t)}</td>
            <td className="num">{line.counted ? words(line.minutes, t) : t('notCounted')}</td>
            <td className="num">{line.counted ? colons(line.totalMinutes) : ''}</td>
          </tr>
        ))}
      </tbody>
      <tfoot className={over ? 'late' : clock.usedShare >= WARNED && !clock.stoppedAt ? 'due' : ''}>
        <tr>
          <td colSpan={2}>{t(over ? 'footOver' : 'footLeft', values)}</td>
          <td className="num" colSpan={2}>
            {words(Math.abs(leftMinutes), t)}
          </td>
        </tr>
      </tfoot>
    </table>
  )
}
