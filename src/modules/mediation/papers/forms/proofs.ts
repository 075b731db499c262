// Who the parties are, who acts for them, and what was laid before the mediators, with the scanned originals.
import { plainDay } from '../dates.ts'
import type { FileOnPaper, Scan } from '../shape.ts'
import { above, type Block, blank, heading, list, right, type Sheet, say } from '../sheet.ts'
import { dateByHand, SIDES } from './parties.ts'

export const scansOf = (file: FileOnPaper, of: Scan['of'], about?: string): Scan[] =>
  file.scans.filter((scan) => scan.of === of && (about === undefined || scan.about === about))

/** The name under which the printers find a scanned page. */
export const pictureName = (scan: Scan, page: number): string =>
  `/scans/${scan.id}-${page + 1}.${scan.pages[page]!.type}`

export const pictures = (scans: readonly Scan[]): Block[] =>
  scans.flatMap((scan) => [
    ...above(`${scan.words}（共${scan.pages.length}页）`),
    ...scan.pages.map(
      ({ width, height }, page): Block => ({ kind: 'picture', name: pictureName(scan, page), width, height }),
    ),
  ])

/** A sheet for each copy. */
export const identity = (file: FileOnPaper): Sheet[] =>
  scansOf(file, 'identity').map((scan, n) => {
    const party = file.parties.find((one) => one.id === scan.about)
    return {
      id: `03-identity-${n + 1}`,
      row: '3',
      title: '身份证明材料',
      numbered: true,
      blocks: [
        ...say(`${party ? SIDES[party.side] : '关系人'}：${party?.name ?? scan.about}`),
        ...pictures([scan]),
        ...say('此复印件与原件核对一致，仅用于本案人民调解。'),
        ...right('核对人：', blank(8)),
      ],
    }
  })

const SCOPES = {
  general: '一般授权',
  special: '特别授权',
} as const

export const authority = (file: FileOnPaper): Sheet[] =>
  file.parties
    .flatMap((party) => party.agents.map((agent) => ({ party, agent })))
    .map(({ party, agent }, n) => ({
      id: `04-authority-${n + 1}`,
      row: '4',
      title: '授权委托书',
      numbered: true,
      blocks: [
        ...say(`委托人：${[party.name, party.address, party.phone].filter(Boolean).join('，')}`),
        ...say(`受托人：${agent.name}　　与委托人关系：${agent.relation}`),
        ...say(`现委托上列受托人在${file.title}一案中，作为我方参加人民调解的代理人。`),
        ...heading('代理权限：'),
        ...say(`${SCOPES[agent.scope]}：${agent.powers}`),
        ...say(`委托期限：自${plainDay(agent.from)}起至${agent.to ? plainDay(agent.to) : '本案调解终结之日'}止。`),
        ...right('委托人（签名或盖章）：', blank(8)),
        ...right('受托人（签名）：', blank(8)),
        ...right(...dateByHand),
        ...pictures(scansOf(file, 'authority', agent.name)),
      ],
    }))

export function evidence(file: FileOnPaper): Sheet[] {
  if (file.evidence.length === 0) return []
  return [
    {
      id: '06-evidence',
      row: '6',
      title: '证据材料清单',
      numbered: true,
      blocks: [
        list(
          [9, 19, 16, 12, 8, 11, 25],
          ['序号', '名称', '来源', '原件/复印件', '页数', '提交人', '提交日期'],
          file.evidence.map((one, n) => [
            n + 1,
            one.name,
            one.source,
            one.original ? '原件' : '复印件',
            one.pages,
            one.by,
            plainDay(one.on),
          ]),
        ),
        ...right('提交人（签名）：', blank(8)),
        ...right('接收人（签名）：', blank(8)),
        ...pictures(scansOf(file, 'evidence')),
      ],
    },
  ]
}

export function receipts(file: FileOnPaper): Sheet[] {
  const scans = scansOf(file, 'receipt')
  if (file.performance.length === 0 && scans.length === 0) return []
  return [
    {
      id: '09-receipts',
      row: '9',
      title: '调解协议履行凭证',
      numbered: true,
      blocks: [
        ...say(`协议编号：${file.agreement?.no ?? ''}`),
        list(
          [12, 25, 48, 15],
          ['条款', '履行日期', '履行情况', '凭证页数'],
          file.performance.map((one) => [`第${one.term}条`, plainDay(one.on), one.words, one.pages]),
        ),
        ...right('权利人（签名）：', blank(8)),
        ...pictures(scans),
      ],
    },
  ]
}
