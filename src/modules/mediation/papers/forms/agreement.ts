// The agreement: in writing with all that article 29 asks for, or spoken and put on one form (article 28).
import { amount } from '../capitals.ts'
import { chineseDay, plainDay } from '../dates.ts'
import type { AgreementOnPaper, FileOnPaper, Term } from '../shape.ts'
import { type Block, heading, list, right, type Sheet, say } from '../sheet.ts'
import { leadOf, mediatorNames, partyTables, recorderOf, signatureOf, signed } from './parties.ts'
import { pictures, scansOf } from './proofs.ts'

const termLines = (terms: readonly Term[]): Block[] =>
  terms.flatMap(({ no, words, fen }) =>
    say(`${no}. ${fen === undefined ? words : `${words.replace(/[。；]$/, '')}，计${amount(fen)}。`}`),
  )

/** Manner and time of performance, where a term names an amount, a day or who owes whom. */
function performance(terms: readonly Term[]): Block[] {
  const dated = terms.filter((term) => term.fen !== undefined || term.dueOn || term.payer)
  if (dated.length === 0) return say('按上述协议内容即时履行。')
  // Who owes whom stands in the words of a term; columns for it are drawn where somebody is named in them.
  const owed = dated.some((term) => term.payer || term.payee)
  return [
    list(
      owed ? [12, 18, 15, 28, 27] : [14, 50, 36],
      ['条款', ...(owed ? ['履行人', '权利人'] : []), '金额', '履行时限'],
      dated.map((term) => [
        `第${term.no}条`,
        ...(owed ? [term.payer, term.payee] : []),
        term.fen === undefined ? '' : amount(term.fen),
        term.dueOn ? `${plainDay(term.dueOn)}前` : '',
      ]),
    ),
  ]
}

function signatures(file: FileOnPaper, agreement: AgreementOnPaper): Block[] {
  const stamp = agreement.signatures.find((one) => one.role === 'committee')
  return [
    ...file.parties.flatMap((party) => {
      const agent = party.agents.map(({ name }) => signatureOf(file, name, 'agent')).find(Boolean)
      return agent
        ? signed(`当事人（${party.name}）的代理人`, agent)
        : signed(`当事人（${party.name}）`, signatureOf(file, party.name, 'party'))
    }),
    ...signed('人民调解员（签名）', signatureOf(file, leadOf(file), 'mediator')),
    ...signed('记录人（签名）', signatureOf(file, recorderOf(file), 'recorder')),
    ...right(stamp ? `${stamp.who}（已盖章，${plainDay(stamp.on)}）` : `${file.committee.stampedBy}（印章）`),
    ...(agreement.effectiveOn ? right(chineseDay(agreement.effectiveOn)) : right('　　年　　月　　日')),
  ]
}

export function written(file: FileOnPaper): Sheet[] {
  const { agreement } = file
  if (agreement?.form !== 'written') return []
  return [
    {
      id: '08-agreement',
      row: '8a',
      title: '人民调解协议书',
      numbered: true,
      blocks: [
        ...right(`编号：${agreement.no}`),
        ...partyTables(file),
        ...heading('纠纷主要事实、争议事项：'),
        ...say(agreement.facts),
        ...say(agreement.dispute),
        ...heading('经调解，自愿达成如下协议：'),
        ...termLines(agreement.terms),
        ...heading('履行方式、时限：'),
        ...performance(agreement.terms),
        ...say(
          `本协议一式${agreement.copies}份，当事人、人民调解委员会各持一份。自各方当事人签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效。`,
        ),
        ...signatures(file, agreement),
        ...pictures(scansOf(file, 'signed')),
      ],
    },
  ]
}

export function oral(file: FileOnPaper): Sheet[] {
  const { agreement } = file
  if (agreement?.form !== 'oral') return []
  return [
    {
      id: '08-oral',
      row: '8b',
      title: '人民调解口头协议登记表',
      numbered: true,
      blocks: [
        ...right(`编号：${agreement.no}`),
        ...partyTables(file),
        ...heading('纠纷主要事实、争议事项：'),
        ...say(agreement.facts),
        ...say(agreement.dispute),
        ...heading('口头协议内容：'),
        ...termLines(agreement.terms),
        ...heading('履行方式、时限：'),
        ...performance(agreement.terms),
        ...say('口头调解协议自各方当事人达成协议之日起生效。'),
        ...right(`人民调解员：${mediatorNames(file)}`),
        ...right(`${file.committee.stampedBy}（印章）`),
        ...(agreement.effectiveOn ? right(chineseDay(agreement.effectiveOn)) : []),
      ],
    },
  ]
}
