// Whether a file is complete: one rule for each row of the official list, with its basis. Pages and the archive use this list.
import type { Text } from '#kernel/words.ts'
import { mayExplain } from '../lifecycle.ts'
import type { FileOnPaper } from './shape.ts'

export type RowState = 'there' | 'missing' | 'not-needed'
export type Row = {
  readonly row: string
  readonly title: Text
  readonly basis: Text
  readonly state: RowState
  readonly reason: Text
}

/** `need` says why a row is needed, or why not; `lacks` what it still lacks, null when it is there. */
type Rule = {
  readonly row: string
  readonly title: Text
  readonly basis: Text
  need(file: FileOnPaper): readonly [boolean, Text]
  lacks(file: FileOnPaper): Text | null
}

const text = (zh: string, en: string): Text => ({ zh, en })
const FORMATS = text('司法部人民调解文书格式（2010年）', 'Ministry of Justice, formats of mediation documents (2010)')
const law = (article: number) => text(`人民调解法第${article}条`, `People’s Mediation Law, art. ${article}`)

const ALWAYS = text('每卷都要有', 'needed in every file')
const AS_NEEDED = text('没有这类材料，不需要', 'nothing of this kind: not needed')
const SIMPLE = text('当场口头调解，登记表即为全卷', 'settled on the spot: the oral form is the whole file')
const NOT_TAKEN_IN = text('未受理，不需要', 'not taken in: not needed')
const NEVER_HELD = text('没有开过调解会，不需要', 'no session was held: not needed')
const AGREED_ORALLY = text('口头协议，不需要', 'agreed orally: not needed')
const NOT_ORAL = text('不是口头协议，不需要', 'not an oral agreement: not needed')
const NO_AGREEMENT = text('没有达成协议，不需要', 'no agreement: not needed')

/** Needed in every full file. */
const inFull = (file: FileOnPaper): readonly [boolean, Text] => [!file.simple, file.simple ? SIMPLE : ALWAYS]
const inTakenIn = (file: FileOnPaper): readonly [boolean, Text] =>
  file.decline || file.acceptedOn === null ? [false, NOT_TAKEN_IN] : inFull(file)
/** Withdrawn, refused or handed on before anybody sat down: what is given at a session was not given. */
const inHeld = (file: FileOnPaper): readonly [boolean, Text] => {
  const early = ['withdrawn', 'terminated', 'handed-on'].includes(file.outcome ?? '')
  const held = file.records.some((one) => one.kind === 'session')
  return early && !held ? [false, NEVER_HELD] : inTakenIn(file)
}
const when = (holds: boolean, why: Text, otherwise: Text = AS_NEEDED): readonly [boolean, Text] => [
  holds,
  holds ? why : otherwise,
]
const unless = (there: boolean, zh: string, en: string): Text | null => (there ? null : text(zh, en))

const agents = (file: FileOnPaper) => file.parties.flatMap((party) => party.agents)
const scanned = (file: FileOnPaper, of: string, about: string) =>
  file.scans.some((scan) => scan.of === of && scan.about === about && scan.pages.length > 0)

/** Agreements on personal relations take no electronic signature (电子签名法 art. 3): the signed paper must be in the file. */
const needsInk = (file: FileOnPaper) =>
  file.kind.code.startsWith('RM01') || Boolean(file.agreement?.signatures.some((one) => one.way === 'paper'))

