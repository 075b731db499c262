// How the parties stand on a document: the official heading of each, their short names, and who signs for them.
import { plainDay } from '../dates.ts'
import type { FileOnPaper, PartyOnPaper, Signature } from '../shape.ts'
import { blank, cell, head, type Line, type Piece, right, say, type Table, table } from '../sheet.ts'

export const SIDES = { applicant: '申请人', respondent: '被申请人' } as const

export const ofSide = (file: FileOnPaper, side: PartyOnPaper['side']): PartyOnPaper[] =>
  file.parties.filter((party) => party.side === side)

export const namesOf = (parties: readonly PartyOnPaper[]): string => parties.map((party) => party.name).join('、')

/** In a sentence a kind is a dispute: 噪声 → 噪声纠纷. */
export const disputeOf = ({ kind }: FileOnPaper): string => (kind.zh.endsWith('纠纷') ? kind.zh : `${kind.zh}纠纷`)

const years = (party: PartyOnPaper) => (party.age === undefined ? '' : `${party.age}岁`)

/** 民族 is a box to be filled in by hand, or left: it is stored nowhere. */
const personRows = (party: PartyOnPaper) => [
  [
    head('姓名'),
    cell(party.name),
    head('性别'),
    cell(party.sex),
    head('民族'),
    cell(''),
    head('年龄'),
    cell(years(party)),
  ],
  [head('职业或职务'), cell(party.occupation, 3), head('联系方式'), cell(party.phone, 3)],
  [head('单位或住址'), cell(party.address, 7)],
  ...(party.represents ? [[head('代表'), cell(`${party.represents}的推选代表`, 7)]] : []),
]
const bodyRows = (party: PartyOnPaper) => [
  [head('名称'), cell(party.name, 7)],
  party.kind === 'organisation'
    ? [
        head('统一社会信用代码'),
        cell(party.creditCode, 3),
        head('法定代表人或负责人'),
        cell(party.legalRepresentative, 3),
      ]
    : [
        head('人数'),
        cell(party.headCount === undefined ? '' : `${party.headCount}人`, 3),
        head('推选代表'),
        cell(party.legalRepresentative, 3),
      ],
  [head('住所'), cell(party.address, 3), head('联系方式'), cell(party.phone, 3)],
]
const agentRows = (party: PartyOnPaper) =>
  party.agents.map((agent) => [head('委托代理人'), cell(agent.name, 3), head('与委托人关系'), cell(agent.relation, 3)])

const COLUMNS = [18, 15, 10, 8, 16, 12, 10, 11]

/** One table for each party, headed by its side. */
export const partyTables = (file: FileOnPaper): Table[] =>
  file.parties.map((party) => {
    const sameSide = ofSide(file, party.side)
    const number = sameSide.length > 1 ? `（${sameSide.indexOf(party) + 1}）` : ''
    const rows = party.kind === 'person' ? personRows(party) : bodyRows(party)
    return table(COLUMNS, [[head(`${SIDES[party.side]}${number}`, 8)], ...rows, ...agentRows(party)])
  })

/** One line a party, for letters. */
export const partyLines = (file: FileOnPaper): Line[] =>
  file.parties.flatMap((party) =>
    say(
      `${SIDES[party.side]}：${[party.name, party.sex, years(party), party.creditCode, party.address, party.phone].filter(Boolean).join('，')}。`,
    ),
  )

/** A name by hand needs no word. */
const WAYS = { paper: '', drawn: '（电子签名）', stamp: '（盖章）' } as const

/** What was signed, or the room to sign. */
export const signed = (label: string, signature: Signature | undefined): Line[] =>
  signature
    ? right(
        `${label.includes(signature.who) ? label : `${label}：${signature.who}`}　${plainDay(signature.on)}${WAYS[signature.way]}`,
      )
    : right(`${label}：`, blank(9))

export const signatureOf = (file: FileOnPaper, who: string, role: Signature['role']): Signature | undefined =>
  file.agreement?.signatures.find((one) => one.who === who && one.role === role)

/** A line for the date that is written by hand. */
export const dateByHand: readonly Piece[] = [blank(4), '年', blank(2), '月', blank(2), '日']

export const leadOf = (file: FileOnPaper): string =>
  (file.mediators.find((one) => one.role === 'lead') ?? file.mediators[0])?.name ?? ''
export const mediatorNames = (file: FileOnPaper): string =>
  file.mediators
    .filter((one) => one.role !== 'recorder')
    .map((one) => one.name)
    .join('、')
export const recorderOf = (file: FileOnPaper): string =>
  file.mediators.find((one) => one.role === 'recorder')?.name ?? leadOf(file)
