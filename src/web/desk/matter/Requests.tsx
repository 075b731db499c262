// What the handler has asked for: a pause, more time. Whoever may grant it does so here by one press, or refuses with a reason.
import { lazy, Suspense, useState } from 'react'
import { useCommand } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { pauseWords } from '#web/parts/matter-words.ts'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { clockTime } from '#web/parts/when.ts'
import { moveWords } from './move-words.ts'
import type { Matter } from './Record.tsx'
import { matterWords } from './words.ts'

const RefuseForm = lazy(() => import('./forms/RefuseForm.tsx').then(({ RefuseForm }) => ({ default: RefuseForm })))

type Request = Matter['requests'][number]

export function Requests({ matter }: { readonly matter: Matter }) {
  const t = useWords(matterWords)
  const lang = useLang()
  const now = useNow()
  const waiting = matter.requests.filter(({ decision }) => decision === null)
  return waiting.map((request) => (
    <section key={request.id} className="request" aria-label={t('request')}>
      <p>
        <b>{t(`request.${request.what}`, { until: clockTime(request.until, now, lang) })}</b>{' '}
        {t('requestReason', { reason: pauseWords[request.reason][lang] })}
      </p>
      <blockquote>{request.words}</blockquote>
      {matter.can.includes(request.what) ? <Decide matter={matter} request={request} /> : null}
      {matter.can.includes(request.what) ? null : <p className="s q">{t('requestWaits')}</p>}
    </section>
  ))
}

function Decide({ matter, request }: { readonly matter: Matter; readonly request: Request }) {
  const t = useWords(matterWords)
  const go = useWords(moveWords)
  const lang = useLang()
  const now = useNow()
  const [refusing, setRefusing] = useState(false)
  const done = () => tell(go('did.grant'))
  const pause = useCommand('matter.pause', { onDone: done })
  const extend = useCommand('matter.extend', { onDone: done })
  const input = { id: matter.id, requestId: request.id }
  const grant = request.what === 'pause' ? pause : extend
  return (
    <>
      <div className="can">
        <Button look={refusing ? 'plain' : 'primary'} busy={grant.isPending} onPress={() => grant.mutate({ input })}>
          {t(`grant.${request.what}`, { until: clockTime(request.until, now, lang) })}
        </Button>
        <Button aria-expanded={refusing} onPress={() => setRefusing(!refusing)}>
          {t('refuse')}
        </Button>
      </div>
      <ProblemNote problem={grant.error} />
      {refusing ? (
        <Suspense>
          <RefuseForm id={matter.id} requestId={request.id} onCancel={() => setRefusing(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