function lacksSignatures(file: FileOnPaper): Text | null {
  const { agreement } = file
  if (!agreement) return text('协议书还没有写', 'the agreement is not written yet')
  const by = (role: string, who?: readonly string[]) =>
    agreement.signatures.some((one) => one.role === role && (!who || who.includes(one.who)))
  // Those who speak for a group sign for it.
  const spokenFor = (name: string) => file.parties.some((one) => one.represents === name)
  const unsigned = file.parties.filter(
    (party) =>
      !spokenFor(party.name) &&
      !by('party', [party.name]) &&
      !by(
        'agent',
        party.agents.map((agent) => agent.name),
      ),
  )
  if (unsigned.length > 0) {
    const names = unsigned.map((party) => party.name)
    return text(`还缺签名：${names.join('、')}`, `not signed yet: ${names.join(', ')}`)
  }
  if (!by('mediator')) return text('还缺人民调解员签名', 'the mediator has not signed yet')
  if (!by('committee')) return text('还没有加盖调委会印章', 'the committee’s stamp is missing')
  if (needsInk(file) && !file.scans.some((scan) => scan.of === 'signed'))
    return text('还缺纸质原件的扫描件', 'the scan of the signed paper is missing')
  return unless(agreement.effectiveOn !== null, '还没有记下生效日期', 'the day it takes effect is not recorded')
}

const people = (file: FileOnPaper) => file.parties.filter((party) => party.kind !== 'group')

