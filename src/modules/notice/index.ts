// The face of the notice module: its operations and tables, what it says when matters move, and the sweep that sends.
import { machine } from '#kernel/access.ts'
import type { Reaction } from '#kernel/door.ts'
import { demoPhone, demoSent } from './operations/demo-phone.ts'
import { digest, digestOne } from './operations/digest.ts'
import { FOLLOWED, follow } from './operations/follow.ts'
import { inbox, read, unread } from './operations/inbox.ts'
import { kinds, setKind, setRule } from './operations/kinds.ts'
import { again, outbox } from './operations/outbox.ts'
import { send } from './operations/send.ts'
import { claim, erase, settle } from './operations/sending.ts'
import { setWishes, wishes } from './operations/wishes.ts'

export { forgetNoticeRows } from './kinds.ts'
export { send as sendNotice } from './operations/send.ts'
export { openSenders, type Senders } from './senders.ts'
export { startSweeping, sweepNotices } from './sweep.ts'

const reactions: readonly Reaction[] = FOLLOWED.map((move) => ({
  on: `matter.${move}`,
  run: async ({ perform, actor, subject }) => {
    if (!subject) return
    const by = actor.kind === 'staff' ? actor.id : null
    await perform(follow, { id: subject.id, move, by }, machine(actor.tenant, `matter.${move}`))
  },
}))

export const noticeModule = {
  name: 'notice',
  operations: [
    inbox,
    unread,
    read,
    wishes,
    setWishes,
    kinds,
    setKind,
    setRule,
    outbox,
    again,
    demoPhone,
    demoSent,
    send,
    follow,
    digest,
    digestOne,
    claim,
    settle,
    erase,
  ],
  look: inbox,
  reactions,
  tables: ['notice_kind', 'notice_rule', 'notice_wish', 'notice', 'outbox', 'outbox_try'],
} as const
