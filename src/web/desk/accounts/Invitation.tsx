// An invitation that has just been made: shown once, to be handed over.
import type { Output } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { Icon } from '#web/parts/Icon.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { clockTime } from '#web/parts/when.ts'
import { accountWords } from './words.ts'

type InvitationProps = { readonly invitation: Output<'account.invite'>; readonly onDone: () => void }

export function Invitation({ invitation: { page, endsAt }, onDone }: InvitationProps) {
  const t = useWords(accountWords)
  const lang = useLang()
  const now = useNow()
  const address = new URL(page, location.origin).href
  const copy = () => void navigator.clipboard?.writeText(address).then(() => tell(t('copied')))
  return (
    <section className="form" aria-label={t('invitation')} role="status">
      <h3>{t('invitation')}</h3>
      <p>{t('invitationText', { when: clockTime(endsAt, now, lang) })}</p>
      <input
        className="in"
        readOnly
        value={address}
        aria-label={t('invitation')}
        onFocus={(event) => event.target.select()}
      />
      <div className="acts">
        <Button look="primary" onPress={copy}>
          <Icon name="doc" />
          {t('copyInvitation')}
        </Button>
        <Button look="plain" onPress={onDone}>
          {t('done')}
        </Button>
      </div>
    </section>
  )
}
