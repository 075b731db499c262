// Acts on sessions agreed on ahead and on proposals.
import type { ActSpec, Choices, Option } from './fields.ts'
import type { File } from './MediationRecord.tsx'
import { minutesOf } from './minutes.ts'
import { principalsOf } from './principals.ts'
import { ticked } from './ticked.ts'

const sides = (file: File): Option[] =>
  file.parties.filter(({ represents }) => !represents).map(({ id, name }) => ({ value: id, label: name }))

const whenOf = (planned: File['meetings']): Option[] =>
  planned.map((one) => ({ value: one.id, label: `${one.heldOn} ${one.place}` }))

const invite = (planned: File['meetings'], parties: readonly Option[]): ActSpec => ({
  ...{ verb: 'invite', label: 'actInvite' },
  fields: [
    { name: 'meetingId', label: 'whichMeeting', kind: 'pick', options: whenOf(planned) },
    { name: 'name', label: 'invitedName', kind: 'line' },
    { name: 'agreed', label: 'agreedBy', kind: 'ticks', options: parties },
    { name: 'words', label: 'invitedWhy', kind: 'words' },
  ],
  input: (value) => ({
    ...{ meetingId: value('meetingId'), name: value('name'), words: value('words') },
    agreedBy: ticked(value, 'agreed', parties),
  }),
})

export const meetingActs = (file: File, { modes }: Choices): ActSpec[] => {
  const planned = file.meetings.filter(({ state }) => state === 'planned')
  const acts: ActSpec[] = [
    {
      ...{ verb: 'planMeeting', label: 'actPlan' },
      fields: [
        { name: 'mode', label: 'mode', kind: 'pick', options: modes },
        { name: 'heldOn', label: 'heldOn', kind: 'day', ahead: true },
        { name: 'from', label: 'fromTime', kind: 'time', initial: '14:30' },
        { name: 'until', label: 'untilTime', kind: 'time', initial: '16:00' },
        { name: 'place', label: 'place', kind: 'line' },
        { name: 'roomId', label: 'room', kind: 'room', optional: true },
      ],
      input: (value) => ({
        ...{ mode: value('mode'), heldOn: value('heldOn'), place: value('place') },
        ...{ from: minutesOf(value('from')), until: minutesOf(value('until')) },
        ...(value('roomId') ? { roomId: value('roomId') } : {}),
      }),
    },
    {
      ...{ verb: 'callOff', label: 'actCallOff' },
      fields: [
        { name: 'meetingId', label: 'whichMeeting', kind: 'pick', options: whenOf(planned) },
        { name: 'words', label: 'words', kind: 'words' },
      ],
      input: (value) => ({ meetingId: value('meetingId'), words: value('words') }),
    },
    invite(planned, principalsOf(file)),
    {
      ...{ verb: 'propose', label: 'actPropose' },
      fields: [
        { name: 'partyId', label: 'whoProposes', kind: 'pick', optional: true, options: sides(file) },
        { name: 'words', label: 'words', kind: 'words' },
      ],
      input: (value) => ({ words: value('words'), ...(value('partyId') ? { partyId: value('partyId') } : {}) }),
    },
    {
      ...{ verb: 'answerProposal', label: 'actAnswer' },
      fields: [
        {
          ...{ name: 'proposalId', label: 'whichProposal', kind: 'pick' },
          options: file.proposals.map((one) => ({ value: one.id, label: one.words.slice(0, 40) })),
        },
        { name: 'partyId', label: 'whoAnswers', kind: 'pick', options: sides(file) },
        { name: 'refuses', label: 'refuses', kind: 'ticks', optional: true, options: [{ value: 'yes', label: '' }] },
      ],
      input: (value) => ({
        ...{ proposalId: value('proposalId'), partyId: value('partyId'), takes: value('refuses-yes') !== 'on' },
      }),
    },
  ]
  const missing = [
    ...(planned.length ? [] : ['callOff', 'invite']),
    ...(file.proposals.length ? [] : ['answerProposal']),
  ]
  return acts.filter(({ verb }) => !missing.includes(verb))
}
