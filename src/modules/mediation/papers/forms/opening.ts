// Documents of the beginning: application or intake form, rights told, and why a dispute is not taken in.
import { chineseDay, plainDay } from '../dates.ts'
import type { FileOnPaper } from '../shape.ts'
import { above, blank, cell, flush, head, heading, right, type Sheet, say, table } from '../sheet.ts'
import { dateByHand, disputeOf, namesOf, ofSide, partyTables, recorderOf, SIDES } from './parties.ts'

const SOURCES = { applied: '当事人申请', initiative: '主动调解', referred: '委托移送' } as const

/** Boxes to tick, the one that holds marked. */
const ticked = (way: FileOnPaper['source']['way']): string =>
  (['applied', 'initiative', 'referred'] as const).map((one) => `${one === way ? '■' : '□'}${SOURCES[one]}`).join('　')

export function application(file: FileOnPaper): Sheet[] {
  if (file.source.way !== 'applied') return []
  return [
    {
      id: '01-application',
      row: '1',
      title: '人民调解申请书',
      numbered: true,
      blocks: [
        ...partyTables(file),
        ...heading('纠纷简要情况：'),
        ...say(file.facts),
        ...heading('当事人申请事项：'),
        ...say(file.requests),
        ...say('人民调解委员会已将申请人民调解的相关规定告知我，现自愿申请人民调解。'),
        ...above('此致'),
        ...flush(file.committee.name),
        ...ofSide(file, 'applicant').flatMap((party) =>
          right(`${SIDES.applicant}（${party.name}）签名或盖章：`, blank(8)),
        ),
        ...right(chineseDay(file.openedOn)),
      ],
    },
  ]
}

export function intake(file: FileOnPaper): Sheet[] {
  if (file.source.way === 'applied') return []
  const { source } = file
  const by = [source.by, source.letterNo].filter(Boolean).join('，')
  return [
    {
      id: '01-intake',
      row: '1',
      title: '人民调解受理登记表',
      numbered: true,
      blocks: [
        table(
          [22, 28, 22, 28],
          [
            [head('时间'), cell(plainDay(file.openedOn)), head('纠纷类型'), cell(file.kind.zh)],
            [head('案件来源'), cell(`${ticked(source.way)}${by && `（${by}）`}`, 3)],
          ],
        ),
        ...partyTables(file),
        ...heading('纠纷简要情况：'),
        ...say(file.facts),
        ...say('当事人同意接受人民调解。'),
        ...file.parties.flatMap((party) => right(`当事人（${party.name}）签名：`, blank(8))),
        ...right(`登记人：${recorderOf(file)}`),
        ...right(`${file.committee.stampedBy}（印章）`),
        ...right(chineseDay(file.openedOn)),
        ...say('备注：', blank(20)),
      ],
    },
  ]
}

const RIGHTS = [
  '选择或者接受人民调解员；',
  '接受调解、拒绝调解或者要求终止调解；',
  '要求调解公开进行或者不公开进行；',
  '自主表达意愿、自愿达成调解协议。',
]
const DUTIES = ['如实陈述纠纷事实；', '遵守调解现场秩序，尊重人民调解员；', '尊重对方当事人行使权利。']
const EFFECTS = [
  '经人民调解委员会调解达成的调解协议，具有法律约束力，当事人应当按照约定履行。',
  '当事人之间就调解协议的履行或者调解协议的内容发生争议的，一方当事人可以向人民法院提起诉讼。',
  '双方当事人认为有必要的，可以自调解协议生效之日起三十日内共同向人民法院申请司法确认；确认有效的，一方拒绝履行或者未全部履行，对方可以向人民法院申请强制执行。',
  '当事人认为人民调解员与纠纷有利害关系、可能影响公正调解的，可以要求其回避。',
  '人民调解不收取任何费用。调解不成的，可以依法通过仲裁、行政、司法等途径维护自己的权利。',
]
const NUMBERS = ['一', '二', '三', '四', '五', '六']
const numbered = (texts: readonly string[]) => texts.flatMap((text, n) => say(`（${NUMBERS[n]}）${text}`))

export function rights(file: FileOnPaper): Sheet[] {
  if (!file.rightsToldOn) return []
  return [
    {
      id: '02-rights',
      row: '2',
      title: '人民调解权利义务告知书',
      numbered: true,
      blocks: [
        ...flush(`${namesOf(file.parties)}：`),
        ...say('根据《中华人民共和国人民调解法》，现将调解中的权利、义务和调解协议的性质、效力告知如下：'),
        ...heading('一、当事人的权利（第二十三条）'),
        ...numbered(RIGHTS),
        ...heading('二、当事人的义务（第二十四条）'),
        ...numbered(DUTIES),
        ...heading('三、调解协议的性质和效力及其他'),
        ...numbered(EFFECTS),
        ...say('以上内容已经人民调解员说明，我已知悉。'),
        ...file.parties.flatMap((party) => right(`当事人（${party.name}）签名：`, blank(8))),
        ...right(`${file.committee.stampedBy}（印章）`),
        ...right(chineseDay(file.rightsToldOn)),
      ],
    },
  ]
}

export function refusal(file: FileOnPaper): Sheet[] {
  if (!file.decline) return []
  const { on, reason, routes } = file.decline
  return [
    {
      id: '20-refusal',
      row: '+',
      title: '不予受理告知书',
      numbered: true,
      blocks: [
        ...flush(`${namesOf(ofSide(file, 'applicant'))}：`),
        ...say(
          `你（单位）于${plainDay(file.openedOn)}提出的与${namesOf(ofSide(file, 'respondent'))}之间的${disputeOf(file)}调解申请，经审查，本委员会不予受理。`,
        ),
        ...heading('理由：'),
        ...say(reason),
        ...heading('你（单位）可以通过下列途径解决：'),
        ...routes.flatMap((route, n) => say(`${n + 1}. ${route}`)),
        ...right(`${file.committee.stampedBy}（印章）`),
        ...right(chineseDay(on)),
        ...right('申请人签收：', blank(8)),
        ...right(...dateByHand),
      ],
    },
  ]
}