export const RULES: readonly Rule[] = [
  {
    row: '0',
    title: text('卷宗封面、卷内目录', 'Cover and directory'),
    basis: FORMATS,
    need: inFull,
    lacks: (file) =>
      unless(
        file.filer !== null && (file.mediators.length > 0 || !inTakenIn(file)[0]),
        '还没有立卷人或调解员',
        'no filer or mediator named',
      ),
  },
  {
    row: '1',
    title: text('人民调解申请书或受理登记表', 'Application or intake form'),
    basis: law(17),
    need: inFull,
    lacks: (file) =>
      unless(
        file.parties.some((party) => party.side === 'applicant') && file.facts.trim() !== '',
        '还缺申请人或纠纷简要情况',
        'the applicant or the facts are missing',
      ),
  },
  {
    row: '2',
    title: text('权利义务告知书', 'Notice of rights and duties'),
    basis: text('人民调解法第二十三、二十四条', 'People’s Mediation Law, arts. 23 and 24'),
    need: inHeld,
    lacks: (file) => unless(file.rightsToldOn !== null, '还没有告知权利义务', 'rights and duties not told yet'),
  },
  {
    row: '3',
    title: text('身份证明材料', 'Proof of identity'),
    basis: FORMATS,
    need: inHeld,
    lacks(file) {
      const without = people(file).filter((party) => !scanned(file, 'identity', party.id))
      const names = without.map((party) => party.name)
      return unless(names.length === 0, `还缺：${names.join('、')}`, `still missing: ${names.join(', ')}`)
    },
  },
  {
    row: '4',
    title: text('授权委托书', 'Power of attorney'),
    basis: FORMATS,
    need: (file) =>
      when(
        agents(file).length > 0,
        text('有委托代理人', 'a party has an agent'),
        text('没有代理人，不需要', 'no agent: not needed'),
      ),
    lacks(file) {
      const names = agents(file).flatMap((agent) => (scanned(file, 'authority', agent.name) ? [] : [agent.name]))
      return unless(
        names.length === 0,
        `还缺签好的委托书：${names.join('、')}`,
        `signed authority missing: ${names.join(', ')}`,
      )
    },
  },
  {
    row: '5',
    title: text('调查记录', 'Records of inquiry'),
    basis: law(27),
    need: (file) =>
      when(
        file.records.some((one) => one.kind !== 'session'),
        text('做过调查', 'an inquiry was made'),
      ),
    lacks: () => null,
  },
  {
    row: '6',
    title: text('证据材料', 'Evidence'),
    basis: FORMATS,
    need: (file) => when(file.evidence.length > 0, text('有人提交了证据', 'evidence was handed in')),
    lacks: () => null,
  },
  {
    row: '7',
    title: text('人民调解记录', 'Minutes of the mediation'),
    basis: law(27),
    need: inHeld,
    lacks: (file) =>
      unless(
        file.records.some((one) => one.kind === 'session' && one.result.trim() !== ''),
        '还没有写明结果的调解记录',
        'no minutes with a result yet',
      ),
  },
  {
    row: '8a',
    title: text('人民调解协议书', 'Written agreement'),
    basis: text('人民调解法第二十八、二十九条', 'People’s Mediation Law, arts. 28 and 29'),
    need: (file) =>
      when(
        file.agreement?.form === 'written' || file.outcome === 'written',
        text('达成了书面协议', 'agreed in writing'),
        file.agreement ? AGREED_ORALLY : NO_AGREEMENT,
      ),
    lacks: lacksSignatures,
  },
  {
    row: '8b',
    title: text('人民调解口头协议登记表', 'Form of the oral agreement'),
    basis: text('人民调解法第二十八、三十条', 'People’s Mediation Law, arts. 28 and 30'),
    need: (file) =>
      when(
        file.agreement?.form === 'oral' || file.outcome === 'oral',
        text('达成了口头协议', 'agreed orally'),
        file.agreement ? NOT_ORAL : NO_AGREEMENT,
      ),
    lacks: (file) =>
      unless(
        Boolean(file.agreement?.terms.length && file.agreement.effectiveOn),
        '还缺协议内容或达成日期',
        'what was agreed, or when, is missing',
      ),
  },
  {
    row: '9',
    title: text('履行凭证', 'Proof of performance'),
    basis: law(31),
    need: (file) => when(file.performance.length > 0, text('协议已有履行', 'something was performed')),
    lacks(file) {
      const unproved = file.performance.filter((one) => one.pages > 0 && !scanned(file, 'receipt', String(one.term)))
      const terms = unproved.map((one) => one.term)
      return unless(
        terms.length === 0,
        `还缺凭证：第${terms.join('、')}条`,
        `receipt missing for term ${terms.join(', ')}`,
      )
    },
  },
  {
    row: '10',
    title: text('人民调解回访记录', 'Follow-up visits'),
    basis: law(31),
    need: (file) => when(file.followUps.length > 0, text('做过回访', 'visits were made')),
    lacks: () => null,
  },
  {
    row: '11',
    title: text('司法确认材料', 'Judicial confirmation'),
    basis: law(33),
    need: (file) =>
      when(
        file.confirmation !== null,
        text('申请了司法确认', 'the court was asked'),
        text('没有申请司法确认，不需要', 'the court was not asked: not needed'),
      ),
    lacks: (file) => unless(Boolean(file.confirmation?.ruling), '还没有法院的裁定', 'the court’s ruling is missing'),
  },
  {
    row: '12',
    title: text('卷宗情况说明', 'Notes on the file'),
    basis: FORMATS,
    need: (file) => when(file.fileNotes.length > 0, text('有需要说明的情况', 'there is something to note')),
    lacks: () => null,
  },
  {
    row: '13',
    title: text('封底', 'Back cover'),
    basis: FORMATS,
    need: inFull,
    lacks: (file) => unless(file.checker !== null, '还没有检查人', 'nobody has checked the file'),
  },
]

const isExplained = (row: string, file: FileOnPaper) => mayExplain(row) && file.explained.includes(row)

/** Every row in the order of the list. */
export const rowsOf = (file: FileOnPaper): Row[] =>
  RULES.map((rule) => {
    const [needed, why] = rule.need(file)
    const lack = needed ? rule.lacks(file) : null
    if (lack && isExplained(rule.row, file)) {
      const reason = text(`${lack.zh}；原因写在卷宗情况说明里`, `${lack.en}; the notes on the file say why`)
      return { row: rule.row, title: rule.title, basis: rule.basis, state: 'there', reason }
    }
    const state: RowState = needed ? (lack ? 'missing' : 'there') : 'not-needed'
    return { row: rule.row, title: rule.title, basis: rule.basis, state, reason: lack ?? why }
  })

export const isComplete = (file: FileOnPaper): boolean => rowsOf(file).every((row) => row.state !== 'missing')
