// What the documents of a mediation file are made of: everything that may be printed, and nothing else. Closed notes have no place here.

/** A day where the committee sits: '2026-03-09'. */
export type Day = string
/** A minute where the committee sits: '2026-03-09 14:30'. */
export type Minute = string

export type Agent = {
  readonly name: string
  readonly relation: string
  readonly scope: 'general' | 'special'
  /** What a special authority allows, in words: 代为承认、放弃、变更请求，进行和解. */
  readonly powers: string
  readonly from: Day
  readonly to: Day | null
}

export type PartyOnPaper = {
  readonly id: string
  readonly side: 'applicant' | 'respondent'
  readonly kind: 'person' | 'group' | 'organisation'
  readonly name: string
  readonly sex?: string
  /** Full years on the day of acceptance. */
  readonly age?: number
  readonly occupation?: string
  readonly phone?: string
  readonly address?: string
  readonly legalRepresentative?: string
  readonly creditCode?: string
  readonly headCount?: number
  /** Of a representative of a group: its name. */
  readonly represents?: string
  readonly agents: readonly Agent[]
}

export type Evidence = {
  readonly name: string
  readonly source: string
  readonly original: boolean
  readonly pages: number
  readonly by: string
  readonly on: Day
}

/** A record that both sides may read. What one side said alone is kept elsewhere and is never printed. */
export type RecordOnPaper = {
  readonly kind: 'investigation' | 'visit' | 'session'
  readonly at: Minute
  readonly until: Minute | null
  readonly place: string
  /** 现场, 调解室, 视频 … in words. */
  readonly mode: string
  readonly present: readonly string[]
  readonly chair: string
  readonly recorder: string
  readonly lines: readonly { readonly who: string; readonly said: string }[]
  readonly undisputed: readonly string[]
  readonly result: string
}

export type Term = {
  readonly no: number
  readonly words: string
  readonly fen?: number
  readonly dueOn?: Day
  readonly payer?: string
  readonly payee?: string
}

export type Signature = {
  readonly who: string
  readonly role: 'party' | 'agent' | 'mediator' | 'recorder' | 'committee'
  readonly way: 'paper' | 'drawn' | 'stamp'
  readonly on: Day
}

export type AgreementOnPaper = {
  readonly form: 'written' | 'oral'
  readonly no: string
  readonly facts: string
  readonly dispute: string
  readonly terms: readonly Term[]
  readonly copies: number
  readonly signatures: readonly Signature[]
  readonly effectiveOn: Day | null
}

/** Pages of a paper original as pictures; sides in pixels. */
export type Scan = {
  readonly id: string
  readonly of: 'identity' | 'authority' | 'evidence' | 'signed' | 'receipt' | 'court'
  /** Whose it is, or what: a party's id, an agent's name, the number of a term. */
  readonly about: string
  readonly words: string
  readonly pages: readonly {
    readonly bytes: Uint8Array
    readonly type: 'jpg' | 'png'
    readonly width: number
    readonly height: number
  }[]
}

export type Outcome = 'written' | 'oral' | 'failed' | 'terminated' | 'withdrawn' | 'handed-on' | 'declined'

export type FileOnPaper = {
  readonly no: string
  readonly title: string
  /** The record's address, printed as a code on the cover. */
  readonly url: string
  /** `word` is the character group of its numbers (邻街人调); `stampedBy` owns the stamp, for a room without one its committee. */
  readonly committee: { readonly name: string; readonly word: string; readonly stampedBy: string }
  /** `code` as in the ministry's statistics: RM02. */
  readonly kind: { readonly zh: string; readonly en: string; readonly code: string }
  readonly source: {
    readonly way: 'applied' | 'initiative' | 'referred'
    readonly by?: string
    readonly letterNo?: string
  }
  readonly openedOn: Day
  readonly acceptedOn: Day | null
  readonly closedOn: Day | null
  /** Settled on the spot: the oral agreement's form is the whole file. */
  readonly simple: boolean
  /** 短期, 长期 or 永久, with its years where the district names them. */
  readonly retention: string
  readonly mediators: readonly { readonly name: string; readonly role: 'lead' | 'joint' | 'recorder' }[]
  readonly filer: string | null
  readonly checker: string | null
  readonly outcome: Outcome | null
  readonly parties: readonly PartyOnPaper[]
  readonly facts: string
  readonly requests: string
  readonly rightsToldOn: Day | null
  readonly evidence: readonly Evidence[]
  readonly records: readonly RecordOnPaper[]
  readonly agreement: AgreementOnPaper | null
  readonly performance: readonly {
    readonly term: number
    readonly on: Day
    readonly words: string
    readonly pages: number
  }[]
  readonly followUps: readonly {
    readonly on: Day
    readonly way: string
    readonly words: string
    readonly performance: string
    readonly satisfaction: string
    readonly by: string
  }[]
  readonly confirmation: {
    readonly askedOn: Day
    readonly court: string
    readonly caseNo: string | null
    readonly ruling: string | null
  } | null
  readonly extensions: readonly { readonly on: Day; readonly until: Day; readonly reason: string }[]
  readonly decline: { readonly on: Day; readonly reason: string; readonly routes: readonly string[] } | null
  readonly termination: { readonly on: Day; readonly reason: string; readonly routes: readonly string[] } | null
  readonly handovers: readonly {
    readonly from: string
    readonly to: string
    readonly on: Day
    readonly receiptNo: string
    readonly words: string
  }[]
  readonly invitations: readonly {
    readonly name: string
    readonly why: string
    /** The day of the letter. */
    readonly on: Day
    /** When the session is. */
    readonly at: Minute
    readonly place: string
  }[]
  readonly avoidance: readonly {
    readonly asker: string
    readonly of: string
    readonly reason: string
    readonly askedOn: Day
    readonly decidedOn: Day | null
    readonly granted: boolean | null
    readonly decider: string | null
    /** Why it was decided so; empty where nothing was said. */
    readonly decision: string
  }[]
  readonly undisputedAtFailure: readonly string[]
  /** A public-order case that came from the police and goes back performed (治安管理处罚法 art. 9). */
  readonly handBack: { readonly office: string; readonly on: Day; readonly words: string } | null
  readonly fileNotes: readonly string[]
  /** Rows of the list that lack something for a reason that stands in the notes. */
  readonly explained: readonly string[]
  readonly scans: readonly Scan[]
}
