// What a court looks at before it confirms an agreement (domain 2.8: 民事诉讼法 arts. 205, 206; 民诉法解释 arts. 351–358).
import type { KindHere } from './kinds.ts'
import { principals } from './parties.ts'
import type { AgreementRow, EvidenceRow, PartyRow, TermRow } from './store.ts'

type Looked = {
  readonly kind: Pick<KindHere, 'code' | 'identity'>
  readonly agreement: AgreementRow | undefined
  readonly terms: readonly TermRow[]
  readonly parties: readonly PartyRow[]
  readonly evidence: readonly EvidenceRow[]
  /** Days left of the window; null where none runs. */
  readonly left: number | null
}
export type Check = { readonly code: string; readonly ok: boolean | null; readonly zh: string; readonly en: string }

/** What no program can tell, asked of whoever prepares the application (民诉法解释 arts. 355, 358; 民事诉讼法 art. 205). */
const READ: readonly Check[] = [
  {
    ...{ code: 'where', ok: null },
    ...{
      zh: '当事人住所、标的物或本调委会所在地在这个法院的辖区',
      en: 'A party, the thing in dispute or this committee lies in that court’s district',
    },
  },
  {
    ...{ code: 'rights', ok: null },
    ...{ zh: '不直接确认房屋等物权、知识产权归谁', en: 'It declares no title to property, nor intellectual property' },
  },
  {
    ...{ code: 'others', ok: null },
    ...{
      zh: '双方自愿，不违反法律，不损害国家、公共和别人的利益',
      en: 'Both are willing; it breaks no law and harms neither the public nor others',
    },
  },
]

/** Kinds whose confirmation needs proof of who owns what. */
const OWNED = /^RM(01-01|03|08|17)/

const title = (evidence: readonly EvidenceRow[]): Check => ({
  ...{ code: 'title', ok: evidence.some((one) => one.paper === 'title') },
  ...{ zh: '涉及房屋财产的，产权证明在卷', en: 'Where property is concerned, proof of title lies in the file' },
})

export function prechecks({ kind, agreement, terms, parties, evidence, left }: Looked): Check[] {
  const proven = principals(parties).every((party) =>
    evidence.some((one) => one.paper === 'identity' && one.party_id === party.id),
  )
  return [
    {
      ...{ code: 'effect', ok: agreement?.effective_on != null },
      ...{ zh: '协议已经生效', en: 'The agreement is in effect' },
    },
    {
      ...{ code: 'window', ok: left !== null && left >= 0 },
      ...{ zh: '在生效后三十日内，由双方共同申请', en: 'Asked by both sides within thirty days of effect' },
    },
    {
      ...{ code: 'identity', ok: !kind.identity },
      ...{ zh: '不是确认婚姻、亲子、收养等身份关系', en: 'It settles no marriage, parentage or adoption' },
    },
    {
      ...{ code: 'clear', ok: terms.length > 0 && terms.every((term) => term.due_on !== null) },
      ...{ zh: '每一项都写明何时履行，能够执行', en: 'Every term says by when: it can be enforced' },
    },
    {
      ...{ code: 'who', ok: proven },
      ...{ zh: '每一方的身份证明（公司带营业执照）都在卷', en: 'Proof of who each party is lies in the file' },
    },
    {
      ...{ code: 'written', ok: agreement?.form === 'written' },
      ...{ zh: '有书面协议可以提交', en: 'There is a written agreement to hand in' },
    },
    // Asked only where it is about something owned.
    ...(OWNED.test(kind.code) ? [title(evidence)] : []),
    ...READ,
  ]
}
