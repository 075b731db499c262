// It has arrived: its number, what happens next, and taking it on at once.
import { type Output, useAnswer } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { Shape } from '#web/parts/State.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { clockTime } from '#web/parts/when.ts'
import { Go } from '../Go.tsx'
import { Emergency } from '../matter/Emergency.tsx'
import { SendNote } from '../SendNote.tsx'
import { useSend } from '../use-send.ts'
import { go } from '../way.ts'
import { fieldWords } from '../words.ts'
import { reportWords } from './words.ts'

type SentProps = { readonly sent: Output<'matter.report'>; readonly onOther: () => void }

export function Sent({ sent, onOther }: SentProps) {
  const t = useWords(reportWords)
  const lang = useLang()
  const now = useNow()
  // Another grid's worker may be the one to take it: then it is not offered here.
  const { data } = useAnswer('matter.get', { id: sent.id })
  return (
    <section className="sent">
      <h1>
        <Shape name="tick" />
        {t('sentTitle')}
      </h1>
      <p>{t('sentText', { no: sent.no, time: clockTime(sent.promisedAt, now, lang) })}</p>
      {sent.emergency ? <Emergency number={sent.emergency} /> : null}
      {data?.can.includes('take') ? <TakeNow id={sent.id} /> : null}
      {data ? (
        <Go to={`/matters/${sent.id}`} className="btn block">
          {t('sentOpen')}
        </Go>
      ) : null}
      <button type="button" className="btn block" onClick={onOther}>
        {t('sentOther')}
      </button>
    </section>
  )
}

function TakeNow({ id }: { readonly id: string }) {
  const t = useWords(reportWords)
  const again = useWords(fieldWords)('sendAgain')
  const take = useSend('matter.take', () => {
    tell(t('sentTaken'))
    go(`/matters/${id}`)
  })
  return (
    <>
      <SendNote problem={take.error} />
      <Button
        look="primary"
        block
        busy={take.isPending}
        busyLabel={t('sentTaking')}
        onPress={() => take.mutate({ id })}
      >
        {take.error?.mayPass ? again : t('sentTake')}
      </Button>
    </>
  )
}
