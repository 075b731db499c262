// The shape of one line of the table of rights.
import type { StaffRole, State } from './roles.ts'

/** What the operation is asked about; subjects.ts makes one of each in 第12网格. `nothing`: rows of the asker's own district. */
export type About =
  | 'nothing'
  | 'oneself'
  | 'grid'
  | 'building'
  | 'unit'
  | 'account'
  | 'disabled account'
  | 'post'
  | 'staff post'
  | 'place'
  | 'duty'
  | 'group'
  | 'team'
  | 'body'
  | 'secondment'
  | 'person'
  | 'batch'
  | 'home'
  | 'room'
  | 'lender'
  | 'committee'
  | 'mediator'
  | 'complaint'
  | 'counsel'
  | 'panel'
  | 'item'
  | 'matter'
  | 'heard'
  | 'agency'
  | 'message'
  | 'key'
  | 'receiver'
  | 'hold'
  | 'destruction'
  | 'mediation'
  | 'study'
  | 'secret'

/** Personal fields. What everybody of a district may know (its tree, places, duties, kinds) is one field, `district`. */
export type Field =
  | 'title'
  | 'words'
  | 'statement'
  | 'aside'
  | 'spot'
  | 'name'
  | 'phone'
  | 'inner'
  | 'reply'
  | 'photo'
  | 'voice'
  | 'login'
  | 'receipt'
  | 'secret'
  | 'district'

export type Let = {
  readonly roles: readonly StaffRole[]
  /** `area`: in whose area the subject lies; `part`: or part of it does; `district`: with a post anywhere in the district. */
  readonly reach: 'area' | 'part' | 'district'
  /** Only while the matter is in one of these states. */
  readonly while?: readonly State[]
}

export type Right = {
  readonly about: About
  /** Staff who may, by their running posts. Nobody else may. */
  readonly lets?: readonly Let[]
  /** Everybody with an account, between two posts as well. */
  readonly signedIn?: true
  /** Whoever brings the secret (printed code, receipt, invitation, password), signed in or not. */
  readonly holder?: true
  /** Another system, known by its key. */
  readonly system?: true
  /** Linli itself. */
  readonly machine?: true
  /** Staff who see the subject in their area although they may not do this. */
  readonly sees?: readonly StaffRole[]
  /** Staff who may ask, and for whom it is not there wherever it lies: they see what they were handed alone. */
  readonly blind?: readonly StaffRole[]
  /** What is answered to staff outside whose area the subject lies; `door.missing` unless said. */
  readonly outside?: string
  /** What is answered when the subject does not exist, or in another district; `door.missing` unless said. */
  readonly absent?: string
  /** What is answered to roles that have no part in this; `door.forbidden` unless said. */
  readonly others?: 'door.missing'
  /** Asked in these states alone; in all of them unless said. */
  readonly in?: readonly State[]
  /** States from which the move can be made; from others those who may are told so. */
  readonly moves?: readonly State[]
  /** Personal fields of the subject, or of subjects in the asker's area, that those who may are shown. */
  readonly shows?: readonly Field[]
  /** What those who may get, when it is not an answer. */
  readonly finds?: string
  /** A circumstance made inside each cell's own transaction. */
  readonly given?:
    | 'nobody works the grid'
    | 'the asker sent it'
    | 'it was only spoken'
    | 'the asker handles it'
    | 'the asker mediates it'
    | 'the asker convened the panel'
    | 'the asker sits on the panel'
    | 'a second person opened it for the asker'
    | 'the asker had a hand in it'
    | 'it is handed to the asker'
    | 'the asker helps'
    | 'the asker works at a counter'
    | 'two agencies returned it'
    | 'it was late'
    | 'its time ran out'
    | 'it was late and the asker had a hand in it'
    | 'its reporter was reminded'
    | 'its reporter was asked weeks later'
    | 'the asker asked for it'
    | 'the asker is on the visit'
    | 'the asker sits there'
  /** Passwords are slow on purpose, and binding a file is: such a line is asked at one relation, or by those without an account. */
  readonly slow?: true
}
