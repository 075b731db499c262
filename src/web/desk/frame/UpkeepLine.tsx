// One line for whoever keeps the system: it was restored and still holds messages back, or its backups have stopped.
import type { Output } from '#web/call.ts'
import { useAnswer } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { Icon } from '#web/parts/Icon.tsx'
import { clockTime } from '#web/parts/when.ts'
import { useMay } from '#web/session.ts'
import { frameWords } from './words.ts'

const STALE_MS = 3 * 86_400_000
const FRESH_MS = 60_000

type Standing = Output<'upkeep.state'>

/** What is amiss, the gravest first; undefined when nothing is. */
function amiss({
  isolated,
  restored,
  broken,
  backup,
  now,
}: Standing): { word: 'isolated' | 'backupBroken' | 'backupOld'; at: string } | undefined {
  if (isolated && restored) return { word: 'isolated', at: restored.takenAt }
  if (broken) return { word: 'backupBroken', at: broken.startedAt }
  if (backup && Date.parse(now) - Date.parse(backup.takenAt) > STALE_MS)
    return { word: 'backupOld', at: backup.takenAt }
  return undefined
}

export function UpkeepLine() {
  const t = useWords(frameWords)
  const lang = useLang()
  const may = useMay()
  const { data } = useAnswer('upkeep.state', {}, { enabled: may('upkeep.state'), staleMs: FRESH_MS })
  const found = data && amiss(data)
  if (!found) return null
  return (
    <p className="net" role="status">
      <Icon name="warn" />
      {t(found.word, { at: clockTime(found.at, data.now, lang) })}
    </p>
  )
}
