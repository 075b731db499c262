// One matter in the queue: what it is, whose turn, and what is left of its time.
import { Link } from '@tanstack/react-router'
import type { Output } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { Mark, MatterState } from '#web/parts/State.tsx'
import { TimeLeftCells } from '#web/parts/TimeLeft.tsx'
import { limitOf } from '../matter/limit.ts'
import { isMine } from '../matter/moves.ts'
import { queueWords } from './words.ts'

export type Row = Output<'matter.list'>['matters'][number]

/** The line under the title: where it stands and who has it. */
function useSub({ state, clock, round, returns, agencyName, handlerName, gridName: grid, emergency }: Row): string {
  const t = useWords(queueWords)
  if (emergency && (state === 'reported' || state === 'handling')) return t('danger', { call: emergency })
  const who = [agencyName, handlerName].filter(Boolean).join(' ')
  if (state === 'reported' && returns > 0) return t(returns > 1 ? 'row.unruled' : 'row.returned', { count: returns })
  if (state === 'dispatched' && agencyName) return t('row.toAgency', { who: agencyName })
  if (state !== 'handling') return t(`row.${state}`, { who, grid })
  if (clock === 'answer') return t('row.answer', { who })
  return t(round > 1 ? 'row.again' : 'row.handling', { who, round })
}

type QueueRowProps = { readonly row: Row; readonly chosen: boolean }

export function QueueRow({ row, chosen }: QueueRowProps) {
  const sub = useSub(row)
  const danger = row.emergency !== null && (row.state === 'reported' || row.state === 'handling')
  const mine = isMine(row)
  return (
    <li className={[mine && 'mine', chosen && 'on'].filter(Boolean).join(' ')} data-id={row.id}>
      <Link
        to="/desk"
        search={(before: object) => ({ ...before, m: row.id })}
        replace
        resetScroll={false}
        aria-current={chosen ? 'true' : undefined}
      >
        <b title={row.title}>{row.title}</b>
        <TimeLeftCells limit={limitOf(row)}>
          <MatterState state={row.state} round={row.round} />
          <span />
        </TimeLeftCells>
        <span className="sub">
          {danger ? (
            <Mark shape="triangle" tone="late">
              {sub}
            </Mark>
          ) : (
            sub
          )}
        </span>
      </Link>
    </li>
  )
}
