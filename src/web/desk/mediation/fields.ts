// What each act on a file asks, as a table: its fields, and how they become the input of its operation.
import type { Values } from '../parts/Form.tsx'
import { fileActs } from './file-acts.ts'
import type { File } from './MediationRecord.tsx'
import { meetingActs } from './meeting-acts.ts'
import { minutesOf } from './minutes.ts'
import { ticked } from './ticked.ts'
import type { mediationWords } from './words.ts'

type Word = keyof typeof mediationWords
export type Option = { readonly value: string; readonly label: string }
export type FieldSpec = {
  readonly name: string
  readonly label: Word
  readonly kind:
    | 'words'
    | 'line'
    | 'day'
    | 'time'
    | 'pick'
    | 'ticks'
    | 'number'
    | 'mediator'
    | 'count'
    | 'committee'
    | 'room'
  readonly help?: Word
  readonly optional?: true
  /** A day that has come, or one still to come. */
  readonly ahead?: true
  /** Of a committee to choose: above which tier. */
  readonly above?: number
  /** Of a mediator to choose: of which committee. */
  readonly within?: string
  readonly options?: readonly Option[]
  readonly initial?: string
}
export type ActSpec = {
  readonly verb: string
  readonly label: Word
  readonly look?: 'primary' | 'danger'
  readonly fields: readonly FieldSpec[]
  readonly input: (value: Values) => Record<string, unknown>
}

/** Terms that a form has room for. */
const TERMS = [1, 2, 3, 4] as const

const words: FieldSpec = { name: 'words', label: 'words', kind: 'words' }
const day = (name: string, label: Word, ahead?: true): FieldSpec => ({
  ...{ name, label, kind: 'day' },
  ...(ahead ? { ahead } : {}),
})

const termFields: readonly FieldSpec[] = TERMS.flatMap((no): FieldSpec[] => [
  { name: `term${no}`, label: `term${no}`, kind: 'line', ...(no > 1 ? { optional: true as const } : {}) },
  { name: `yuan${no}`, label: 'yuan', kind: 'number', optional: true },
  { name: `due${no}`, label: 'dueOn', kind: 'day', ahead: true, optional: true },
])
const terms = (value: Values) =>
  TERMS.filter((no) => value(`term${no}`)).map((no) => ({
    words: value(`term${no}`),
    ...(value(`yuan${no}`) ? { fen: Math.round(Number(value(`yuan${no}`)) * 100) } : {}),
    ...(value(`due${no}`) ? { dueOn: value(`due${no}`) } : {}),
  }))

const talk = (modes: readonly Option[]): readonly FieldSpec[] => [
  { name: 'mode', label: 'mode', kind: 'pick', options: modes },
  day('heldOn', 'heldOn'),
  { name: 'from', label: 'fromTime', kind: 'time', initial: '14:30' },
  { name: 'until', label: 'untilTime', kind: 'time', initial: '16:00' },
  { name: 'place', label: 'place', kind: 'line' },
  { name: 'present', label: 'present', kind: 'line', optional: true },
  words,
]
const talked = (value: Values) => ({
  ...{ mode: value('mode'), heldOn: value('heldOn'), from: minutesOf(value('from')), until: minutesOf(value('until')) },
  ...{ place: value('place'), present: value('present'), words: value('words') },
})

export type Choices = Readonly<
  Record<'modes' | 'routes' | 'bodies' | 'reasons' | 'kinds' | 'ways' | 'ties', readonly Option[]> &
    Record<
      | 'consents'
      | 'parts'
      | 'sides'
      | 'partyKinds'
      | 'papers'
      | 'whys'
      | 'courtSteps'
      | 'visitWays'
      | 'contents'
      | 'procedures'
      | 'joining',
      readonly Option[]
    >
>

