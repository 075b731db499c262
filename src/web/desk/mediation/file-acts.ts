// Acts on the file itself: who takes part in it, what is handed in, its limit, other mediators, the next tier, the court.
import type { ActSpec, Choices, FieldSpec, Option } from './fields.ts'
import type { File } from './MediationRecord.tsx'
import { principalsOf } from './principals.ts'
import { ticked } from './ticked.ts'

const parties = (file: File): Option[] => file.parties.map(({ id, name }) => ({ value: id, label: name }))
const words: FieldSpec = { name: 'words', label: 'words', kind: 'words' }

const people = (file: File, choices: Choices): ActSpec[] => [
  {
    ...{ verb: 'consent', label: 'actConsent' },
    fields: [
      { name: 'partyId', label: 'whoConsents', kind: 'pick', options: principalsOf(file) },
      { name: 'consent', label: 'theyAgree', kind: 'pick', options: choices.consents },
    ],
    input: (value) => ({ partyId: value('partyId'), consent: value('consent') }),
  },
  {
    ...{ verb: 'addParty', label: 'actAddParty' },
    fields: [
      { name: 'as', label: 'addAs', kind: 'pick', options: choices.parts },
      { name: 'of', label: 'addOf', kind: 'pick', optional: true, options: principalsOf(file) },
      { name: 'side', label: 'side', kind: 'pick', options: choices.sides },
      { name: 'kind', label: 'partyKind', kind: 'pick', options: choices.partyKinds },
      { name: 'name', label: 'partyName', kind: 'line' },
      { name: 'phone', label: 'phone', kind: 'line', optional: true },
    ],
    input: (value) => {
      const [as, of] = [value('as'), value('of')]
      const kept = file.parties.find(({ id }) => id === of)
      return {
        party: {
          // Who speaks for a party stands on its side.
          ...{
            side: (as === 'party' ? undefined : kept?.side) ?? value('side'),
            kind: value('kind'),
            name: value('name'),
          },
          ...(value('phone') ? { phone: value('phone') } : {}),
        },
        ...(as === 'representative' && of ? { represents: of } : {}),
        ...(as === 'general' || as === 'special' ? { agentOf: of, agentScope: as } : {}),
      }
    },
  },
  {
    ...{ verb: 'tellRights', label: 'actTellRights' },
    fields: [{ name: 'on', label: 'toldOn', kind: 'day' }],
    input: (value) => ({ on: value('on') }),
  },
]

const work = (file: File, choices: Choices): ActSpec[] => [
  {
    ...{ verb: 'addEvidence', label: 'actEvidence' },
    fields: [
      { name: 'paper', label: 'paperKind', kind: 'pick', options: choices.papers },
      { name: 'name', label: 'paperName', kind: 'line' },
      { name: 'partyId', label: 'givenBy', kind: 'pick', optional: true, options: parties(file) },
      { name: 'pages', label: 'pages', kind: 'count', initial: '1' },
      { name: 'original', label: 'isOriginal', kind: 'ticks', optional: true, options: [{ value: 'yes', label: '' }] },
      { name: 'givenOn', label: 'givenOn', kind: 'day' },
    ],
    input: (value) => ({
      ...{ paper: value('paper'), name: value('name'), pages: Number(value('pages')), givenOn: value('givenOn') },
      original: value('original-yes') === 'on',
      ...(value('partyId') ? { partyId: value('partyId') } : {}),
    }),
  },
  {
    ...{ verb: 'extend', label: 'actExtend' },
    fields: [
      { name: 'until', label: 'untilDay', kind: 'day', ahead: true },
      { name: 'agreed', label: 'agreedBy', kind: 'ticks', options: principalsOf(file) },
      words,
    ],
    input: (value) => ({
      ...{ until: value('until'), words: value('words') },
      agreedBy: ticked(value, 'agreed', principalsOf(file)),
    }),
  },
  {
    ...{ verb: 'replyReferral', label: 'actReply' },
    fields: [{ name: 'on', label: 'toldOn', kind: 'day' }, words],
    input: (value) => ({ on: value('on'), words: value('words') }),
  },
  {
    ...{ verb: 'workJointly', label: 'actJointly' },
    fields: [
      { name: 'procedure', label: 'leads', kind: 'pick', options: choices.procedures, initial: file.procedure },
      { name: 'bodies', label: 'takesPart', kind: 'ticks', optional: true, options: choices.joining },
    ],
    input: (value) => ({
      procedure: value('procedure'),
      bodies: ticked(value, 'bodies', choices.joining),
    }),
  },
  {
    ...{ verb: 'handUp', label: 'actHandUp' },
    fields: [{ name: 'to', label: 'toCommittee', kind: 'committee', above: file.tier }, words],
    input: (value) => ({ committeeId: value('to'), words: value('words') }),
  },
  {
    ...{ verb: 'appoint', label: 'actAppoint' },
    fields: [
      { name: 'leadId', label: 'newLead', kind: 'mediator', within: file.committeeName },
      { name: 'why', label: 'appointWhy', kind: 'pick', options: choices.whys },
    ],
    input: (value) => ({ leadId: value('leadId'), why: value('why') }),
  },
]

