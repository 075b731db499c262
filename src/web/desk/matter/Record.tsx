// One matter, whole: what it is, whose turn it is, how much time is left, what can be done, what happened.
import { type Output, useAnswer } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { MatterStory } from '#web/parts/Story.tsx'
import { Actions } from './Actions.tsx'
import { Head } from './Head.tsx'
import { Limit } from './Limit.tsx'
import { offered } from './moves.ts'
import { Requests } from './Requests.tsx'
import { Side } from './Side.tsx'
import { Turn } from './Turn.tsx'
import { waitingFor } from './waiting-for.ts'
import { matterWords } from './words.ts'

export type Matter = Output<'matter.get'>

export function Record({ id, back }: { readonly id: string; readonly back?: React.ReactNode }) {
  const { data, error, refetch } = useAnswer('matter.get', { id })
  useLive('matter', id)
  if (data) return <Read matter={data} />
  if (error) return <PageProblem problem={error} onAgain={() => void refetch()} back={back} />
  return <SkeletonText lines={9} />
}

const OVER: ReadonlySet<Matter['state']> = new Set([
  ...(['replied', 'closed', 'withdrawn', 'declined', 'merged', 'archived'] as const),
])

function Read({ matter }: { readonly matter: Matter }) {
  const t = useWords(matterWords)
  return (
    <>
      <Head matter={matter} />
      <Turn matter={matter} />
      <Limit matter={matter} />
      <Requests matter={matter} />
      <Actions matter={offered(matter)} granted={waitingFor(matter) !== undefined} />
      <div className="body">
        <section>
          <h2>{t('story')}</h2>
          <MatterStory {...matter} open={!OVER.has(matter.state)} />
        </section>
        <Side matter={matter} />
      </div>
    </>
  )
}
