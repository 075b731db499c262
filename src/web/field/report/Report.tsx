// 上报: what a grid worker saw, in the order he has it at hand: photo, words, place, kind.
import { useState } from 'react'
import type { Output } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { Bones } from '../Bones.tsx'
import { useDraftOwner } from '../draft/use-draft.ts'
import { useTitle } from '../use-title.ts'
import { Form } from './Form.tsx'
import { Sent } from './Sent.tsx'
import { Ways } from './Ways.tsx'
import { reportWords } from './words.ts'

export function Report() {
  const t = useWords(reportWords)
  useTitle(t('title'))
  const account = useDraftOwner()
  const [sent, setSent] = useState<Output<'matter.report'>>()
  if (!account) return <Bones />
  return (
    <main className="report">
      {sent ? null : <Ways on="/report" />}
      {sent ? <Sent sent={sent} onOther={() => setSent(undefined)} /> : <Form account={account} onSent={setSent} />}
    </main>
  )
}
