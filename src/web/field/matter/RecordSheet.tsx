// The sheet that an address names: /matters/<id>?do=finish. One whose time has passed is not shown.

import { useDraftOwner } from '../draft/use-draft.ts'
import { leaveSheet } from '../way.ts'
import { AnswerSheet } from './AnswerSheet.tsx'
import { CallSheet } from './CallSheet.tsx'
import { FinishSheet } from './FinishSheet.tsx'
import type { Matter } from './Record.tsx'
import { WhySheet } from './WhySheet.tsx'

export type SheetProps = { readonly matter: Matter; readonly account: string; readonly onClose: () => void }

export function RecordSheet({ matter, name }: { readonly matter: Matter; readonly name: string }) {
  const account = useDraftOwner()
  const onClose = () => leaveSheet(`/matters/${matter.id}`)
  if (name === 'why') return matter.clock ? <WhySheet matter={matter} onClose={onClose} /> : null
  if (name === 'call') return matter.can.includes('reveal') ? <CallSheet matter={matter} onClose={onClose} /> : null
  if (!account) return null
  if (name === 'answer' && matter.can.includes('answer'))
    return <AnswerSheet matter={matter} account={account} onClose={onClose} />
  if (name === 'finish' && matter.can.includes('finish'))
    return <FinishSheet matter={matter} account={account} onClose={onClose} />
  return null
}
