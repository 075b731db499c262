// 回避 as acts on a file: to say what ties one to a party, that the parties were told, to ask for another, to decide.
import type { ActSpec, Choices } from './fields.ts'
import type { File } from './MediationRecord.tsx'
import { ticked } from './ticked.ts'

/** `first`: what must be said or decided before the file goes on. */
type AvoidanceActs = { readonly first: readonly ActSpec[]; readonly later: readonly ActSpec[] }

export function avoidanceActs(file: File, { ties }: Choices): AvoidanceActs {
  const untold = file.disclosures.some((one) => one.ties.length > 0 && !one.toldOn)
  const waiting = file.avoidances.find(({ state }) => state === 'asked')
  const sitting = file.mediators.map(({ id, name }) => ({ value: id, label: name }))
  const disclose: ActSpec = {
    ...{ verb: 'disclose', label: 'actDisclose' },
    ...(file.undisclosed.length > 0 ? { look: 'primary' as const } : {}),
    fields: [
      { name: 'ties', label: 'tiesHave', kind: 'ticks', options: ties },
      { name: 'words', label: 'tieWords', kind: 'words', optional: true },
    ],
    input: (value) => ({
      ties: ticked(value, 'ties', ties).map((kind) => ({ kind })),
      ...(value('words') ? { words: value('words') } : {}),
    }),
  }
  const tell: ActSpec = {
    ...{ verb: 'tellTies', label: 'actTellTies', look: 'primary' },
    fields: [{ name: 'on', label: 'toldOn', kind: 'day' }],
    input: (value) => ({ on: value('on') }),
  }
  const ask: ActSpec = {
    ...{ verb: 'askAvoidance', label: 'actAskAvoidance' },
    fields: [
      { name: 'mediatorId', label: 'whoStepsOut', kind: 'pick', options: sitting },
      {
        name: 'partyId',
        label: 'whoAsks',
        kind: 'pick',
        options: file.parties.map(({ id, name }) => ({ value: id, label: name })),
      },
      { name: 'words', label: 'words', kind: 'words' },
    ],
    input: (value) => ({ mediatorId: value('mediatorId'), partyId: value('partyId'), words: value('words') }),
  }
  const decide = (granted: boolean): ActSpec => ({
    ...{ verb: 'decideAvoidance', label: granted ? 'actGrant' : 'actKeep' },
    fields: [
      // The lead who steps out hands the file to another of those who mediate it; somebody new is named by the desk.
      ...(granted && waiting?.mediatorId === file.mediators.find(({ lead }) => lead)?.id
        ? [{ name: 'leadId', label: 'newLead', kind: 'mediator' } as const]
        : []),
      { name: 'words', label: 'words', kind: 'words' },
    ],
    input: (value) => ({
      ...{ avoidanceId: waiting?.id, granted, words: value('words') },
      ...(value('leadId') ? { leadId: value('leadId') } : {}),
    }),
  })
  const undisclosed = file.undisclosed.length > 0
  return {
    first: [
      ...(untold ? [tell] : []),
      ...(undisclosed ? [disclose] : []),
      ...(waiting ? [decide(true), decide(false)] : []),
    ],
    later: [...(undisclosed ? [] : [disclose]), ...(waiting ? [] : [ask])],
  }
}
