// One thing that happens on the street now and then: how it is told, each time with another detail, and what is done about it.
import type { AgencyKey } from '../agencies.ts'
import type { Reason, Route } from '../matters/matter.ts'

/** Who can settle it, and so which courses it may take. */
export type Sort =
  /** Found on the round and put right at once. */
  | 'spot'
  /** Asked across the table of the service hall. */
  | 'counter'
  /** Asked in the legal room. */
  | 'legal'
  /** Settled by the grid worker. */
  | 'grid'
  /** Needs an agency. */
  | 'agency'
  /** Settled by the grid worker, and asked about again weeks later. */
  | 'lasting'
  /** Has to wait for something that the law lets a clock wait for. */
  | 'waiting'
  /** Two agencies think that it is the other's. */
  | 'contested'
  /** Needs several agencies at one table. */
  | 'team'
  /** Not for the street to decide. */
  | 'declined'

/** An agency that hands it back, with the reason and what it rests on. */
export type Refusal = readonly [agency: AgencyKey, why: string, basis: string]

export type Said = Thing & { sort: Sort }

export type Thing = {
  kind: string
  /** Months it happens in, 1 to 12; missing for all of them. */
  months?: readonly number[]
  /** The entrance of a house, or the notice board of the grid. */
  at: 'home' | 'street'
  spot?: string
  says: string
  /** One for every time it is told. */
  details: readonly string[]
  /** What a second person says of the same thing. */
  also?: readonly string[]
  first: string
  done: string
  reply: string
  agency?: AgencyKey
  refusals?: readonly Refusal[]
  wait?: readonly [Reason, words: string]
  helpers?: readonly AgencyKey[]
  meeting?: { minutes: string; what: readonly string[] }
  route?: Route
}

export const WINTER = [11, 12, 1, 2, 3]
export const COLD = [12, 1, 2]
export const SUMMER = [6, 7, 8, 9]
export const AUTUMN = [9, 10, 11, 12]
export const SPRING = [3, 4, 5]
