// How far a file has come, as a line of stations with their days; one that ended on the way says how.
import type { CSSProperties } from 'react'
import { mediationLife } from '#modules/mediation/lifecycle.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { dayOf } from '#web/parts/day-of.ts'
import { dateWords } from '#web/parts/when.ts'
import { endingOf } from './ending-of.ts'
import type { File } from './MediationRecord.tsx'
import { mediationWords } from './words.ts'

/** The station a state stands at. */
const AT: Readonly<Partial<Record<File['state'], number>>> = {
  ...{ applied: 0, accepted: 1, mediating: 2, suspended: 2, agreed: 3, performing: 4, settled: 5, archived: 5 },
}
type Station = readonly [word: string, detail: string]

export function Steps({ file }: { readonly file: File }) {
  const t = useWords(mediationWords)
  const lang = useLang()
  const now = useNow()
  const day = (at: string | undefined) => (at ? dateWords(at, now, lang) : '')
  const moved = (...moves: string[]) => file.steps.findLast((step) => moves.includes(step.move))?.at
  const held = file.records.filter(({ kind }) => kind === 'session').length
  const done = file.followUps.filter(({ state }) => state === 'done').length
  const { agreement } = file
  const effect = agreement?.effectiveOn
    ? t('effective', { day: dateWords(dayOf(agreement.effectiveOn), now, lang) })
    : ''
  const signing = agreement && agreement.missing.length > 0 ? t('toSign', { count: agreement.missing.length }) : ''
  const accepted = day(moved('accept', 'recordOnSpot'))
  const begun: Station[] = [[t('stepApply'), day(file.appliedAt)]]
  const taken: Station = [t('stepAccept'), accepted]
  const talked: Station = [t('stepTalk'), held > 0 ? t('sessions', { count: held }) : '']
  const archived: Station = [t('stepArchive'), day(moved('archive'))]
  const ended = endingOf(file)
  const ending: Station | undefined = ended && [mediationLife.states[ended.state][lang], day(ended.step.at)]
  const stations: readonly Station[] = ending
    ? [...begun, ...(accepted ? [taken, ...(held > 0 ? [talked] : [])] : []), ending, archived]
    : [
        ...[...begun, taken, talked],
        [t('stepAgree'), effect || signing],
        [t('stepPerform'), done > 0 ? t('visited', { count: done }) : ''],
        archived,
      ]
  const at = ending ? stations.length - (file.state === 'archived' ? 1 : 2) : (AT[file.state] ?? 0)
  return (
    <ol className="stations" aria-label={t('steps')} style={{ '--stations': stations.length } as CSSProperties}>
      {stations.map(([word, detail], order) => (
        <li
          key={word}
          className={order < at ? '' : order === at ? 'now' : 'to'}
          aria-current={order === at ? 'step' : undefined}
        >
          <b>{word}</b>
          {detail}
        </li>
      ))}
    </ol>
  )
}