const partyOf = (file: File): Option[] => file.parties.map(({ id, name }) => ({ value: id, label: name }))
const open = (file: File): Option[] =>
  (file.agreement?.terms ?? []).filter((one) => !one.doneOn).map((one) => ({ value: one.id, label: one.words }))
const planned = (file: File): Option[] =>
  file.followUps.filter(({ state }) => state === 'planned').map((one) => ({ value: one.id, label: one.dueOn }))

const said = (verb: string, label: Word, look?: 'danger'): ActSpec => ({
  ...{ verb, label, fields: [words], input: (value) => ({ words: value('words') }) },
  ...(look ? { look } : {}),
})
const atOnce = (verb: string, label: Word, look?: 'primary'): ActSpec => ({
  ...{ verb, label, fields: [], input: () => ({}) },
  ...(look ? { look } : {}),
})
const over = (verb: string, label: Word, { routes }: Choices): ActSpec => ({
  ...{ verb, label, look: 'danger' },
  fields: [{ name: 'routes', label: 'routes', kind: 'ticks', options: routes }, words],
  input: (value) => ({ routes: ticked(value, 'routes', routes), words: value('words') }),
})

/** Which of the sessions that were agreed on it is, where there is any. */
const agreedOn = (file: File): FieldSpec[] => {
  const options = file.meetings
    .filter(({ state }) => state === 'planned')
    .map((one) => ({ value: one.id, label: `${one.heldOn} ${one.place}` }))
  const initial = options[0]?.value
  return initial ? [{ name: 'meetingId', label: 'whichMeeting', kind: 'pick', optional: true, options, initial }] : []
}

const talking = (file: File, choices: Choices): ActSpec[] => [
  {
    ...{ verb: 'hold', label: 'actHold', look: 'primary' },
    fields: [
      ...agreedOn(file),
      ...talk(choices.modes),
      { name: 'result', label: 'result', kind: 'words' },
      { name: 'undisputed', label: 'undisputedFacts', kind: 'words', optional: true },
    ],
    input: (value) => ({
      ...{ ...talked(value), result: value('result'), toldRights: true },
      undisputed: value('undisputed')
        .split('\n')
        .map((fact) => fact.trim())
        .filter((fact) => fact !== ''),
      ...(value('meetingId') ? { meetingId: value('meetingId') } : {}),
    }),
  },
  {
    ...{ verb: 'record', label: 'actRecord' },
    fields: [{ name: 'kind', label: 'recordKind', kind: 'pick', options: choices.kinds }, ...talk(choices.modes)],
    input: (value) => ({ ...talked(value), kind: value('kind') }),
  },
  {
    ...{ verb: 'note', label: 'actNote' },
    fields: [
      { name: 'partyId', label: 'withWhom', kind: 'pick', options: partyOf(file) },
      day('heldOn', 'heldOn'),
      words,
    ],
    input: (value) => ({ partyId: value('partyId'), heldOn: value('heldOn'), words: value('words') }),
  },
]

const agreeing = (file: File, { ways }: Choices): ActSpec[] => [
  {
    ...{ verb: 'agree', label: 'actAgree', look: 'primary' },
    fields: [
      { name: 'facts', label: 'facts', kind: 'words', initial: file.facts },
      { name: 'dispute', label: 'dispute', kind: 'words', initial: file.requests },
      ...termFields,
    ],
    input: (value) => ({ facts: value('facts'), dispute: value('dispute'), terms: terms(value), copies: 3 }),
  },
  { verb: 'agreeOrally', label: 'actOral', fields: termFields, input: (value) => ({ terms: terms(value) }) },
  {
    ...{ verb: 'sign', label: 'actSign', look: 'primary' },
    fields: [
      {
        ...{ name: 'signerId', label: 'signer', kind: 'pick' },
        options: (file.agreement?.missing ?? []).map(({ signerId, name }) => ({ value: signerId, label: name })),
      },
      { name: 'way', label: 'signWay', kind: 'pick', options: ways },
      day('signedOn', 'signedOn'),
    ],
    input: (value) => ({ signerId: value('signerId'), way: value('way'), signedOn: value('signedOn') }),
  },
  atOnce('takeEffect', 'actEffect', 'primary'),
  said('reword', 'actReword'),
]

