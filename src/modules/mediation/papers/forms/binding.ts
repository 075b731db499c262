// What binds a file together: cover, directory, closing report, notes on the file, back cover.
import { chineseDay, plainDay } from '../dates.ts'
import type { FileOnPaper } from '../shape.ts'
import { blank, cell, centred, head, list, right, room, type Sheet, say, table } from '../sheet.ts'
import { resultOf } from './letters.ts'
import { mediatorNames, namesOf, ofSide } from './parties.ts'

const day = (on: string | null) => (on ? plainDay(on) : '')

export const cover = (file: FileOnPaper): Sheet => ({
  id: '00-cover',
  row: '0',
  title: '人民调解卷宗',
  numbered: false,
  blocks: [
    ...centred(file.committee.name),
    room(2),
    table(
      [24, 76],
      [
        [head('卷名'), cell(file.title)],
        [head('卷号'), cell(file.no)],
        [head('人民调解员'), cell(mediatorNames(file))],
        [head('调解日期'), cell(`${day(file.acceptedOn ?? file.openedOn)}至${day(file.closedOn)}`)],
        [head('立卷人'), cell(file.filer)],
        [head('立卷日期'), cell(day(file.closedOn))],
        [head('保管期限'), cell(file.retention)],
        [head('备注'), cell('')],
      ],
    ),
    room(1),
    { kind: 'code', text: file.url },
  ],
})

/** Where a document stands in the file: its first page, and how many pages it has. */
export type Placed = { readonly title: string; readonly first: number; readonly pages: number }

export const directory = (placed: readonly Placed[]): Sheet => ({
  id: '00-directory',
  row: '0',
  title: '卷内目录',
  numbered: false,
  blocks: [
    list(
      [12, 54, 18, 16],
      ['序号', '文书名称', '页号', '备注'],
      placed.map(({ title, first, pages }, n) => [
        n + 1,
        title,
        pages > 1 ? `${first}—${first + pages - 1}` : first,
        '',
      ]),
    ),
  ],
})

export function closingReport(file: FileOnPaper): Sheet[] {
  if (!file.outcome || !file.closedOn) return []
  const sources = { applied: '当事人申请', initiative: '主动调解', referred: `委托移送（${file.source.by ?? ''}）` }
  return [
    {
      id: '30-closing-report',
      row: '+',
      title: '人民调解结案报告表',
      numbered: true,
      blocks: [
        table(
          [20, 30, 20, 30],
          [
            [head('卷号'), cell(file.no), head('填表时间'), cell(day(file.closedOn))],
            [head('承办单位'), cell(file.committee.name), head('承办人'), cell(mediatorNames(file))],
            [head('受案时间'), cell(day(file.acceptedOn)), head('结案时间'), cell(day(file.closedOn))],
            [
              head('申请人'),
              cell(namesOf(ofSide(file, 'applicant'))),
              head('被申请人'),
              cell(namesOf(ofSide(file, 'respondent'))),
            ],
            [head('纠纷类型'), cell(file.kind.zh), head('案件来源'), cell(sources[file.source.way])],
            [head('简要案情'), cell(file.facts, 3)],
            [head('处理结果'), cell(resultOf(file), 3)],
          ],
        ),
        ...right('承办人（签名）：', blank(8)),
        ...right(`${file.committee.stampedBy}（印章）`),
      ],
    },
  ]
}

export function fileNotes(file: FileOnPaper): Sheet[] {
  if (file.fileNotes.length === 0) return []
  return [
    {
      id: '12-notes',
      row: '12',
      title: '卷宗情况说明',
      numbered: true,
      blocks: [
        ...file.fileNotes.flatMap((note, n) => say(`${n + 1}. ${note}`)),
        ...right(`立卷人：${file.filer ?? ''}`),
        ...right(file.closedOn ? chineseDay(file.closedOn) : '　　年　　月　　日'),
      ],
    },
  ]
}

/** `seal` is the hash of the archive's manifest, where the file has been sealed. */
export const backCover = (file: FileOnPaper, pages: number, seal: string | null): Sheet => ({
  id: '13-back-cover',
  row: '13',
  title: '卷宗封底',
  numbered: false,
  blocks: [
    room(3),
    table(
      [30, 70],
      [
        [head('卷号'), cell(file.no)],
        [head('本卷页数'), cell(`${pages}页`)],
        [head('立卷人'), cell(file.filer)],
        [head('检查人'), cell(file.checker)],
        [head('立卷日期'), cell(day(file.closedOn))],
        ...(seal ? [[head('电子卷宗校验值'), cell(seal)]] : []),
      ],
    ),
    ...(seal ? say('校验值为电子卷宗清单的 SHA-256 值，用于核对电子卷宗是否改动。') : []),
  ],
})
