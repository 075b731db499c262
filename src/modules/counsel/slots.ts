// The slots of a session: where each begins, which are free.
type Times = { readonly from_minute: number; readonly to_minute: number; readonly slot_minutes: number }

/** Minutes of the day at which a slot begins; none where nobody books. A rest too short for a talk is none. */
export const slotsOf = ({ from_minute, to_minute, slot_minutes }: Times): number[] =>
  slot_minutes === 0
    ? []
    : Array.from(
        { length: Math.floor((to_minute - from_minute) / slot_minutes) },
        (_, at) => from_minute + at * slot_minutes,
      )

/** Those that nobody has, and that have not begun when the session is today. */
export const freeSlots = (times: Times, taken: readonly number[], after: number): number[] =>
  slotsOf(times).filter((from) => from > after && !taken.includes(from))
