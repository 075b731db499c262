// The national form as rows of a sheet: one line a kind, one line a committee, their sum last.
import type { Lang } from '#kernel/words.ts'
import { say } from '#kernel/words.ts'
import type { CountedFile, KindHere } from '#modules/mediation/index.ts'
import { COLUMNS, formWords } from './form-words.ts'
import { type Tally, tally } from './tally.ts'
import type { Named } from './told.ts'

type About = {
  readonly kinds: ReadonlyMap<string, KindHere>
  readonly lang: Lang
  readonly cutOff: string
}

const FEN_OF_WAN = 1_000_000n

/** 万元 with two places, half away from nought, by whole numbers alone. */
export function wan(fen: number): string {
  const hundredths = (2n * BigInt(fen) * 100n + FEN_OF_WAN) / (2n * FEN_OF_WAN)
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`
}

/** A rate in percent with one place, by whole numbers; a dash where there is nothing to divide by. */
export function percent(count: number, of: number): string {
  if (of === 0) return '—'
  const tenths = (2 * count * 1000 + of) / (2 * of)
  const whole = Math.floor(tenths)
  return `${Math.floor(whole / 10)}.${whole % 10} %`
}

const line = (name: string, sum: Tally): string[] => [
  name,
  ...COLUMNS.map(([column]) => (column === 'fen' ? wan(sum.fen) : String(sum[column]))),
  `${sum.settled} / ${sum.taken} = ${percent(sum.settled, sum.taken)}`,
]

const nameIn = (named: Named | undefined, lang: Lang) => (lang === 'en' && named?.en ? named.en : (named?.zh ?? ''))

export function formRows(files: readonly CountedFile[], { kinds, lang, cutOff }: About) {
  const heads = (first: { zh: string; en: string }) => [
    ...[first, ...COLUMNS.map(([, words]) => words), formWords.rate].map((words) => say(words, lang)),
  ]
  const all = line(say(formWords.all, lang), tally(files, cutOff))
  const families = [...kinds.values()].filter(({ code }) => code.length === 4)
  const byKind = Map.groupBy(files, (file) => file.kind.slice(0, 4))
  const byCommittee = Map.groupBy(files, (file) => file.committee_id ?? '')
  const ofKinds = families.map((kind) => line(nameIn(kind, lang), tally(byKind.get(kind.code) ?? [], cutOff)))
  const ofCommittees = [...byCommittee].map(([, of]) =>
    line(
      nameIn({ zh: of[0]?.committee ?? '', en: of[0]?.committee_en ?? '' }, lang) || say(formWords.none, lang),
      tally(of, cutOff),
    ),
  )
  return [
    { name: say(formWords.kinds, lang), rows: [heads(formWords.kind), ...ofKinds, all] },
    { name: say(formWords.committees, lang), rows: [heads(formWords.committee), ...ofCommittees, all] },
  ]
}

const KINDS = ['harm', 'case', 'petition', 'fight'] as const
type Prevented = { readonly kind: (typeof KINDS)[number]; readonly cases: number; readonly people: number }
type Swept = { readonly sweeps: number; readonly prevented: number }

/** What did not come to it: nought is printed as nought. */
export function preventionRows(swept: Swept, prevented: readonly Prevented[], lang: Lang) {
  const of = (kind: string) => prevented.find((one) => one.kind === kind)
  return {
    name: say(formWords.sweeps, lang),
    rows: [
      [formWords.what, formWords.cases, formWords.people].map((words) => say(words, lang)),
      [say(formWords.swept, lang), String(swept.sweeps), ''],
      [say(formWords.prevented, lang), String(swept.prevented), ''],
      ...KINDS.map((kind) => [say(formWords[kind], lang), String(of(kind)?.cases ?? 0), String(of(kind)?.people ?? 0)]),
    ],
  }
}
