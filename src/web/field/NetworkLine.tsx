// One honest line about the network; nothing when all is well.
import { useSyncExternalStore } from 'react'
import { useWords } from '#web/lang.ts'
import { useLine } from '#web/live.ts'
import { Icon } from '#web/parts/Icon.tsx'
import { wallTime } from '#web/parts/when.ts'
import { fieldWords } from './words.ts'

const listen = (listener: () => void) => {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

export const useOnline = (): boolean => useSyncExternalStore(listen, () => navigator.onLine)

export function NetworkLine() {
  const t = useWords(fieldWords)
  const online = useOnline()
  const { lostAt } = useLine()
  const says = !online ? t('offline') : lostAt === undefined ? '' : t('lineLost', { time: wallTime(new Date(lostAt)) })
  return (
    <div role="status">
      {says ? (
        <p className="net">
          <Icon name="cloudOff" />
          {says}
        </p>
      ) : null}
    </div>
  )
}
