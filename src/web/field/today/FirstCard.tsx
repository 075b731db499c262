// One matter to do first: what, where, what time is left, and the one thing to do now.
import { pick, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { Icon } from '#web/parts/Icon.tsx'
import { photoAddress } from '#web/parts/Photo.tsx'
import { Mark } from '#web/parts/State.tsx'
import { TimeLeft } from '#web/parts/TimeLeft.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { clockTime } from '#web/parts/when.ts'
import { Go } from '../Go.tsx'
import { Led } from '../Led.tsx'
import { SendNote } from '../SendNote.tsx'
import { useSend } from '../use-send.ts'
import { go } from '../way.ts'
import { fieldWords } from '../words.ts'
import { limitOf } from './order.ts'
import type { Row } from './Today.tsx'
import { todayWords } from './words.ts'

type FirstCardProps = {
  readonly row: Row
  /** One primary button a page: the first card has it. */
  readonly primary: boolean
  readonly fresh: boolean
}

export function FirstCard({ row, primary, fresh }: FirstCardProps) {
  const t = useWords(todayWords)
  const lang = useLang()
  const now = useNow()
  const limit = limitOf(row)
  const page = `/matters/${row.id}`
  return (
    <article className={fresh ? 'card sheet arrived' : 'card sheet'}>
      <Go to={page} className={row.cover ? 'what with-photo' : 'what'}>
        <div>
          <h2>{row.title}</h2>
          <p className="s">{row.address}</p>
          <p className="s">
            {t('reportedAt', { kind: pick(row.kindZh, row.kindEn, lang), time: clockTime(row.reportedAt, now, lang) })}
          </p>
          <Led row={row} />
          {row.round > 1 ? (
            <Mark shape="reopened" tone="need">
              {t('again', { round: row.round })}
            </Mark>
          ) : null}
        </div>
        {row.cover ? <img src={photoAddress(row.id, row.cover, 'small')} alt="" width="72" height="72" /> : null}
      </Go>
      {limit && row.clock ? <TimeLeft limit={limit} kind={row.clock} /> : null}
      <Actions row={row} primary={primary} page={page} />
    </article>
  )
}

function Actions({ row, primary, page }: { readonly row: Row; readonly primary: boolean; readonly page: string }) {
  const t = useWords(todayWords)
  const looks = primary ? 'btn primary' : 'btn'
  const phone = row.can.includes('reveal')
  return (
    <div className={phone ? 'act' : 'act alone'}>
      {row.can.includes('take') ? (
        <Take row={row} primary={primary} page={page} />
      ) : row.can.includes('answer') ? (
        <Go to={`${page}?do=answer`} className={looks}>
          {t('answer')}
        </Go>
      ) : row.can.includes('finish') ? (
        <Go to={`${page}?do=finish`} className={looks}>
          {t('finish')}
        </Go>
      ) : (
        <Go to={page} className="btn">
          {t('look')}
        </Go>
      )}
      {phone ? (
        <Go to={`${page}?do=call`} className="btn">
          <Icon name="phone" />
          {t('phone')}
        </Go>
      ) : null}
    </div>
  )
}

function Take({ row, primary, page }: { readonly row: Row; readonly primary: boolean; readonly page: string }) {
  const t = useWords(todayWords)
  const again = useWords(fieldWords)('sendAgain')
  const take = useSend('matter.take', () => {
    tell(t('taken'))
    go(page)
  })
  return (
    <>
      <Button
        {...(primary ? { look: 'primary' as const } : {})}
        busy={take.isPending}
        busyLabel={t('taking')}
        onPress={() => take.mutate({ id: row.id })}
      >
        {take.error?.mayPass ? again : t('take')}
      </Button>
      <SendNote problem={take.error} />
    </>
  )
}
