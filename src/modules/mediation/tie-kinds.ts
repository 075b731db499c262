// 回避: what ties a mediator to a party, each with where it stands; a district may word them anew or add its own.
import type { Tx } from '#kernel/database.ts'
import { Problem } from '#kernel/problem.ts'
import { keptTies } from './avoidance-store.ts'
import { mediationProblems } from './words.ts'

export type TieKind = {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly basis: string
  readonly retired: boolean
  readonly version: number
}

const BY_LIKENESS = '参照民事诉讼法 第四十七条（人民调解法未列回避情形）'
const BY_FAIRNESS = '人民调解法 第十五条第（一）项：不得偏袒一方当事人'

const ROWS: readonly (readonly [code: string, zh: string, en: string, basis: string])[] = [
  ['relative', '近亲属', 'A near relative', BY_LIKENESS],
  ['household', '同住一户', 'Of the same household', BY_LIKENESS],
  ['interest', '与结果有利害关系', 'An interest in what comes of it', BY_LIKENESS],
  ['agent', '当过一方的代理人', 'Has acted for a party', BY_LIKENESS],
  ['neighbour', '同楼邻居', 'A neighbour of the same building', BY_FAIRNESS],
  ['work', '同一单位或受雇', 'Works with or for a party', BY_FAIRNESS],
  ['debt', '有借贷往来', 'Lent to or borrowed from a party', BY_FAIRNESS],
  ['other', '其他可能影响公正的关系', 'Another tie that could make it unfair', BY_FAIRNESS],
]

/** By code, the usual ones first. */
export async function tieKindsOf(tx: Tx, tenant: string): Promise<ReadonlyMap<string, TieKind>> {
  const kinds = new Map<string, TieKind>(
    ROWS.map(([code, zh, en, basis]) => [code, { code, zh, en, basis, retired: false, version: 0 }]),
  )
  for (const { code, zh, en, basis, retired, version } of await keptTies(tx, tenant))
    kinds.set(code, { code, zh, en, basis, retired, version })
  return kinds
}

/** Refuses kinds that are not there or are used no more. */
export async function checkTies(tx: Tx, tenant: string, codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return
  const kinds = await tieKindsOf(tx, tenant)
  if (!codes.every((code) => kinds.get(code)?.retired === false)) throw new Problem(mediationProblems.unknownTie)
}
