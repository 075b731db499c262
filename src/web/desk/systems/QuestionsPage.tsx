// What is asked beside the words when another system sends a matter: the list at the left, one question at the right.
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { type Output, useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { Button } from '#web/parts/Button.tsx'
import { Empty, PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { useTitle } from '../frame/use-title.ts'
import { showMe } from '../rooms/show-me.ts'
import { QuestionForm } from './QuestionForm.tsx'
import { SystemTabs } from './SystemTabs.tsx'
import { questionWords } from './words.ts'
import '../kinds/kinds.css'
import '../notices/notices.css'
import '../rooms/rooms.css'
import './systems.css'

const NEW = 'new'
export type Questions = Output<'open311.questions'>
export type Question = Questions['questions'][number]

export function QuestionsPage() {
  const t = useWords(questionWords)
  const navigate = useNavigate()
  const { id } = useParams({ from: '/frame/desk/questions/{-$id}' })
  /** Counts how often the form was opened anew. */
  const [opened, setOpened] = useState(0)
  const { data, error, refetch } = useAnswer('open311.questions', {}, { keep: true })
  useLive('open311')
  useTitle(t('title'))
  const open = (to: string | undefined) =>
    void navigate({ to: '/desk/questions/{-$id}', params: { id: to }, resetScroll: false })
  const chosen = data?.questions.find((one) => one.id === id)
  const may = data?.can.includes('setQuestion') ?? false
  return (
    <main className="wide narrow-too">
      <article className="sheet">
        <SystemTabs />
        <div className="table-head">
          <div>
            <h1>{t('title')}</h1>
            <p className="q">{t('lead')}</p>
          </div>
          {may ? <Button onPress={() => open(NEW)}>{t('add')}</Button> : null}
        </div>
        {data && data.questions.length > 0 ? <QuestionTable {...data} chosen={id} onOpen={open} /> : null}
        {data?.questions.length === 0 ? <Empty title={t('none')}>{t('noneText')}</Empty> : null}
        {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : <SkeletonList rows={4} />}
      </article>
      <aside className="side-panel sheet" {...(may ? {} : { tabIndex: 0 })}>
        {data && (chosen || (id === NEW && may)) ? (
          <div ref={showMe} key={`${id} ${opened}`}>
            <QuestionForm
              question={chosen}
              {...data}
              may={may}
              onDone={(saved) => [setOpened(opened + 1), open(saved)]}
              onCancel={() => open(undefined)}
              onReload={() => void refetch().then(() => setOpened(opened + 1))}
            />
          </div>
        ) : (
          <p className="q">{t('choose')}</p>
        )}
      </aside>
    </main>
  )
}

type TableProps = Pick<Questions, 'questions' | 'kinds'> & {
  readonly chosen: string | undefined
  readonly onOpen: (id: string) => void
}

function QuestionTable({ questions, kinds, chosen, onOpen }: TableProps) {
  const t = useWords(questionWords)
  const lang = useLang()
  const nameOf = (kind: string) => {
    const found = kinds.find(({ code }) => code === kind)
    return kind === '' ? t('every') : found ? pick(found.zh, found.en, lang) : kind
  }
  return (
    <table className="t keeps-head n-table">
      <thead>
        <tr>
          <th>{t('asks')}</th>
          <th>{t('code')}</th>
          <th>{t('of')}</th>
          <th>{t('type')}</th>
          <th>{t('required')}</th>
        </tr>
      </thead>
      <tbody>
        {questions.map((one) => (
          <tr key={one.id} className={one.id === chosen ? 'is-on' : ''}>
            <td className="n-first">
              <button
                type="button"
                className="row-open"
                aria-expanded={one.id === chosen}
                onClick={() => onOpen(one.id)}
              >
                {pick(one.asksZh, one.asksEn, lang)}
              </button>{' '}
              {one.retired ? <span className="st tag">{t('retired')}</span> : null}
            </td>
            <td>
              <code>{one.code}</code>
            </td>
            <td>{nameOf(one.kind)}</td>
            <td className="nw">{t(`type.${one.datatype}`)}</td>
            <td className="nw">{one.required ? t('required') : ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
