// A dispute of the demo street as it is told: what it is about, between whom, by whom it is mediated, and how it ends.

export type Ending = 'written' | 'oral' | 'failed' | 'withdrawn' | 'refused' | 'handedOn' | 'declined'

export type Told = {
  readonly kind: string
  readonly about: string
  readonly facts: string
  readonly requests: string
  readonly terms: readonly { readonly words: string; readonly fen?: number; readonly afterDays: number }[]
}

export type Side = {
  readonly name: string
  readonly phone?: string
  readonly kind?: 'organisation'
  readonly legalRepresentative?: string
  readonly address?: string
}

export type DemoDispute = Told & {
  /** By its name, as 桂园2号楼. */
  readonly building: string
  readonly committee: string
  readonly lead: string
  /** Days from the application until today. */
  readonly daysAgo: number
  readonly ending: Ending
  readonly sides: readonly [Side, Side]
  /** What one side said alone. */
  readonly apart?: string
  /** Its papers are scanned, so that it is complete and can be archived. */
  readonly papers?: true
  readonly referredBy?: 'court' | 'police' | 'petition'
}
