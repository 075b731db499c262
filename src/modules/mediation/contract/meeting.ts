// Sessions agreed on ahead, and proposals with the answer of each side.
import { z } from 'zod'
import { Day, Id, line, personal, words } from '#kernel/contract.ts'
import { MODES } from '../lifecycle.ts'
import { Changed, Told } from './shapes.ts'

const Minute = z.number().int().min(0).max(1440)

export const meeting = {
  planMeeting: {
    kind: 'command',
    summary: { zh: '约一次调解会', en: 'Agree on a session' },
    input: z.strictObject({
      ...{ id: Id, mode: z.enum(MODES), heldOn: Day, from: Minute, until: Minute },
      ...{ place: words(line(1, 80)), roomId: Id.optional() },
    }),
    output: Changed.extend({ meetingId: Id }),
  },
  callOff: {
    kind: 'command',
    summary: { zh: '取消约好的调解会', en: 'Call a session off' },
    input: z.strictObject({ id: Id, meetingId: Id, words: Told }),
    output: Changed,
  },
  invite: {
    kind: 'command',
    summary: { zh: '经双方同意，邀请人参加一次调解会', en: 'With the consent of all, invite somebody to a session' },
    /** `agreedBy`: every party, asked first. */
    input: z.strictObject({
      ...{ id: Id, meetingId: Id, name: personal('mediation.words', line(1, 60)), words: Told },
      agreedBy: z.array(Id).min(2).max(60),
    }),
    output: Changed.extend({ invitationId: Id }),
  },
  propose: {
    kind: 'command',
    summary: { zh: '记一个方案', en: 'Record a proposal' },
    /** `partyId`: whose it is; the mediators’ own has none. */
    input: z.strictObject({ id: Id, partyId: Id.optional(), words: Told }),
    output: Changed.extend({ proposalId: Id }),
  },
  answerProposal: {
    kind: 'command',
    summary: { zh: '记一方对方案的答复', en: 'Record a side’s answer to a proposal' },
    input: z.strictObject({ id: Id, proposalId: Id, partyId: Id, takes: z.boolean() }),
    output: Changed,
  },
} as const