const after = (file: File, { visitWays, contents }: Choices): ActSpec[] => [
  {
    ...{ verb: 'performed', label: 'actPerformed', look: 'primary' },
    fields: [
      { name: 'termId', label: 'whichTerm', kind: 'pick', options: open(file) },
      { name: 'broken', label: 'notKept', kind: 'ticks', optional: true, options: [{ value: 'yes', label: '' }] },
      day('on', 'on'),
    ],
    input: (value) => ({ termId: value('termId'), kept: value('broken-yes') !== 'on', on: value('on') }),
  },
  {
    ...{ verb: 'followUp', label: 'actFollowUp', look: 'primary' },
    fields: [
      { name: 'followUpId', label: 'whichVisit', kind: 'pick', options: planned(file) },
      day('on', 'on'),
      { name: 'way', label: 'visitWay', kind: 'pick', options: visitWays },
      { name: 'content', label: 'content', kind: 'pick', optional: true, options: contents },
      { name: 'again', label: 'cameBack', kind: 'ticks', optional: true, options: [{ value: 'yes', label: '' }] },
      words,
    ],
    input: (value) => ({
      ...{ followUpId: value('followUpId'), on: value('on'), words: value('words') },
      ...{ holds: value('again-yes') !== 'on', way: value('way') },
      ...(value('content') ? { content: value('content') } : {}),
    }),
  },
  atOnce('settle', 'actSettle', 'primary'),
  ...(planned(file).length > 0 ? [said('endFollowUps', 'actEndVisits')] : []),
  said('relapse', 'actRelapse', 'danger'),
  atOnce('archive', 'actArchive'),
]

const endings = (file: File, choices: Choices): ActSpec[] => [
  said('suspend', 'actSuspend'),
  atOnce('resume', 'actResume', 'primary'),
  said('withdraw', 'actWithdraw'),
  {
    ...{ verb: 'refuse', label: 'actRefuse', look: 'danger' },
    fields: [
      { name: 'partyId', label: 'whoRefuses', kind: 'pick', options: partyOf(file) },
      { name: 'routes', label: 'routes', kind: 'ticks', options: choices.routes },
    ],
    input: (value) => ({ partyId: value('partyId'), routes: ticked(value, 'routes', choices.routes) }),
  },
  {
    ...{ verb: 'decline', label: 'actDecline', look: 'danger' },
    fields: [
      { name: 'reason', label: 'declineWhy', kind: 'pick', options: choices.reasons },
      { name: 'routes', label: 'routes', kind: 'ticks', options: choices.routes },
    ],
    input: (value) => ({ reason: value('reason'), routes: ticked(value, 'routes', choices.routes) }),
  },
  over('fail', 'actFail', choices),
  over('terminate', 'actTerminate', choices),
  {
    ...{ verb: 'handOn', label: 'actHandOn' },
    fields: [{ name: 'body', label: 'toBody', kind: 'pick', options: choices.bodies }, words],
    input: (value) => ({ body: value('body'), words: value('words') }),
  },
]

/** With nothing left to choose from it cannot be done: every term is performed, every visit made. */
const hasChoices = ({ fields }: ActSpec) =>
  fields.every(({ kind, optional, options }) => kind !== 'pick' || optional || options?.length !== 0)

/** The acts on this file that have something to choose from, the usual ones first. */
export const actsOf = (file: File, choices: Choices): ActSpec[] =>
  [
    ...talking(file, choices),
    ...agreeing(file, choices),
    ...after(file, choices),
    ...meetingActs(file, choices),
    ...fileActs(file, choices),
    ...endings(file, choices),
  ].filter(hasChoices)
