// The documents of a file that stands open: read here, each look recorded; what may be taken out has its PDF beside it.
import { useState } from 'react'
import { ask, type Output } from '#web/call.ts'
import type { CallProblem } from '#web/call-problem.ts'
import { useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { paperWords } from './words.ts'

export function OpenedFile({ id }: { readonly id: string }) {
  const t = useWords(paperWords)
  // Kept in this component alone, so it is gone as soon as the record is left.
  const [file, setFile] = useState<Output<'mediation.openedPapers'>>()
  const [problem, setProblem] = useState<CallProblem>()
  const open = () => ask('mediation.openedPapers', { id }).then(setFile, (refused: CallProblem) => setProblem(refused))
  if (!file)
    return (
      <>
        <Button onPress={() => void open()}>{t('show')}</Button>
        {problem ? <ProblemNote problem={problem} /> : null}
      </>
    )
  return (
    <div className="opened" lang="zh">
      <h2>{file.title}</h2>
      {file.documents.map((one) => (
        <details key={one.id}>
          <summary>
            {one.title}{' '}
            {one.leaves ? (
              <a href={`/api/mediation.openedPaper?${new URLSearchParams({ id, paper: one.id })}`} download>
                PDF
              </a>
            ) : (
              <span className="s q">{t('stays')}</span>
            )}
          </summary>
          <p className="as-typed">{one.text}</p>
        </details>
      ))}
    </div>
  )
}
