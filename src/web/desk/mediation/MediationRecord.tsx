// One mediation file: whose turn it is and how far it has come, both sides, what was agreed, the story, what comes.
import { type Output, useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { PanelsOnFile } from '../panels/PanelsOnFile.tsx'
import { RecordHead } from '../parts/RecordHead.tsx'
import { Acts } from './Acts.tsx'
import { Agreed } from './Agreed.tsx'
import { Avoidance } from './Avoidance.tsx'
import { ClosedNotes } from './ClosedNotes.tsx'
import { Court } from './Court.tsx'
import { Handovers } from './Handovers.tsx'
import { Jointly } from './Jointly.tsx'
import { Letter } from './Letter.tsx'
import { Plan } from './Plan.tsx'
import { Papers } from './papers/Papers.tsx'
import { Sealed } from './papers/Sealed.tsx'
import { Sides } from './Sides.tsx'
import { Steps } from './Steps.tsx'
import { Talks } from './Talks.tsx'
import { Told } from './Told.tsx'
import { mediationWords, tierWords } from './words.ts'

export type File = Output<'mediation.get'>

export function MediationRecord({ id }: { readonly id: string }) {
  const t = useWords(mediationWords)
  const lang = useLang()
  const { data: file, error, refetch } = useAnswer('mediation.get', { id })
  // Sealed, or not his to read: what everybody sees of a sealed file is asked for instead.
  if (error?.code === 'door.forbidden') return <Sealed id={id} />
  if (error && (!file || error.code === 'door.missing'))
    return <PageProblem problem={error} onAgain={() => void refetch()} />
  if (!file) return <SkeletonText lines={12} />
  const names = file.mediators.map(({ name }) => name).join(lang === 'zh' ? '、' : ', ')
  const tier = tierWords[file.tier as keyof typeof tierWords]
  const facts = (
    <>
      {file.no ? <span className="nw">{file.no}</span> : null}
      <span>{pick(file.kindZh, file.kindEn, lang)}</span>
      <span>{names ? t('mediator', { names }) : t('nobody')}</span>
      <span>{tier?.[lang] ?? ''}</span>
      <Jointly file={file} />
    </>
  )
  return (
    <>
      <RecordHead facts={facts} title={file.title} address={`/desk/mediations/${id}`} printed />
      <Steps file={file} />
      <Acts file={file} />
      <Talks file={file} />
      <Letter file={file} />
      <Sides file={file} />
      <Avoidance file={file} />
      {file.agreement ? <Agreed agreement={file.agreement} /> : null}
      {file.agreement?.confirmUntil ? <Court id={id} agreement={file.agreement} /> : null}
      <Told file={file} />
      <Handovers file={file} />
      <Papers file={file} />
      <Plan file={file} />
      {file.readsNotes ? <PanelsOnFile mediationId={id} open={file.can.includes('record')} /> : null}
      {file.readsNotes ? <ClosedNotes id={id} parties={file.parties} /> : null}
    </>
  )
}
