// Counts a form's columns over mediation files: each file once, however often it was handed up.
import type { CountedFile } from '#modules/mediation/index.ts'

/** Columns of the national form 人民调解统计表 (domain 2.9) that come out of files. */
export type Tally = {
  /** Registered in the period. */
  registered: number
  /** 受理: taken, of those registered. */
  taken: number
  settled: number
  failed: number
  open: number
  parties: number
  /** Money in the agreements of the settled ones, in fen. */
  fen: number
  hard: number
  initiative: number
  applied: number
  referred: number
  court: number
  procuratorate: number
  police: number
  petition: number
  others: number
  oral: number
  written: number
  /** Agreements of which every term was due before the cut-off; those of them that were kept whole. */
  due: number
  performed: number
  asked: number
  confirmed: number
}

const SETTLED = ['written', 'oral']
const NOT_SETTLED = ['failed', 'terminated']

export const isTaken = (file: CountedFile): boolean => file.accepted_on !== null
export const isSettled = (file: CountedFile): boolean => isTaken(file) && SETTLED.includes(file.outcome ?? '')
/** 疑难复杂: it had to be handed up, came back, or lay with the justice office. */
export const isHard = (file: CountedFile): boolean => file.handed_up || file.reopened > 0 || file.tier === 3

const REFERRERS = ['court', 'procuratorate', 'police', 'petition'] as const

const empty = (): Tally => ({
  ...{ registered: 0, taken: 0, settled: 0, failed: 0, open: 0, parties: 0, fen: 0, hard: 0 },
  ...{ initiative: 0, applied: 0, referred: 0, court: 0, procuratorate: 0, police: 0, petition: 0, others: 0 },
  ...{ oral: 0, written: 0, due: 0, performed: 0, asked: 0, confirmed: 0 },
})

function addAgreement(sum: Tally, file: CountedFile, cutOff: string): void {
  sum.fen += file.fen
  if (file.outcome === 'written') sum.written++
  else sum.oral++
  const due = file.last_due ?? file.effective_on
  if (file.terms > 0 && due && due <= cutOff) {
    sum.due++
    if (file.kept === file.terms) sum.performed++
  }
  if (file.confirmation && file.confirmation !== 'none') sum.asked++
  if (file.confirmation === 'confirmed') sum.confirmed++
}

function addTaken(sum: Tally, file: CountedFile, cutOff: string): void {
  sum.taken++
  sum.parties += file.parties
  sum[file.source]++
  if (file.source === 'referred') {
    const by = REFERRERS.find((one) => one === file.referred_by)
    if (by) sum[by]++
    else sum.others++
  }
  if (isHard(file)) sum.hard++
  if (NOT_SETTLED.includes(file.outcome ?? '')) sum.failed++
  if (file.outcome === null) sum.open++
  if (isSettled(file)) addAgreement(sum, file, cutOff)
}

/** `cutOff`: the day on which the figures are told. */
export function tally(files: readonly CountedFile[], cutOff: string): Tally {
  const sum = empty()
  for (const file of files) {
    sum.registered++
    if (!isTaken(file)) continue
    addTaken(sum, file, cutOff)
    if (isSettled(file)) sum.settled++
  }
  return sum
}

export type Quartiles = { readonly n: number; readonly low: number; readonly median: number; readonly high: number }

const DAY_MS = 86_400_000

/** Days from taking a file to its end; quartiles by linear interpolation between the sorted values. */
export function quartilesOf(files: readonly CountedFile[]): Quartiles | null {
  const days = files
    .flatMap(({ accepted_on, over_on }) =>
      accepted_on && over_on ? [Math.max(0, (Date.parse(over_on) - Date.parse(accepted_on)) / DAY_MS)] : [],
    )
    .sort((a, b) => a - b)
  if (days.length === 0) return null
  const at = (part: number) => {
    const place = (days.length - 1) * part
    const [low, high] = [days[Math.floor(place)]!, days[Math.ceil(place)]!]
    return Math.round((low + (high - low) * (place % 1)) * 10) / 10
  }
  return { n: days.length, low: at(0.25), median: at(0.5), high: at(0.75) }
}
