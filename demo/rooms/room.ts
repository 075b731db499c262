// What the demo says about one room (工作室、驿站), and hours as people write them.
import type { Bilingual } from '../kinds/kind.ts'

export type Spans = [number, number][]

export type DemoRoom = {
  tenant: string
  /** Code of the area it belongs to. */
  area: string
  /** A building it stands beside or in; its point is taken from there. */
  at: string
  kind: string
  name: Bilingual
  /** Printed beside its code. */
  label: string
  phone: string
  spot: Bilingual
  about?: Bilingual
  weekly: Spans[]
  /** Open on public holidays, too. */
  everyDay?: true
  /** In place of what is usual in its kind. */
  services?: readonly Bilingual[]
  /** What is lent: how many there are, and for each that is out the days from today until it is due. */
  tools?: readonly (Bilingual & { total: number; out?: readonly number[] })[]
  /** Days from today with hours of their own. */
  days?: readonly (Bilingual & { inDays: number; spans: Spans })[]
}

const minutes = (clock: string) => {
  const [hour, minute] = clock.split(':').map(Number)
  return hour! * 60 + minute!
}

/** `'08:30-12:00 14:00-17:30'` in minutes of the day; '' is closed. */
export const spans = (text: string): Spans =>
  text
    .split(' ')
    .filter(Boolean)
    .map((span) => span.split('-').map(minutes) as [number, number])

/** Monday to Friday, Saturday, Sunday. */
export const week = (workdays: string, saturday = '', sunday = ''): Spans[] => [
  ...Array.from({ length: 5 }, () => spans(workdays)),
  spans(saturday),
  spans(sunday),
]

/** Hours on single weekdays, 0 Monday to 6 Sunday. */
export const only = (days: Readonly<Record<number, string>>): Spans[] =>
  Array.from({ length: 7 }, (_, day) => spans(days[day] ?? ''))
