// A sealed file: number, kind, outcome, dates; whether its archive is untouched; who asked to open it, and the second person's word.
import { useState } from 'react'
import { ask, type Output, useAnswer, useCommand } from '#web/call.ts'
import type { CallProblem } from '#web/call-problem.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { PageProblem, ProblemNote } from '#web/parts/Problem.tsx'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { Mark } from '#web/parts/State.tsx'
import { dateWords, dayAndTime } from '#web/parts/when.ts'
import { OpenedFile } from './OpenedFile.tsx'
import { OpeningForm } from './OpeningForm.tsx'
import { paperWords } from './words.ts'
import './papers.css'

type SealedFile = Output<'mediation.sealed'>
type Opening = SealedFile['openings'][number]

const OUTCOMES: Readonly<Record<string, keyof typeof paperWords | undefined>> = {
  ...{ written: 'outWritten', oral: 'outOral', failed: 'outFailed', withdrawn: 'outWithdrawn' },
  ...{ refused: 'outRefused', terminated: 'outTerminated', handedOn: 'outHandedOn' },
}

export function Sealed({ id }: { readonly id: string }) {
  const t = useWords(paperWords)
  const [asking, setAsking] = useState(false)
  const { data, error, refetch } = useAnswer('mediation.sealed', { id })
  if (!data && error) return <PageProblem problem={error} onAgain={() => void refetch()} />
  if (!data) return <SkeletonText lines={8} />
  return (
    <div className="sealed-file">
      <h1>{data.no ?? t('sealedTitle')}</h1>
      <p>
        <Mark shape="tick" tone="done">
          {t('sealedTitle')}
        </Mark>
      </p>
      <p className="q">{t('sealedText')}</p>
      <Dates file={data} />
      {data.archive ? <Verify id={id} /> : null}
      {data.openings.map((one) => (
        <OneOpening key={one.id} id={id} opening={one} />
      ))}
      {data.can.includes('askOpening') && !asking ? <Button onPress={() => setAsking(true)}>{t('ask')}</Button> : null}
      {asking ? <OpeningForm file={data} onDone={() => setAsking(false)} /> : null}
    </div>
  )
}

function Dates({ file }: { readonly file: SealedFile }) {
  const t = useWords(paperWords)
  const lang = useLang()
  const now = useNow()
  const day = (at: string | null) => (at ? dateWords(new Date(at), now, lang) : '—')
  const { archive } = file
  const lines = [
    [t('kind'), pick(file.kindZh, file.kindEn, lang)],
    [t('outcome'), t(OUTCOMES[file.outcome ?? ''] ?? 'outNone')],
    [t('opened'), day(file.appliedAt)],
    [t('closed'), day(file.closedAt)],
    ...(archive
      ? [
          [t('sealedOn'), day(archive.sealedAt)],
          [t('kept'), archive.keepUntil],
          ['', t('hands', { filer: archive.filer, checker: archive.checker || '—', pages: archive.pages })],
          [t('seal'), archive.seal.replace(/(.{8})/g, '$1 ').trim()],
        ]
      : []),
  ]
  return (
    <dl>
      {lines.map(([name, value]) => (
        <div key={`${name} ${value}`}>
          <dt className="s q">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Verify({ id }: { readonly id: string }) {
  const t = useWords(paperWords)
  const [found, setFound] = useState<Output<'mediation.verifyArchive'>>()
  const [problem, setProblem] = useState<CallProblem>()
  const look = () =>
    ask('mediation.verifyArchive', { id }).then(setFound, (refused: CallProblem) => setProblem(refused))
  return (
    <div className="verify">
      <Button onPress={() => void look()}>{t('verify')}</Button>
      {problem ? <ProblemNote problem={problem} /> : null}
      <p role="status">
        {found ? (
          <Mark shape={found.untouched ? 'tick' : 'triangle'} tone={found.untouched ? 'done' : 'late'}>
            {found.untouched
              ? t('untouched')
              : t('touched', { parts: found.faults.map(({ part }) => part).join(', ') })}
          </Mark>
        ) : null}
      </p>
    </div>
  )
}

function OneOpening({ id, opening }: { readonly id: string; readonly opening: Opening }) {
  const t = useWords(paperWords)
  const lang = useLang()
  const now = useNow()
  const approve = useCommand('mediation.approveOpening')
  const decline = useCommand('mediation.declineOpening')
  const input = { id, openingId: opening.id, version: opening.version }
  const at = (moment: string) => dayAndTime(new Date(moment), now, lang)
  const until = opening.until ? at(opening.until) : ''
  return (
    <section className="opening">
      <p>
        <b>{t(opening.ground)}</b> · {t(opening.state, { until })}
      </p>
      <p className="s q">
        {t('askedBy', { name: opening.askedBy, at: at(opening.askedAt) })}
        {opening.decidedBy ? ` · ${opening.decidedBy}` : ''} · {t('looks', { count: opening.looks })}
      </p>
      {opening.can.includes('approveOpening') ? (
        <div className="acts">
          <Button look="primary" busy={approve.isPending} onPress={() => approve.mutate({ input })}>
            {t('approve')}
          </Button>
          <Button busy={decline.isPending} onPress={() => decline.mutate({ input })}>
            {t('decline')}
          </Button>
        </div>
      ) : null}
      {approve.error ? <ProblemNote problem={approve.error} /> : null}
      {decline.error ? <ProblemNote problem={decline.error} /> : null}
      {opening.can.includes('openedPapers') ? <OpenedFile id={id} /> : null}
    </section>
  )
}
