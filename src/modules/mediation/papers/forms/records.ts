// Records that both sides may read: what was found out, what was said together, and what is not disputed when mediation fails.
import { chineseDay, plainMinute } from '../dates.ts'
import type { FileOnPaper, RecordOnPaper } from '../shape.ts'
import { type Block, blank, cell, head, heading, right, type Sheet, say, table } from '../sheet.ts'
import { disputeOf, namesOf } from './parties.ts'

const top = (file: FileOnPaper, record: RecordOnPaper): Block[] => [
  table(
    [18, 42, 14, 26],
    [
      [
        head('时间'),
        cell(`${plainMinute(record.at)}${record.until ? `至${plainMinute(record.until).split(' ').at(-1)}` : ''}`),
        head('方式'),
        cell(record.mode),
      ],
      [head('地点'), cell(record.place, 3)],
      [head('当事人'), cell(namesOf(file.parties), 3)],
      [head('参加人'), cell(record.present.join('、'), 3)],
      [
        head(record.kind === 'session' ? '主持人' : '调查人'),
        cell(record.chair),
        head('记录人'),
        cell(record.recorder),
      ],
    ],
  ),
]

const spoken = (record: RecordOnPaper): Block[] => [
  ...record.lines.flatMap(({ who, said }) => say({ bold: `${who}：` }, said)),
  ...(record.undisputed.length > 0
    ? [...heading('双方无争议的事实：'), ...record.undisputed.flatMap((fact, n) => say(`${n + 1}. ${fact}`))]
    : []),
]

const readAndSigned = (who: readonly string[]): Block[] => [
  ...say('以上笔录已阅（已向本人宣读），与所述一致。'),
  ...who.flatMap((name) => right(`${name}：`, blank(8))),
]

export const inquiries = (file: FileOnPaper): Sheet[] =>
  file.records
    .filter((record) => record.kind !== 'session')
    .map((record, n) => ({
      id: `05-inquiry-${n + 1}`,
      row: '5',
      title: record.kind === 'visit' ? '人民调解走访调查记录' : '人民调解调查记录',
      numbered: true,
      blocks: [
        ...top(file, record),
        ...spoken(record),
        ...(record.result ? [...heading('调查结果：'), ...say(record.result)] : []),
        ...readAndSigned(['被调查人（签名）', '调查人（签名）', '记录人（签名）']),
      ],
    }))

export const minutes = (file: FileOnPaper): Sheet[] =>
  file.records
    .filter((record) => record.kind === 'session')
    .map((record, n) => ({
      id: `07-minutes-${n + 1}`,
      row: '7',
      title: '人民调解记录',
      numbered: true,
      blocks: [
        ...top(file, record),
        ...say('主持人已告知当事人权利义务，询问是否申请回避。'),
        ...spoken(record),
        ...heading('调解结果：'),
        ...say(record.result),
        ...readAndSigned([
          ...file.parties.map((party) => `当事人（${party.name}）签名`),
          '人民调解员（签名）',
          '记录人（签名）',
        ]),
      ],
    }))

/** Facts only: a concession made for the sake of peace is no admission and is not written down here. */
export function undisputed(file: FileOnPaper): Sheet[] {
  if (file.undisputedAtFailure.length === 0) return []
  return [
    {
      id: '22-undisputed',
      row: '+',
      title: '无争议事实记载',
      numbered: true,
      blocks: [
        ...say(
          `${namesOf(file.parties)}因${disputeOf(file)}申请人民调解〔${file.no}〕，未达成调解协议。经当事人同意，记载双方没有争议的事实如下：`,
        ),
        ...file.undisputedAtFailure.flatMap((fact, n) => say(`${n + 1}. ${fact}`)),
        ...say('当事人为达成协议作出的妥协、让步，不在此列，也不得视为对事实的承认。'),
        ...file.parties.flatMap((party) => right(`当事人（${party.name}）签名：`, blank(8))),
        ...right('人民调解员（签名）：', blank(8)),
        ...right(`${file.committee.stampedBy}（印章）`),
        ...right(chineseDay(file.termination?.on ?? file.closedOn ?? file.openedOn)),
      ],
    },
  ]
}
