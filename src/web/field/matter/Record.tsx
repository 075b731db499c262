// One matter: what it looks like, what it is, where, how long there is, who said it, what happened; the next step at the thumb.
import { type Output, useAnswer } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { Icon } from '#web/parts/Icon.tsx'
import { Photos } from '#web/parts/Photo.tsx'
import { PageProblem } from '#web/parts/Problem.tsx'
import { MatterStory } from '#web/parts/Story.tsx'
import { Go } from '../Go.tsx'
import { useTitle } from '../use-title.ts'
import { AgainNote } from './AgainNote.tsx'
import { Coming } from './Coming.tsx'
import { Emergency } from './Emergency.tsx'
import { Head } from './Head.tsx'
import { RecordSheet } from './RecordSheet.tsx'
import { Reporter } from './Reporter.tsx'
import { Said } from './Said.tsx'
import { Thumb } from './Thumb.tsx'
import { Together } from './Together.tsx'
import { matterWords } from './words.ts'

export type Matter = Output<'matter.get'>

export function Record({ id, sheet }: { readonly id: string; readonly sheet: string | null }) {
  const t = useWords(matterWords)
  const { data, error, refetch } = useAnswer('matter.get', { id })
  useLive('matter', id)
  useTitle(data?.title ?? t('title'))
  return (
    <>
      <header className="way-back">
        <Go to="/">
          <Icon name="back" />
          {t('backTo')}
        </Go>
      </header>
      {data ? <Read matter={data} /> : null}
      {error && !data ? (
        <main>
          <h1 className="vh">{t('title')}</h1>
          <PageProblem
            problem={error}
            onAgain={() => void refetch()}
            back={
              <Go to="/" className="btn">
                {t('backFrom')}
              </Go>
            }
          />
        </main>
      ) : null}
      {data || error ? null : <Coming id={id} />}
      {data ? <RecordSheet matter={data} name={sheet} /> : null}
    </>
  )
}

function Read({ matter }: { readonly matter: Matter }) {
  const t = useWords(matterWords)
  const over = ['replied', 'closed', 'withdrawn', 'declined', 'merged', 'archived'].includes(matter.state)
  return (
    <>
      <main className="record">
        <AgainNote matter={matter} />
        {matter.photoList.length > 0 ? <Photos matterId={matter.id} photos={matter.photoList} /> : null}
        <Head matter={matter} />
        {matter.emergency && !over ? <Emergency number={matter.emergency} /> : null}
        <Said matter={matter} />
        <Reporter matter={matter} />
        <Together matter={matter} />
        <section>
          <h2>{t('story')}</h2>
          {/* The reporter's words stand above already. */}
          <MatterStory {...matter} words="" open={!over} />
        </section>
        <p className="s q">{t('number', { no: matter.no })}</p>
      </main>
      <Thumb matter={matter} />
    </>
  )
}
