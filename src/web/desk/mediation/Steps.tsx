// How far a file has come, as a line of stations with their days.
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { dayOf } from '#web/parts/day-of.ts'
import { dateWords } from '#web/parts/when.ts'
import type { File } from './MediationRecord.tsx'
import { mediationWords } from './words.ts'

/** The station a state stands at. */
const AT: Readonly<Record<File['state'], number>> = {
  ...{ applied: 0, declined: 0, accepted: 1, mediating: 2, suspended: 2, failed: 2, withdrawn: 2, refused: 0 },
  ...{ terminated: 2, handedOn: 2, agreed: 3, performing: 4, settled: 5, archived: 5 },
}

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
  const stations = [
    [t('stepApply'), day(file.appliedAt)],
    [t('stepAccept'), day(moved('accept', 'recordOnSpot'))],
    [t('stepTalk'), held > 0 ? t('sessions', { count: held }) : ''],
    [t('stepAgree'), effect || signing],
    [t('stepPerform'), done > 0 ? t('visited', { count: done }) : ''],
    [t('stepArchive'), day(moved('archive'))],
  ] as const
  const here = AT[file.state]
  return (
    <ol className="stations" aria-label={t('steps')}>
      {stations.map(([word, detail], at) => (
        <li
          key={word}
          className={at < here ? '' : at === here ? 'now' : 'to'}
          aria-current={at === here ? 'step' : undefined}
        >
          <b>{word}</b>
          {detail}
        </li>
      ))}
    </ol>
  )
}
