// Until when a matter stands still: as it was granted last.
import type { Matter } from './Record.tsx'

export const pausedUntil = ({ state, requests }: Pick<Matter, 'state' | 'requests'>): string | undefined =>
  state === 'paused'
    ? requests.findLast(({ what, decision }) => what === 'pause' && decision === 'granted')?.until
    : undefined
