// What is said when something did not work: what to do now, first.
import type { ReactNode } from 'react'
import type { CallProblem } from '#web/call-problem.ts'
import { useWords } from '#web/lang.ts'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { Shape } from './State.tsx'
import { partWords } from './words.ts'

type PageProblemProps = {
  readonly problem: CallProblem
  readonly onAgain: () => void
  /** Where else to go: a link back to what the reader may see. */
  readonly back?: ReactNode
}

/** In place of a list or a record that was not read. What is missing and what is forbidden look the same. */
export function PageProblem({ problem, onAgain, back }: PageProblemProps) {
  const t = useWords(partWords)
  if (problem.isMissing)
    return (
      <div className="pg" role="alert">
        <Icon name="none" />
        <h2 className="l">{t('missingTitle')}</h2>
        <p>{t('missingText')}</p>
        {back ? <div className="acts">{back}</div> : null}
      </div>
    )
  return (
    <div className="pg" role="alert">
      <h2 className="l">{t(problem.isLost ? 'lostTitle' : 'notReadTitle')}</h2>
      <p>{problem.isLost ? t('lostText') : problem.message}</p>
      {problem.isLost ? null : <p className="s q">{t('tellCode', { code: problem.number ?? problem.code })}</p>}
      <div className="acts">
        <Button look="primary" onPress={onAgain}>
          {t('readAgain')}
        </Button>
        {back}
      </div>
    </div>
  )
}

/** Beside a form or a button whose command was refused; nothing typed is lost. */
export function ProblemNote({ problem }: { readonly problem: CallProblem | null | undefined }) {
  const t = useWords(partWords)
  if (!problem) return null
  return (
    <p className="err" role="alert">
      <Shape name="missing" />
      <span>
        {problem.message}
        {problem.number ? <span className="sub-line">{t('tellNumber', { number: problem.number })}</span> : null}
      </span>
    </p>
  )
}

/** A page or list with nothing in it: why, and what usually comes here. */
export function Empty({
  title,
  children,
  act,
}: {
  readonly title: string
  readonly children: ReactNode
  readonly act?: ReactNode
}) {
  return (
    <div className="pg">
      <h2 className="l">{title}</h2>
      <p>{children}</p>
      {act ? <div className="acts">{act}</div> : null}
    </div>
  )
}
