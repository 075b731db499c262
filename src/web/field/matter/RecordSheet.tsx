// The sheet that an address names: /matters/<id>?do=finish. One whose time has passed gives way to the matter itself.
import { useEffect } from 'react'
import { useDraftOwner, useUnsent } from '../draft/use-draft.ts'
import { leaveSheet } from '../way.ts'
import { AnswerSheet } from './AnswerSheet.tsx'
import { CallSheet } from './CallSheet.tsx'
import { FinishSheet } from './FinishSheet.tsx'
import type { Matter } from './Record.tsx'
import { draftName, useSettledDrafts, type Writing } from './use-settled-drafts.ts'
import { WhySheet } from './WhySheet.tsx'

export type SheetProps = { readonly matter: Matter; readonly account: string; readonly onClose: () => void }

export function RecordSheet({ matter, name }: { readonly matter: Matter; readonly name: string | null }) {
  const account = useDraftOwner()
  const unsent = useUnsent()
  useSettledDrafts(matter, account)
  const page = `/matters/${matter.id}`
  const onClose = () => leaveSheet(page)
  // What was not sent stays open to be sent or thrown away, even when the matter has moved on.
  const writes = (move: Writing) =>
    account !== undefined &&
    (matter.can.includes(move) || unsent.some((draft) => draft.name === draftName(account, move, matter)))
  if (name === null) return null
  if (name === 'why' && matter.clock) return <WhySheet matter={matter} onClose={onClose} />
  if (name === 'call' && matter.can.includes('reveal')) return <CallSheet matter={matter} onClose={onClose} />
  if (name === 'answer' && account && writes('answer'))
    return <AnswerSheet matter={matter} account={account} onClose={onClose} />
  if (name === 'finish' && account && writes('finish'))
    return <FinishSheet matter={matter} account={account} onClose={onClose} />
  return account ? <Passed page={page} /> : null
}

function Passed({ page }: { readonly page: string }) {
  useEffect(() => leaveSheet(page), [page])
  return null
}
