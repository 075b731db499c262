// 卷内文书: every row of the official list, there or missing, with the act that makes it; Word, PDF and the whole file.
import { useState } from 'react'
import { mayExplain } from '#modules/mediation/lifecycle.ts'
import { type Output, useAnswer } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { Mark } from '#web/parts/State.tsx'
import type { File } from '../MediationRecord.tsx'
import { ExplainForm } from './ExplainForm.tsx'
import { ScanForm } from './ScanForm.tsx'
import { paperWords } from './words.ts'
import './papers.css'

type Row = Output<'mediation.papers'>['rows'][number]

/** Which act makes what is missing, by the row of the list. */
const MAKES: Readonly<Record<string, keyof typeof paperWords | undefined>> = {
  ...{ 0: 'actCheck', 1: 'actFacts', 2: 'actRights', 3: 'actScan', 4: 'actScan', 7: 'actHold' },
  ...{ '8a': 'actSign', 9: 'actScan', 11: 'actCourt', 13: 'actCheck' },
}

const linkTo = (id: string, paper: string, as: 'pdf' | 'docx') =>
  `/api/mediation.paper?${new URLSearchParams({ id, paper, as })}`

export function Papers({ file }: { readonly file: File }) {
  const t = useWords(paperWords)
  const [scanning, setScanning] = useState(false)
  const { data, error, refetch } = useAnswer('mediation.papers', { id: file.id })
  const rows = data?.rows.filter(({ state }) => state !== 'not-needed') ?? []
  const lacking = rows.filter(({ state }) => state === 'missing').length
  const pages = data?.scans.reduce((sum, { files }) => sum + files.length, 0) ?? 0
  const may = (act: string) => data?.can.includes(act) ?? false
  return (
    <section className="papers">
      <h2>{t('title')}</h2>
      <div>
        {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : <SkeletonList rows={5} />}
        {data ? (
          <>
            <p className="l">{data.complete ? t('complete') : t('lacking', { count: lacking })}</p>
            <ul className="plain">
              {rows.map((row) => (
                <PaperRow
                  key={row.row}
                  id={file.id}
                  row={row}
                  prints={may('paper')}
                  explains={may('explainGap') && mayExplain(row.row)}
                />
              ))}
              {may('paper') ? <Letters id={file.id} letters={data.letters} /> : null}
            </ul>
            <p className="s q">
              {t('unneeded', { count: data.rows.length - rows.length })}
              {pages > 0 ? <> · {t('pages', { count: pages })}</> : null}
            </p>
            <div className="acts">
              {may('wholeFile') ? (
                <a className="btn" href={`/api/mediation.wholeFile?${new URLSearchParams({ id: file.id })}`} download>
                  {t('whole')}
                </a>
              ) : null}
              {may('addScan') && !scanning ? <Button onPress={() => setScanning(true)}>{t('scan')}</Button> : null}
            </div>
            {may('paper') ? <p className="s q">{t('recorded')}</p> : null}
            {scanning ? <ScanForm file={file} onDone={() => setScanning(false)} /> : null}
          </>
        ) : null}
      </div>
    </section>
  )
}

type PaperRowProps = {
  readonly id: string
  readonly row: Row
  readonly prints: boolean
  /** Whether its reader may say why it is missing. */
  readonly explains: boolean
}

function PaperRow({ id, row, prints, explains }: PaperRowProps) {
  const t = useWords(paperWords)
  const lang = useLang()
  const there = row.state === 'there'
  const makes = MAKES[row.row]
  return (
    <li>
      <Mark shape={there ? 'tick' : 'missing'} tone={there ? 'done' : 'need'}>
        <b>{row[lang]}</b>
      </Mark>
      {there ? null : (
        <p className="s">
          {lang === 'zh' ? row.reasonZh : row.reasonEn}
          {makes ? <span className="q"> · {t('makes', { act: t(makes) })}</span> : null}
        </p>
      )}
      {explains && !there ? <ExplainForm id={id} row={row.row} /> : null}
      {prints && there ? row.documents.map((one) => <PaperLine key={one.id} id={id} one={one} />) : null}
    </li>
  )
}

type PaperLineProps = { readonly id: string; readonly one: Row['documents'][number] }

const PaperLine = ({ id, one }: PaperLineProps) => (
  <p className="s paper-line">
    <span lang="zh">{one.title}</span>
    <a href={linkTo(id, one.id, 'docx')} download aria-label={`${one.title} Word`}>
      Word
    </a>
    <a href={linkTo(id, one.id, 'pdf')} download aria-label={`${one.title} PDF`}>
      PDF
    </a>
  </p>
)

type LettersProps = { readonly id: string; readonly letters: readonly Row['documents'][number][] }

/** What was written to somebody, or agreed to, along the way. */
function Letters({ id, letters }: LettersProps) {
  const t = useWords(paperWords)
  if (letters.length === 0) return null
  return (
    <li>
      <b>{t('letters')}</b>
      {letters.map((one) => (
        <PaperLine key={one.id} id={id} one={one} />
      ))}
    </li>
  )
}
