// What is typed of a dispute settled on the spot, what is still missing of it, and how it becomes a command.
import type { Input, Output } from '#web/call.ts'
import { dayAhead } from '#web/parts/day-of.ts'
import type { Place } from '../report/place.ts'
import { fileTitle, type settleWords } from './words.ts'

/** Somebody typed, or somebody known: of the register, or who reported the matter. `shown` is masked. */
export type Side = {
  readonly name: string
  readonly phone: string
  readonly personId?: string
  readonly reporter?: true
  readonly shown?: string
}
export type Fields = {
  readonly place: Place | null
  readonly homeId: string
  readonly kind: string
  readonly one: Side
  readonly other: Side
  readonly story: string
  readonly agreed: string
  /** Days from today; -1 for none. */
  readonly within: number
  readonly both: boolean
}
const NOBODY: Side = { name: '', phone: '' }
export const EMPTY: Fields = {
  ...{ place: null, homeId: '', kind: '', one: NOBODY, other: NOBODY, story: '', agreed: '', within: 3, both: false },
}
export const WITHIN = [
  { days: 0, word: 'today' },
  { days: 3, word: 'inThree' },
  { days: 7, word: 'inWeek' },
  { days: -1, word: 'noDay' },
] as const

export type Matter = Output<'matter.get'>

/** A matter begins the form with what it knows: where, what, and who said it. */
export function beginWith(matter: Matter): Fields {
  const { name, phone } = matter.reporter
  const shown = name || phone ? { shown: [name, phone].filter(Boolean).join(' '), reporter: true as const } : {}
  const place: Place = { id: matter.gridId ?? '', name: matter.address, path: '' }
  return { ...EMPTY, place, story: matter.words, one: { ...NOBODY, ...(name ? shown : {}) } }
}

const PHONE = /^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/
const named = ({ name, personId, reporter }: Side) => Boolean(name.trim() || personId || reporter)

/** The first thing that is missing. */
export function missingIn(fields: Fields, grid: string | undefined): keyof typeof settleWords | undefined {
  if (!fields.place || !grid) return 'needPlace'
  if (!fields.kind) return 'needKind'
  if (!named(fields.one)) return 'needOne'
  if (!named(fields.other)) return 'needOther'
  if ([fields.one, fields.other].some(({ phone }) => phone.trim() && !PHONE.test(phone.trim()))) return 'needPhone'
  if (fields.story.trim().length < 2) return 'needStory'
  if (fields.agreed.trim().length < 2) return 'needAgreed'
  return fields.both ? undefined : 'needBoth'
}

const party = (side: 'applicant' | 'respondent', { name, phone, personId, reporter }: Side) => ({
  ...{ side, name: name.trim(), consent: 'agreed' as const },
  ...(phone.trim() ? { phone: phone.trim() } : {}),
  ...(personId ? { personId } : {}),
  ...(reporter ? { reporter } : {}),
})

type About = { readonly gridId: string; readonly kind: string; readonly matterId?: string | undefined }

export function toInput(fields: Fields, { gridId, kind, matterId }: About, now: Date): Input<'mediation.recordOnSpot'> {
  const { place, homeId, one, other, story, agreed, within } = fields
  return {
    ...{ gridId, kind: fields.kind, title: fileTitle(place!.name, kind), facts: story.trim() },
    address: [place!.path, place!.name].filter(Boolean).join(' ').slice(0, 80),
    ...(homeId ? { homeId } : {}),
    ...(matterId ? { matterId } : {}),
    parties: [party('applicant', one), party('respondent', other)],
    terms: [{ words: agreed.trim(), ...(within >= 0 ? { dueOn: dayAhead(now, within) } : {}) }],
  }
}
