// A matter alone, at an address that can be sent to a colleague and printed.
import { Link, useParams } from '@tanstack/react-router'
import { useAnswer } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { useTitle } from '../frame/use-title.ts'
import { frameWords } from '../frame/words.ts'
import { Record } from './Record.tsx'
import { matterWords } from './words.ts'

export function MatterPage() {
  const t = useWords(matterWords)
  const frame = useWords(frameWords)
  const { id } = useParams({ from: '/frame/desk/matters/$id' })
  const { data } = useAnswer('matter.get', { id })
  useTitle(data?.title ?? t('title'))
  const back = (
    <Link to="/desk" className="btn">
      {frame('toQueue')}
    </Link>
  )
  return (
    <main className="one">
      {data ? null : <h1 className="vh">{t('title')}</h1>}
      <article className="rec sheet">
        <Record key={id} id={id} back={back} />
      </article>
    </main>
  )
}
