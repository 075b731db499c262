// Visits, investigations, sessions, evidence; and the closed notes of one side, apart from all of it.
import { z } from 'zod'
import { Day, Id, line, prose, words } from '#kernel/contract.ts'
import * as life from '../lifecycle.ts'
import { Changed, OneMediation, RecordIn, Told } from './shapes.ts'

export const talking = {
  record: {
    kind: 'command',
    summary: { zh: '记一次走访或调查', en: 'Record a visit or an investigation' },
    input: z.strictObject({ id: Id, kind: z.enum(['visit', 'investigation']), ...RecordIn }),
    output: Changed.extend({ recordId: Id }),
  },
  hold: {
    kind: 'command',
    summary: { zh: '记一次调解会（双方可看）', en: 'Record a session, open to both sides' },
    input: z.strictObject({
      id: Id,
      ...RecordIn,
      result: words(prose(2, 1000)),
      toldRights: z.boolean().default(false),
      /** The session that had been agreed on. */
      meetingId: Id.optional(),
    }),
    output: Changed.extend({ recordId: Id }),
  },
  note: {
    kind: 'command',
    summary: { zh: '单方谈话，只有本案调解员能看', en: 'A closed note of one side, for its mediators alone' },
    input: z.strictObject({ id: Id, partyId: Id, heldOn: Day, words: words(prose(2, 4000)) }),
    output: Changed.extend({ noteId: Id }),
  },
  notes: {
    inPerson: {
      zh: '单方谈话只给本案调解员本人看，不给程序。',
      en: 'Closed notes are for their mediators’ eyes, not for a program',
    },
    kind: 'query',
    summary: { zh: '单方谈话', en: 'Closed notes' },
    input: OneMediation,
    output: z.object({
      notes: z.array(z.object({ id: Id, partyId: Id, heldOn: z.string(), words: z.string(), byName: z.string() })),
    }),
    discloses: true,
  },
  addEvidence: {
    kind: 'command',
    summary: { zh: '收一份证据或材料', en: 'Take in a piece of evidence or a paper' },
    input: z.strictObject({
      ...{ id: Id, partyId: Id.optional(), paper: z.enum(life.PAPERS), name: words(line(2, 80)) },
      ...{ original: z.boolean(), pages: z.number().int().min(1).max(2000), givenOn: Day },
    }),
    output: Changed.extend({ evidenceId: Id }),
  },
  suspend: {
    kind: 'command',
    summary: { zh: '中止：等鉴定、评估', en: 'Suspend for an appraisal' },
    input: z.strictObject({ id: Id, words: Told }),
    output: Changed,
  },
  resume: {
    kind: 'command',
    summary: { zh: '恢复调解', en: 'Resume' },
    input: OneMediation,
    output: Changed,
  },
  extend: {
    kind: 'command',
    summary: { zh: '各方同意，延长期限', en: 'Extend by consent of every party' },
    input: z.strictObject({ id: Id, until: Day, agreedBy: z.array(Id).min(2).max(60), words: Told }),
    output: Changed.extend({ dueOn: z.string() }),
  },
  workJointly: {
    kind: 'command',
    summary: { zh: '三调联动：谁牵头，谁参加', en: 'Joint mediation: which procedure leads, and who takes part' },
    input: z.strictObject({
      id: Id,
      procedure: z.enum(life.PROCEDURES),
      bodies: z.array(z.enum(life.JOINING)).max(life.JOINING.length),
    }),
    output: Changed,
  },
  handUp: {
    kind: 'command',
    summary: { zh: '整卷移交上一级', en: 'Hand the whole file up a tier' },
    input: z.strictObject({ id: Id, committeeId: Id, words: Told }),
    output: Changed.extend({ receiptNo: z.string() }),
  },
  receive: {
    kind: 'command',
    summary: { zh: '签收移交来的案卷并指定调解员', en: 'Sign for a file handed up and name its mediators' },
    input: z.strictObject({ id: Id, leadId: Id, withIds: z.array(Id).max(4).default([]) }),
    output: Changed,
  },
} as const
