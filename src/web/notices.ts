// What desk and field share of notices: how many are unread, kept fresh, and marking them as read.
import { askAgain, type Output, perform, useAnswer } from './call.ts'
import { useLive } from './live.ts'

export type Notice = Output<'notice.inbox'>['notices'][number]
export type NoticeItem = Notice['items'][number]

/** Zero until the answer comes: a bell that counts up is better than one that counts down. */
export function useUnread(): { readonly unread: number; readonly urgent: number } {
  useLive('notice')
  const { data } = useAnswer('notice.unread', {}, { keep: true })
  return data ?? { unread: 0, urgent: 0 }
}

/** Quietly, on the way to what it is about: a failure leaves it unread and nothing is lost. */
export function markRead(notice: { readonly id: string; readonly read: boolean }): void {
  if (notice.read) return
  void perform('notice.read', { id: notice.id })
    .then(() => askAgain('notice'))
    .catch(() => {})
}
