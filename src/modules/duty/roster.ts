// The arithmetic of a roster: who is on duty on a day, and which minutes nobody covers.

export type Span = readonly [from: number, to: number]
export type ShiftLine = {
  readonly id: string
  readonly memberId: string
  readonly weekday: number
  readonly from: number
  readonly to: number
}
export type SwapLine = { readonly shiftId: string; readonly day: string; readonly memberId: string | null }
/** `standsInFor`: the member whose shift it usually is, when it is somebody else's today. */
export type OnDay = {
  readonly shiftId: string
  readonly memberId: string
  readonly from: number
  readonly to: number
  readonly standsInFor: string | null
}

/** Sorted spans without overlap that hold the same minutes. */
export function joined(spans: readonly Span[]): Span[] {
  const out: [number, number][] = []
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = out.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else out.push([from, to])
  }
  return out
}

/** The minutes of `wanted` that are not in `had`. */
export function missing(wanted: readonly Span[], had: readonly Span[]): Span[] {
  const cover = joined(had)
  return joined(wanted).flatMap(([from, to]) => {
    const left: Span[] = []
    let at = from
    for (const [start, end] of cover) {
      if (end <= at || start >= to) continue
      if (start > at) left.push([at, start])
      at = Math.max(at, end)
    }
    return at < to ? [...left, [at, to] as const] : left
  })
}

/** By weekday, the minutes that should be covered in a usual week and are not. */
export const weeklyGaps = (cover: readonly (readonly Span[])[], shifts: readonly ShiftLine[]): Span[][] =>
  cover.map((wanted, weekday) =>
    missing(
      wanted,
      shifts.filter((shift) => shift.weekday === weekday).map(({ from, to }): Span => [from, to]),
    ),
  )

export const minutesIn = (week: readonly (readonly Span[])[]): number =>
  week.flat().reduce((sum, [from, to]) => sum + to - from, 0)

/** Who is on duty on a day, swaps counted in, by the time they begin. A shift in nobody's hands is not there. */
export function onDay(shifts: readonly ShiftLine[], swaps: readonly SwapLine[], day: string, weekday: number): OnDay[] {
  return shifts
    .filter((shift) => shift.weekday === weekday)
    .flatMap((shift) => {
      const swap = swaps.find((one) => one.shiftId === shift.id && one.day === day)
      const memberId = swap ? swap.memberId : shift.memberId
      if (memberId === null) return []
      return [
        {
          ...{ shiftId: shift.id, memberId, from: shift.from, to: shift.to },
          standsInFor: memberId === shift.memberId ? null : shift.memberId,
        },
      ]
    })
    .sort((a, b) => a.from - b.from || a.to - b.to)
}
