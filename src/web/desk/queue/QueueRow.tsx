// One matter in the queue: what it is, whose turn, and what is left of its time.
import { Link } from '@tanstack/react-router'
import type { Output } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { Mark, MatterState } from '#web/parts/State.tsx'
import { TimeLeftCells } from '#web/parts/TimeLeft.tsx'
import { namesOf } from '../matter/lies-with.ts'
import { limitOf } from '../matter/limit.ts'
import { isMine } from '../matter/moves.ts'
import { queueWords } from './words.ts'

export type Row = Output<'matter.list'>['matters'][number]

/** The line under the title: where it stands and with whom it lies, as the server says. */
function useSub({ state, clock, round, returns, liesWith, ...row }: Row): string {
  const t = useWords(queueWords)
  const lang = useLang()
  if (row.emergency && (state === 'reported' || state === 'handling')) return t('danger', { call: row.emergency })
  const grid = pick(row.gridName, row.gridNameEn, lang)
  const lies = namesOf(liesWith, lang)
  if (state === 'reported' && returns > 0) return t(returns > 1 ? 'row.unruled' : 'row.returned', { count: returns })
  if (state === 'reported') return t(liesWith?.who === 'desk' ? 'row.nobody' : 'row.reported', { who: lies, grid })
  const agency = pick(row.agencyName, row.agencyNameEn, lang)
  if (state === 'dispatched' && lies) return t(liesWith?.who === 'desk' ? 'row.toDesk' : 'row.toAgency', { who: lies })
  const who = [agency, row.handlerName].filter(Boolean).join(' ')
  if (state !== 'handling') return t(`row.${state}`, { who, grid })
  if (clock === 'answer') return t('row.answer', { who: who || lies })
  return t(round > 1 ? 'row.again' : 'row.handling', { who: who || lies, round })
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
