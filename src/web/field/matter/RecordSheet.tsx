// The sheet that an address names: /matters/<id>?do=finish. One whose time has passed gives way to the matter itself.
import { type ReactNode, useEffect } from 'react'
import { useDraftOwner, useUnsent } from '../draft/use-draft.ts'
import { leaveSheet } from '../way.ts'
import { AnswerSheet } from './AnswerSheet.tsx'
import { AskSheet } from './AskSheet.tsx'
import { CallSheet } from './CallSheet.tsx'
import { CommentSheet } from './CommentSheet.tsx'
import { FinishSheet } from './FinishSheet.tsx'
import { InviteSheet } from './InviteSheet.tsx'
import { MoreSheet, moreIn } from './MoreSheet.tsx'
import { NoteSheet } from './NoteSheet.tsx'
import { RaiseSheet } from './RaiseSheet.tsx'
import type { Matter } from './Record.tsx'
import { draftName, useSettledDrafts, type Writing } from './use-settled-drafts.ts'
import { WhySheet } from './WhySheet.tsx'

const WRITERS: Record<Writing, (props: SheetProps) => ReactNode> = {
  ...{ answer: AnswerSheet, finish: FinishSheet, note: NoteSheet, raise: RaiseSheet },
  ...{ invite: InviteSheet, ask: AskSheet, comment: CommentSheet },
}
const isWriting = (name: string): name is Writing => Object.hasOwn(WRITERS, name)

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
  if (name === 'more' && moreIn(matter).length > 0) return <MoreSheet matter={matter} onClose={onClose} />
  if (account && isWriting(name) && writes(name)) {
    const Writes = WRITERS[name]
    return <Writes matter={matter} account={account} onClose={onClose} />
  }
  return account ? <Passed page={page} /> : null
}

function Passed({ page }: { readonly page: string }) {
  useEffect(() => leaveSheet(page), [page])
  return null
}
