// The words of the statistics form, in the order of its columns.
import type { Tally } from './tally.ts'
import { preventedWords } from './words.ts'

const s = (zh: string, en: string) => ({ zh, en })

export const formWords = {
  file: s('人民调解统计表', 'mediation-form'),
  kinds: s('按纠纷类型', 'By kind'),
  committees: s('按调委会', 'By committee'),
  kind: s('纠纷类型', 'Kind'),
  committee: s('调委会', 'Committee'),
  all: s('合计', 'Total'),
  none: s('（未指定）', '(none)'),
  note: s(
    '人民调解统计表：{area}，{from} 至 {to} 登记的案件，截至 {day} 的情况。移交上一级的只算一件。',
    'People’s mediation: {area}, files registered from {from} to {to}, as they stood on {day}. A file handed up counts once.',
  ),
  sweeps: s('排查和预防', 'Sweeps and prevention'),
  what: s('项目', 'What'),
  cases: s('件（次）', 'Cases'),
  people: s('人', 'Persons'),
  swept: s('排查次数', 'Sweeps'),
  prevented: s('预防纠纷', 'Disputes prevented'),
  ...preventedWords,
  rate: s('调解成功率（登记口径）', 'Settled of those taken'),
} as const

export const COLUMNS: readonly (readonly [keyof Tally, { readonly zh: string; readonly en: string }])[] = [
  ['taken', s('案件总数（件）', 'Files')],
  ['settled', s('调解成功（件）', 'Settled')],
  ['parties', s('涉及当事人数', 'Parties')],
  ['fen', s('协议涉及金额（万元）', 'Money in agreements (10,000 yuan)')],
  ['hard', s('疑难复杂（件）', 'Hard ones')],
  ['initiative', s('主动调解', 'On own initiative')],
  ['applied', s('依申请', 'On application')],
  ['referred', s('接受委托移送', 'Referred')],
  ['court', s('其中法院', 'by a court')],
  ['procuratorate', s('其中检察院', 'by the procuratorate')],
  ['police', s('其中公安', 'by the police')],
  ['petition', s('其中信访', 'by the petition office')],
  ['others', s('其中其他', 'by others')],
  ['oral', s('口头协议', 'Oral agreement')],
  ['written', s('书面协议', 'Written agreement')],
  ['due', s('已到履行期（件）', 'Agreements due')],
  ['performed', s('已履行（件）', 'Performed')],
  ['asked', s('申请司法确认', 'Confirmation asked')],
  ['confirmed', s('已司法确认', 'Confirmed by the court')],
]