const NEXT = {
  none: ['asked'],
  asked: ['taken'],
  taken: ['confirmed', 'rejected'],
  confirmed: [],
  rejected: [],
} as const

const afterwards = (file: File, choices: Choices): ActSpec[] => {
  const next: readonly string[] = NEXT[file.agreement?.confirmation ?? 'none']
  const visits = file.followUps.filter(({ state }) => state === 'planned')
  const court: ActSpec = {
    ...{ verb: 'confirmation', label: 'actConfirmation' },
    fields: [
      {
        ...{ name: 'state', label: 'courtStep', kind: 'pick' },
        options: choices.courtSteps.filter(({ value }) => next.includes(value)),
      },
      { name: 'court', label: 'courtName', kind: 'line', initial: file.agreement?.court ?? '' },
      { name: 'courtNo', label: 'courtNo', kind: 'line', optional: true, initial: file.agreement?.courtNo ?? '' },
    ],
    input: (value) => ({ state: value('state'), court: value('court'), courtNo: value('courtNo') }),
  }
  const move: ActSpec = {
    ...{ verb: 'moveFollowUp', label: 'actMoveVisit' },
    fields: [
      {
        ...{ name: 'followUpId', label: 'whichVisit', kind: 'pick' },
        options: visits.map(({ id, dueOn }) => ({ value: id, label: dueOn })),
      },
      { name: 'dueOn', label: 'newDay', kind: 'day', ahead: true },
    ],
    input: (value) => ({
      ...{ followUpId: value('followUpId'), dueOn: value('dueOn') },
      version: visits.find(({ id }) => id === value('followUpId'))?.version,
    }),
  }
  const police: ActSpec = {
    ...{ verb: 'handBack', label: 'actHandBack' },
    fields: [
      { name: 'office', label: 'policeOffice', kind: 'line' },
      { name: 'words', label: 'howPerformed', kind: 'words' },
    ],
    input: (value) => ({ office: value('office'), words: value('words') }),
  }
  const performed = file.agreement?.effectiveOn && file.agreement.terms.every(({ doneOn }) => doneOn)
  return [
    ...(next.length > 0 && file.agreement?.effectiveOn ? [court] : []),
    ...(visits.length > 0 ? [move] : []),
    ...(performed && file.referredBy === 'police' ? [police] : []),
  ]
}

export const fileActs = (file: File, choices: Choices): ActSpec[] => [
  ...people(file, choices),
  {
    ...{ verb: 'giveCode', label: 'actGiveCode' },
    fields: [{ name: 'partyId', label: 'whoseCode', kind: 'pick', options: principalsOf(file) }],
    input: (value) => ({ partyId: value('partyId') }),
  },
  ...work(file, choices),
  ...afterwards(file, choices),
]
