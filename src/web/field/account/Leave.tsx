// Signing out: nothing of a resident stays on the phone, so what is unsent is named first.
import { useState } from 'react'
import { useWords } from '#web/lang.ts'
import { closeLine } from '#web/live.ts'
import { Button } from '#web/parts/Button.tsx'
import { signOut } from '#web/session.ts'
import { dropAllDrafts } from '../draft/store.ts'
import { useUnsent } from '../draft/use-draft.ts'
import { forgetPlaces } from '../report/last-places.ts'
import { forgetKinds } from '../spot/kind-use.ts'
import { go } from '../way.ts'
import { meWords } from './words.ts'

export function Leave() {
  const t = useWords(meWords)
  const unsent = useUnsent()
  const [asking, setAsking] = useState(false)
  const [leaving, setLeaving] = useState(false)

  const leave = async () => {
    setLeaving(true)
    closeLine()
    dropAllDrafts()
    forgetPlaces()
    forgetKinds()
    await signOut()
    go('/sign-in', { replace: true })
  }

  if (asking)
    return (
      <section className="note held leave" role="alert">
        <p>{t('leaveUnsent', { count: unsent.length })}</p>
        <div className="pair">
          <button type="button" className="btn" onClick={() => setAsking(false)}>
            {t('stay')}
          </button>
          <Button look="danger" busy={leaving} busyLabel={t('leaving')} onPress={() => void leave()}>
            {t('leaveAnyway')}
          </Button>
        </div>
      </section>
    )
  return (
    <Button
      block
      busy={leaving}
      busyLabel={t('leaving')}
      onPress={() => (unsent.length > 0 ? setAsking(true) : void leave())}
    >
      {t('leave')}
    </Button>
  )
}
