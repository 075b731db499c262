// The face of the notice module: its operations and tables, what it says when matters move, and the sweep that sends.
import type { Reaction } from '#kernel/door.ts'
import { endings } from './ending.ts'
import { tellMediator } from './mediations.ts'
import { FOLLOWED, putMove } from './moves.ts'
import { demoPhone, demoSent } from './operations/demo-phone.ts'
import { digest, digestOne } from './operations/digest.ts'
import { inbox, read, unread } from './operations/inbox.ts'
import { kinds, setKind, setRule } from './operations/kinds.ts'
import { again, outbox } from './operations/outbox.ts'
import { send } from './operations/send.ts'
import { claim, erase, hold, settle } from './operations/sending.ts'
import { heard, spread } from './operations/spread.ts'
import { setWishes, wishes } from './operations/wishes.ts'
import { withdrawOut } from './outbox-store.ts'
import { putCode, type Told } from './own-code.ts'
import { tellOfTerm } from './terms.ts'

export { forgetNoticeRows } from './kinds.ts'
export { send as sendNotice } from './operations/send.ts'
export { hold as holdWaiting } from './operations/sending.ts'
export { demoSenders, openSenders, type Senders } from './senders.ts'
export { spreadNotices, startSweeping, sweepNotices } from './sweep.ts'

/** A code for somebody's own telephone, in the transaction that made it. */
const ownCode: Reaction = {
  on: 'register.tellCode',
  run: (context) => putCode(context, context.input as Told),
}

/** One row with the move, and no question: whoever reports does not wait until others have been told. */
const moves: readonly Reaction[] = FOLLOWED.map((move) => ({
  on: `matter.${move}`,
  run: async ({ write, actor, subject, now }, answer) => {
    if (!subject) return
    const { id: matter } = subject
    const by = actor.kind === 'staff' ? actor.id : null
    const urgent = move === 'report' && (answer as { emergency: string | null }).emergency !== null
    write(putMove({ tenant: actor.tenant, matter, move, by, urgent, at: now }))
    // His number and his words leave the outbox at once, not with the next look.
    if (move === 'withdraw' || move === 'forget') write(withdrawOut(actor.tenant, [matter], now))
  },
}))

export const noticeModule = {
  name: 'notice',
  endings,
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
    spread,
    heard,
    digest,
    digestOne,
    claim,
    settle,
    erase,
    hold,
  ],
  look: inbox,
  reactions: [
    ...moves,
    ownCode,
    { on: 'mediation.remind', run: tellMediator },
    { on: 'committee.remindTerm', run: tellOfTerm },
  ],
  tables: ['notice_move', 'notice_kind', 'notice_rule', 'notice_wish', 'notice', 'outbox', 'outbox_try'],
  sealed: [
    { table: 'outbox', row: 'id', columns: ['address', 'message'] },
    { table: 'notice_wish', row: 'account_id', columns: ['email'] },
  ],
} as const
