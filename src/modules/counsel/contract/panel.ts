// Panels of experts: what is put to them, an opinion of each, one plan, and its measures until they are done.
import { z } from 'zod'
import { Day, Id, line, personal, prose, Version, words } from '#kernel/contract.ts'
import { type PanelState, panelLife } from '../lifecycle.ts'
import { Minute } from '../shapes.ts'

const State = z.enum(Object.keys(panelLife.states) as [PanelState, ...PanelState[]])
const MemberRole = z.enum(['lawyer', 'expert', 'department'])
const Words = words(prose(2, 1000))
const one = z.strictObject({ id: Id, version: Version })
const told = z.strictObject({ id: Id, version: Version, words: Words })
const answered = z.object({ id: Id, state: State, version: z.number() })

export const PanelLine = z.object({
  id: Id,
  question: z.string(),
  day: z.string(),
  from: z.number(),
  to: z.number(),
  state: State,
  /** Where the asker stands himself; null: he convened it. */
  mine: z.enum(['asked', 'given', 'aside']).nullable(),
  given: z.number(),
  members: z.number(),
  /** Measures whose day has passed. */
  late: z.number(),
})

export const Panel = z.object({
  id: Id,
  /** Told to whoever mediates it alone. */
  mediationId: Id.nullable(),
  question: z.string(),
  summary: z.string(),
  roomId: Id,
  where: z.object({ zh: z.string(), en: z.string() }),
  day: z.string(),
  from: z.number(),
  to: z.number(),
  state: State,
  mine: z.enum(['asked', 'given', 'aside']).nullable(),
  members: z.array(
    z.object({
      accountId: Id,
      name: personal('counsel.panelHand', z.string()),
      role: MemberRole,
      state: z.enum(['asked', 'given', 'aside']),
      /** Null as long as it is not the asker's to read. */
      opinion: z.string().nullable(),
      basis: z.string().nullable(),
    }),
  ),
  plan: z.object({ words: z.string(), why: z.string() }).nullable(),
  measures: z.array(
    z.object({
      ...{ id: Id, words: z.string(), owner: z.string(), dueOn: z.string() },
      ...{ doneOn: z.string().nullable(), late: z.boolean() },
    }),
  ),
  version: z.number(),
  can: z.array(z.string()),
})

export const panelPromises = {
  panels: {
    kind: 'query',
    summary: { zh: '我召集的、请我参加的会诊', en: 'Panels that I convened or sit on' },
    input: z.strictObject({ mediationId: Id.optional() }),
    output: z.object({
      panels: z.array(PanelLine),
      /** Who may be asked about the file that was named, as long as the asker mediates it. */
      candidates: z.array(
        z.object({
          ...{ accountId: Id, name: personal('counsel.panelHand', z.string()), role: MemberRole, from: z.string() },
        }),
      ),
    }),
  },
  panel: {
    kind: 'query',
    summary: { zh: '一次专家会诊', en: 'One panel of experts' },
    input: z.strictObject({ id: Id }),
    output: Panel,
  },
  convenePanel: {
    kind: 'command',
    summary: { zh: '为一件纠纷召集专家会诊', en: 'Convene a panel of experts on a dispute' },
    input: z.strictObject({
      mediationId: Id,
      question: words(prose(4, 500)),
      /** 当事人甲、乙: a name or phone of a party is refused. */
      summary: words(prose(10, 4000)),
      roomId: Id,
      ...{ day: Day, from: Minute, to: Minute },
      members: z
        .array(z.strictObject({ accountId: Id, role: MemberRole }))
        .min(2)
        .max(9),
    }),
    output: answered,
  },
  giveOpinion: {
    inPerson: {
      zh: '意见由成员本人写、本人负责。',
      en: 'an opinion is written by the member himself, who answers for it.',
    },
    kind: 'command',
    summary: { zh: '写出自己的会诊意见', en: 'Give one’s own opinion' },
    input: z.strictObject({
      id: Id,
      words: words(prose(4, 4000)),
      basis: words(line(0, 300)).default(''),
      /** He is neither related to a party nor has a part in the matter; whoever is steps aside. */
      noTie: z.literal(true),
    }),
    output: answered,
  },
  stepAside: {
    kind: 'command',
    summary: { zh: '回避这次会诊', en: 'Step aside from a panel' },
    input: z.strictObject({ id: Id, words: Words }),
    output: answered,
  },
  drawPlan: {
    kind: 'command',
    summary: { zh: '定一案一策', en: 'Draw one plan from the opinions' },
    input: z.strictObject({
      ...{ id: Id, version: Version, words: words(prose(4, 2000)) },
      measures: z
        .array(
          z.strictObject({
            ...{ words: words(prose(2, 300)), dueOn: Day },
            owner: personal('counsel.panelWords', line(1, 40)),
          }),
        )
        .min(1)
        .max(12),
    }),
    output: answered,
  },
  acceptPlan: {
    kind: 'command',
    summary: { zh: '采纳方案，记入案卷', en: 'Take the plan, and note it in the file' },
    input: one,
    output: answered,
  },
  declinePlan: {
    kind: 'command',
    summary: { zh: '不采纳方案', en: 'Do not take the plan' },
    input: told,
    output: answered,
  },
  measureDone: {
    kind: 'command',
    summary: { zh: '一条措施办完了', en: 'A measure is done' },
    input: z.strictObject({ id: Id, version: Version, measureId: Id, on: Day }),
    output: answered,
  },
  finishPanel: {
    kind: 'command',
    summary: { zh: '措施都办完，会诊结束', en: 'All measures are done: end the panel' },
    input: one,
    output: answered,
  },
  cancelPanel: {
    kind: 'command',
    summary: { zh: '取消会诊', en: 'Cancel a panel' },
    input: told,
    output: answered,
  },
} as const
