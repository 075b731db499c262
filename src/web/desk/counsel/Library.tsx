// The library of answers: found by words, reviewed by a second person, checked again after a year.
import { type ReactNode, useState } from 'react'
import { localInstant } from '#kernel/clock.ts'
import { TOPICS } from '#modules/counsel/words.ts'
import { type Output, useAnswer, useCommand } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { Empty, PageProblem, ProblemNote } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { dateWords } from '#web/parts/when.ts'
import { ProposeForm } from './ProposeForm.tsx'
import { counselWords } from './words.ts'

type Answer = Output<'counsel.answers'>['answers'][number]

export function Library({ tabs }: { readonly tabs: ReactNode }) {
  const t = useWords(counselWords)
  const [words, setWords] = useState('')
  const { data, error, refetch } = useAnswer('counsel.answers', { words }, { keep: true })
  return (
    <main className="ledger narrow-too">
      <article className="sheet means-sheet counsel-sheet">
        {tabs}
        <h1>{t('library')}</h1>
        <p>
          <input
            className="counsel-search"
            type="search"
            aria-label={t('search')}
            placeholder={t('search')}
            maxLength={40}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />{' '}
          {data ? <span className="q">{t('answers', { count: data.answers.length })}</span> : null}
        </p>
        {data?.can.includes('proposeAnswer') ? <ProposeForm /> : null}
        {data?.answers.map((one) => (
          <One key={one.id} answer={one} />
        ))}
        {data?.answers.length === 0 ? <Empty title={t('noAnswers')}>{t('noAnswersText')}</Empty> : null}
        {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : <SkeletonList rows={8} />}
      </article>
    </main>
  )
}

function One({ answer }: { readonly answer: Answer }) {
  const t = useWords(counselWords)
  const lang = useLang()
  const now = useNow()
  const onDone = () => tell(t('done'))
  const publish = useCommand('counsel.publishAnswer', { onDone })
  const recheck = useCommand('counsel.recheckAnswer', { onDone })
  const retire = useCommand('counsel.retireAnswer', { onDone })
  const input = { id: answer.id, version: answer.version }
  const day = dateWords(localInstant(answer.checkedOn, '12:00'), now, lang)
  const problem = publish.error ?? recheck.error ?? retire.error
  return (
    <details className="counsel-answer">
      <summary>
        <b lang="zh-CN">{answer.question}</b>{' '}
        <span className="s q">
          {TOPICS[answer.topic][lang]}
          {answer.state === 'draft' ? ` · ${t('draft')}` : ''}
          {answer.due ? ` · ${t('due')}` : ''}
        </span>
      </summary>
      <div lang="zh-CN">
        {answer.answer.split('\n').map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <p className="s q">
        {answer.articles.map((one) => `《${one.law}》${one.article}`).join('；')} · {t('checked', { day })}
      </p>
      {problem ? <ProblemNote problem={problem} /> : null}
      <p className="list-act">
        {answer.can.includes('publishAnswer') ? (
          <Button onPress={() => publish.mutate({ input })}>{t('publishAnswer')}</Button>
        ) : null}
        {answer.can.includes('recheckAnswer') ? (
          <Button look="plain" onPress={() => recheck.mutate({ input })}>
            {t('recheckAnswer')}
          </Button>
        ) : null}
        {answer.can.includes('retireAnswer') ? (
          <Button look="plain" onPress={() => retire.mutate({ input })}>
            {t('retireAnswer')}
          </Button>
        ) : null}
      </p>
    </details>
  )
}
