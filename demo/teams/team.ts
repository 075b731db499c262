// What the demo says about teams, the bodies that lend people, and who is on duty when.
import type { Bilingual } from '../kinds/kind.ts'
import type { Spans } from '../rooms/room.ts'

export type DemoBody = {
  /** How other rows name it. */
  key: string
  area: string
  kind: string
  name: Bilingual
  offers: Bilingual
  contact: string
  phone: string
}

export type DemoSecondment = {
  body: string
  area: string
  name: string
  nameEn: string
  phone: string
  task: Bilingual
  /** First day, `YYYY-MM-DD`, and days from today to the last one. */
  since: string
  forDays?: number
}

export type DemoMember = {
  /** An account, or a name of somebody without one. */
  login?: string
  name?: string
  nameEn?: string
  body?: string
  seat: 'head' | 'deputy' | 'member'
  task?: Bilingual
  shown?: true
  /** When on duty, by weekday 0 Monday to 6 Sunday: `{ 0: '08:30-12:00' }`. */
  duty?: Readonly<Record<number, string>>
}

export type DemoTeam = {
  area: string
  kind: string
  /** Label of the room it keeps open. */
  room?: string
  name: Bilingual
  purpose: Bilingual
  /** When somebody should be on duty; that of its room otherwise. */
  cover?: Spans[]
  members: readonly DemoMember[]
  /** The next shift of a member in other hands; without `by` in nobody's. Members by their place in the list. */
  swap?: { member: number; by?: number }
}
