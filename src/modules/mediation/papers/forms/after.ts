// Documents of what comes after the agreement: visits, the court's confirmation, a case that goes back to the police.
import { chineseDay, plainDay } from '../dates.ts'
import type { FileOnPaper } from '../shape.ts'
import { above, type Block, blank, cell, flush, head, heading, right, type Sheet, say, table } from '../sheet.ts'
import { disputeOf, namesOf, partyLines } from './parties.ts'
import { pictures, scansOf } from './proofs.ts'

export function followUps(file: FileOnPaper): Sheet[] {
  if (file.followUps.length === 0) return []
  const visit = (one: FileOnPaper['followUps'][number]): Block =>
    table(
      [18, 32, 18, 32],
      [
        [head('回访时间'), cell(plainDay(one.on)), head('回访方式'), cell(one.way)],
        [head('履行情况'), cell(one.performance), head('满意情况'), cell(one.satisfaction)],
        [head('回访情况'), cell(one.words, 3)],
        [head('回访人'), cell(one.by, 3)],
      ],
    )
  return [
    {
      id: '10-follow-ups',
      row: '10',
      title: '人民调解回访记录',
      numbered: true,
      blocks: [
        ...say(`当事人：${namesOf(file.parties)}`),
        ...say(`调解协议编号：${file.agreement?.no ?? '无'}`),
        ...say('回访事由：了解调解协议履行情况，防止纠纷反复。'),
        ...file.followUps.map(visit),
        ...right('回访人（签名）：', blank(8)),
      ],
    },
  ]
}

/** Both sides ask together (article 33; 民事诉讼法 articles 205 and 206). */
export function confirmation(file: FileOnPaper): Sheet[] {
  const { agreement, confirmation: asked } = file
  if (!asked) return []
  return [
    {
      id: '11-confirmation',
      row: '11',
      title: '司法确认申请书',
      numbered: true,
      blocks: [
        // What the court gave it stands above, where it is looked for, and not alone on a last page.
        ...(asked.caseNo ? right(`人民法院案号：${asked.caseNo}`) : []),
        ...(asked.ruling ? right(`裁定结果：${asked.ruling}`) : []),
        ...partyLines(file).map((line) => ({
          ...line,
          pieces: line.pieces.map((piece) =>
            typeof piece === 'string' ? piece.replace(/^(被申请人|申请人)：/, '共同申请人：') : piece,
          ),
        })),
        ...heading('请求事项：'),
        ...say(
          `请求依法确认申请人于${agreement?.effectiveOn ? plainDay(agreement.effectiveOn) : ''}经${file.committee.name}主持调解达成的调解协议（编号：${agreement?.no ?? ''}）有效。`,
        ),
        ...heading('事实与理由：'),
        ...say(agreement?.facts ?? file.facts),
        ...say(
          '申请人出于解决纠纷的目的自愿达成协议，没有恶意串通、规避法律的行为；如因该协议内容给国家、集体或者他人造成损害，愿意承担相应的民事责任和其他法律责任。',
        ),
        ...say('附：调解协议书、主持调解组织的证明、与调解协议相关的财产权利证明、当事人身份及住所证明。'),
        ...above('此致'),
        ...flush(asked.court),
        ...file.parties.flatMap((party) => right(`共同申请人（${party.name}）签章：`, blank(8))),
        ...right(chineseDay(asked.askedOn)),
        ...pictures(scansOf(file, 'court')),
      ],
    },
  ]
}

/** 治安管理处罚法 (2025) article 9: settled before a committee and performed, then asked of the police in writing. */
export function handBack(file: FileOnPaper): Sheet[] {
  if (!file.handBack) return []
  const { office, on, words } = file.handBack
  return [
    {
      id: '29-hand-back',
      row: '+',
      title: '治安案件不予处罚申请书',
      numbered: true,
      blocks: [
        ...flush(`${office}：`),
        ...partyLines(file),
        ...say(
          `申请人之间的${disputeOf(file)}，经${file.committee.name}调解达成协议（编号：${file.agreement?.no ?? ''}）并已履行。依照《中华人民共和国治安管理处罚法》第九条，申请不予处罚。`,
        ),
        ...heading('履行情况：'),
        ...say(words),
        ...say('附：人民调解协议书、协议履行凭证。'),
        ...file.parties.flatMap((party) => right(`申请人（${party.name}）签名：`, blank(8))),
        ...right(`${file.committee.stampedBy}（印章）`),
        ...right(chineseDay(on)),
      ],
    },
  ]
}
