// 当场办好的: grade one of the three, written down in half a minute with one thumb; somebody else still checks it.
import { useState } from 'react'
import type { Output } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { Shape } from '#web/parts/State.tsx'
import { Bones } from '../Bones.tsx'
import { useDraftOwner } from '../draft/use-draft.ts'
import { Go } from '../Go.tsx'
import { Ways } from '../report/Ways.tsx'
import { useTitle } from '../use-title.ts'
import { SpotForm } from './SpotForm.tsx'
import { spotWords } from './words.ts'

export function Spot() {
  const t = useWords(spotWords)
  useTitle(t('title'))
  const account = useDraftOwner()
  const [sent, setSent] = useState<Output<'matter.record'>>()
  if (!account) return <Bones />
  return (
    <main className="report spot">
      {sent ? (
        <Recorded sent={sent} onOther={() => setSent(undefined)} />
      ) : (
        <>
          <Ways on="/spot" />
          <SpotForm account={account} onSent={setSent} />
        </>
      )}
    </main>
  )
}

type RecordedProps = { readonly sent: Output<'matter.record'>; readonly onOther: () => void }

function Recorded({ sent, onOther }: RecordedProps) {
  const t = useWords(spotWords)
  return (
    <section className="sent">
      <h1>
        <Shape name="tick" />
        {t('sentTitle')}
      </h1>
      <p>{t('sentText', { no: sent.no })}</p>
      <button type="button" className="btn primary block" onClick={onOther}>
        {t('sentOther')}
      </button>
      <Go to={`/matters/${sent.id}`} className="btn block">
        {t('sentOpen')}
      </Go>
    </section>
  )
}
