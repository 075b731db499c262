// Where a page of a list ended: a moment and a row, so that the next page goes on behind them whatever came in between.
import { z } from 'zod'

/** What `next` of an answer says, and `after` of the next question. */
export const Cursor = z.string().regex(/^\d{1,15}\|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)

export type Place = { readonly at: Date; readonly id: string }

export const placeAfter = (cursor: string | undefined): Place | undefined => {
  const [ms, id] = cursor?.split('|') ?? []
  return ms && id ? { at: new Date(Number(ms)), id } : undefined
}

export const cursorAt = ({ at, id }: Place): string => `${at.getTime()}|${id}`
