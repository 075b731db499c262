// How a file ended, as its letters print it: declined, extended, handed on, ended without agreement.
import { localDay } from '#kernel/clock.ts'
import type { Keys } from '#kernel/crypto.ts'
import type { FileOnPaper, Outcome } from '../papers/shape.ts'
import { openIn } from '../sealed.ts'
import type { HandoverRow, MediationRow, StepRow } from '../store.ts'
import { BODY_WORDS, DECLINE_WORDS, ROUTE_WORDS } from './official-words.ts'

const OUTCOMES: Readonly<Record<NonNullable<MediationRow['outcome']>, Outcome>> = {
  ...{ written: 'written', oral: 'oral', failed: 'failed', withdrawn: 'withdrawn', refused: 'terminated' },
  ...{ terminated: 'terminated', handedOn: 'handed-on' },
}
const REFUSED = '一方当事人明确拒绝调解'
const WITHDRAWN = '当事人撤回调解申请'

/** The last step of a name: what came before a relapse is told by its records. */
const lastOf = (steps: readonly StepRow[], ...moves: string[]) =>
  steps.filter(({ move }) => moves.includes(move)).at(-1)

const told = (keys: Keys, step: StepRow) => openIn(keys, 'mediation_step', step, 'words', step.words)
const routesOf = (step: StepRow) => step.routes.map((route) => ROUTE_WORDS[route as keyof typeof ROUTE_WORDS] ?? route)

type Ended = Pick<FileOnPaper, 'outcome' | 'decline' | 'termination' | 'extensions'>

export function endedOnPaper(keys: Keys, row: MediationRow, steps: readonly StepRow[]): Ended {
  const declined = lastOf(steps, 'decline')
  const over = row.outcome && row.outcome in OUTCOMES ? OUTCOMES[row.outcome] : null
  const ended = lastOf(steps, 'fail', 'terminate', 'refuse', 'withdraw')
  const ends = ended && row.outcome && !['written', 'oral', 'handedOn'].includes(row.outcome)
  const reasons = { refuse: REFUSED, withdraw: WITHDRAWN } as Readonly<Record<string, string>>
  return {
    outcome: declined ? 'declined' : over,
    decline: declined
      ? {
          on: localDay(declined.at),
          reason: `${DECLINE_WORDS[declined.reason as keyof typeof DECLINE_WORDS] ?? ''}。${told(keys, declined)}`,
          routes: routesOf(declined),
        }
      : null,
    termination: ends
      ? {
          on: localDay(ended.at),
          reason: told(keys, ended) || (reasons[ended.move] ?? ''),
          routes: routesOf(ended),
        }
      : null,
    extensions: steps
      .filter((step) => step.move === 'extend' && /^\d{4}-\d{2}-\d{2}$/.test(step.reason ?? ''))
      .map((step) => ({ on: localDay(step.at), until: step.reason!, reason: told(keys, step).replace(/[。；]$/, '') })),
  }
}

/** `committees`: names by id; a body outside of Linli has words of its own. */
export const handoversOnPaper = (
  keys: Keys,
  rows: readonly HandoverRow[],
  committees: ReadonlyMap<string, string>,
): FileOnPaper['handovers'] =>
  rows.map((one) => ({
    from: committees.get(one.from_committee ?? '') ?? '',
    to: one.to_body ? BODY_WORDS[one.to_body] : (committees.get(one.to_committee ?? '') ?? ''),
    on: localDay(one.sent_at),
    receiptNo: one.receipt_no ?? '',
    words: openIn(keys, 'mediation_handover', one, 'words', one.words),
  }))
