// The actions at the thumb: one primary by what the matter needs now, and at most two beside it.
import { useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { Icon } from '#web/parts/Icon.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { Go } from '../Go.tsx'
import { SendNote } from '../SendNote.tsx'
import { todayWords } from '../today/words.ts'
import { useSend } from '../use-send.ts'
import { fieldWords } from '../words.ts'
import { moreIn } from './MoreSheet.tsx'
import { moreWords } from './more-words.ts'
import type { Matter } from './Record.tsx'
import { Still } from './Still.tsx'
import { matterWords } from './words.ts'

export function Thumb({ matter }: { readonly matter: Matter }) {
  const { can } = matter
  const page = `/matters/${matter.id}`
  const t = useWords(matterWords)
  const m = useWords(moreWords)
  if (!can.some((move) => move === 'take' || move === 'answer' || move === 'finish')) return <Still matter={matter} />
  const call = can.includes('reveal')
  const onTheSpot = can.includes('answer') && can.includes('finish')
  const more = moreIn(matter).length > 0
  const sides = Number(call) + Number(onTheSpot) + Number(more)
  return (
    <section className={sides === 1 ? 'thumb one-row' : 'thumb'} aria-label={t('actions')}>
      {sides > 0 ? (
        <div className="side">
          {call ? (
            <Go to={`${page}?do=call`} stay className="btn">
              <Icon name="phone" />
              {t('call')}
            </Go>
          ) : null}
          {onTheSpot ? (
            <Go to={`${page}?do=finish`} stay className="btn">
              {t('finishNow')}
            </Go>
          ) : null}
          {more ? (
            <Go to={`${page}?do=more`} stay className="btn">
              {m('moreShort')}
            </Go>
          ) : null}
        </div>
      ) : null}
      <Primary matter={matter} page={page} />
    </section>
  )
}

function Primary({ matter, page }: { readonly matter: Matter; readonly page: string }) {
  const t = useWords(matterWords)
  if (matter.can.includes('take')) return <Take id={matter.id} />
  if (matter.can.includes('answer'))
    return (
      <Go to={`${page}?do=answer`} stay className="btn primary block">
        {t('contacted')}
      </Go>
    )
  return (
    <Go to={`${page}?do=finish`} stay className="btn primary block">
      {matter.proof === 'photo' ? <Icon name="camera" /> : null}
      {t('finish')}
    </Go>
  )
}

function Take({ id }: { readonly id: string }) {
  const t = useWords(matterWords)
  const again = useWords(fieldWords)('sendAgain')
  const taken = useWords(todayWords)('taken')
  const take = useSend('matter.take', () => tell(taken))
  return (
    <>
      <SendNote problem={take.error} />
      <Button look="primary" block busy={take.isPending} busyLabel={t('taking')} onPress={() => take.mutate({ id })}>
        {take.error?.mayPass ? again : t('take')}
      </Button>
    </>
  )
}
