// Whom a matter lies with as long as nobody has taken it: the grid's worker, or where there is none the community.
import { useAnswer } from '#web/call.ts'
import { useMe } from '#web/session.ts'

/** Names of the nearest level of the chain at which somebody holds a duty; '' while it is not known. */
export function useLiesWith(gridId: string | null, enabled: boolean): { readonly who: string; readonly mine: boolean } {
  const me = useMe()
  const { data } = useAnswer(
    'duty.chain',
    { areaId: gridId ?? '' },
    { enabled: enabled && gridId !== null, staleMs: 300_000 },
  )
  const level = data?.chain
    .filter((one) => one.level === 'grid' || one.level === 'community')
    .toReversed()
    .find(({ duties }) => duties.some(({ holders }) => holders.length > 0))
  const holder = level?.duties.flatMap(({ holders }) => holders)[0]
  return {
    who: level && holder ? `${level.areaName} ${holder.name}` : '',
    mine: holder?.accountId !== undefined && holder?.accountId !== null && holder.accountId === me.data?.id,
  }
}
