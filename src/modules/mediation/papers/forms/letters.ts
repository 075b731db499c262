// Letters and consents around a file: ending, handing on, sending back, inviting, extending, standing aside.
import { chineseDay, plainDay, plainMinute } from '../dates.ts'
import type { FileOnPaper } from '../shape.ts'
import { blank, flush, heading, right, type Sheet, say } from '../sheet.ts'
import { dateByHand, disputeOf, mediatorNames, namesOf, partyLines } from './parties.ts'

type Blocks = Sheet['blocks']
const letter = (id: string, title: string, blocks: Blocks): Sheet => ({ id, row: '+', title, numbered: true, blocks })
const stamp = (file: FileOnPaper, on: string): Blocks => [
  ...right(`${file.committee.stampedBy}（印章）`),
  ...right(chineseDay(on)),
]
const partiesSign = (file: FileOnPaper): Blocks =>
  file.parties.flatMap((party) => right(`当事人（${party.name}）签名：`, blank(8)))

export function ending(file: FileOnPaper): Sheet[] {
  if (!file.termination) return []
  const { on, reason, routes } = file.termination
  return [
    letter('21-ending', '终止调解通知书', [
      ...flush(`${namesOf(file.parties)}：`),
      ...say(
        `你们之间的${disputeOf(file)}〔${file.no}〕，经本委员会调解，依照《中华人民共和国人民调解法》第二十六条，现终止调解。`,
      ),
      ...heading('理由：'),
      ...say(reason),
      ...heading('你们可以依法通过下列途径维护自己的权利：'),
      ...routes.flatMap((route, n) => say(`${n + 1}. ${route}`)),
      ...stamp(file, on),
      ...partiesSign(file),
    ]),
  ]
}

export const handovers = (file: FileOnPaper): Sheet[] =>
  file.handovers.map((one, n) =>
    letter(`23-handover-${n + 1}`, '人民调解移送函', [
      ...flush(`${one.to}：`),
      ...say(`${file.title}〔${file.no}〕，现由${one.from}移送你单位办理，全部卷宗材料随函移送。`),
      ...partyLines(file),
      ...heading('移送情况：'),
      ...say(one.words),
      ...say(`请于收到后出具回执。回执编号：${one.receiptNo}`),
      ...right(`${one.from}（印章）`),
      ...right(chineseDay(one.on)),
      ...right('接收人（签名）：', blank(8)),
      ...right(...dateByHand),
    ]),
  )

const entrusting = (file: FileOnPaper) => (file.source.way === 'referred' ? file.source.by : undefined)

export function entrustment(file: FileOnPaper): Sheet[] {
  const by = entrusting(file)
  if (!by) return []
  return [
    letter('24-entrustment', '委托调解函', [
      ...flush(`${file.committee.name}：`),
      ...say(`经征得当事人同意，现将${namesOf(file.parties)}之间的${disputeOf(file)}委托你委员会调解。`),
      ...(file.source.letterNo ? say(`来函编号：${file.source.letterNo}`) : []),
      ...partyLines(file),
      ...heading('纠纷简要情况：'),
      ...say(file.facts),
      ...say('调解结束后，请将结果函告我单位。'),
      ...right(`${by}（印章）`),
      ...right(chineseDay(file.openedOn)),
    ]),
  ]
}

const RESULTS = {
  written: '双方达成书面调解协议',
  oral: '双方达成口头调解协议',
  failed: '双方未能达成调解协议',
  terminated: '调解终止',
  withdrawn: '当事人撤回调解申请',
  'handed-on': '已移送其他机构办理',
  declined: '经审查不予受理',
} as const
export const resultOf = (file: FileOnPaper): string => (file.outcome ? RESULTS[file.outcome] : '')

/** The result and the number; what people said stays with the file. */
export function feedback(file: FileOnPaper): Sheet[] {
  const by = entrusting(file)
  if (!by || !file.outcome) return []
  return [
    letter('25-feedback', '委托调解反馈函', [
      ...flush(`${by}：`),
      ...say(
        `你单位${file.source.letterNo ? `以${file.source.letterNo}` : ''}委托本委员会调解的${namesOf(file.parties)}之间的${disputeOf(file)}，经调解，${resultOf(file)}。`,
      ),
      ...(file.agreement ? say(`调解协议编号：${file.agreement.no}。`) : []),
      ...say('特此函告。'),
      ...stamp(file, file.closedOn ?? file.agreement?.effectiveOn ?? file.openedOn),
    ]),
  ]
}

export const invitations = (file: FileOnPaper): Sheet[] =>
  file.invitations.map((one, n) =>
    letter(`26-invitation-${n + 1}`, '参加人民调解邀请函', [
      ...flush(`${one.name}：`),
      ...say(
        `本委员会正在调解${namesOf(file.parties)}之间的${disputeOf(file)}。经当事人同意，特邀请您于${plainMinute(one.at)}到${one.place}参加调解。`,
      ),
      ...say(`邀请事由：${one.why}`),
      ...stamp(file, one.on),
      ...heading('当事人同意邀请上列人员参加调解：'),
      ...partiesSign(file),
    ]),
  )

export const extensions = (file: FileOnPaper): Sheet[] =>
  file.extensions.map((one, n) =>
    letter(`27-extension-${n + 1}`, '延长调解期限同意书', [
      ...say(
        `${namesOf(file.parties)}之间的${disputeOf(file)}〔${file.no}〕，因${one.reason}，各方当事人同意将调解期限延长至${plainDay(one.until)}。`,
      ),
      ...partiesSign(file),
      ...right(`人民调解员：${mediatorNames(file)}`),
      ...stamp(file, one.on),
    ]),
  )

export const avoidances = (file: FileOnPaper): Sheet[] =>
  file.avoidance.flatMap((one, n) => [
    letter(`28-avoidance-${n + 1}`, '回避申请书', [
      ...flush(`${file.committee.name}：`),
      ...say(`申请人${one.asker}申请${one.of}在${file.title}〔${file.no}〕中回避。`),
      ...heading('理由：'),
      ...say(one.reason),
      ...right(`申请人（${one.asker}）签名：`, blank(8)),
      ...right(chineseDay(one.askedOn)),
    ]),
    ...(one.decidedOn && one.granted !== null
      ? [
          letter(`28-avoidance-${n + 1}-decision`, '回避决定书', [
            ...flush(`${one.asker}：`),
            ...say(
              `你于${plainDay(one.askedOn)}提出的要求${one.of}回避的申请，经审查，决定${one.granted ? `准许，${one.of}不再参加本案调解` : '驳回，当事人仍可拒绝调解或者另选人民调解员'}。`,
            ),
            ...(one.decision ? say(`理由：${one.decision}`) : []),
            ...(one.decider ? right(`决定人：${one.decider}`) : []),
            ...stamp(file, one.decidedOn),
          ]),
        ]
      : []),
  ])
