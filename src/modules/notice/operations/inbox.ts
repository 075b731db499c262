// One's own inbox: what to know, newest first, what could wait gathered once a day.
import { signedIn } from '#kernel/access.ts'
import { cursorAt, placeAfter } from '#kernel/cursor.ts'
import { operation } from '#kernel/operation.ts'
import type { Lang } from '#kernel/words.ts'
import { notice } from '../contract.ts'
import { bodyOf, type NoticeRows, noticeRows, titleOf } from '../kinds.ts'
import { DIGEST, itemsOf, type NoticeRow, pageOf, readOne, readUntil, unreadOf } from '../store.ts'
import { fill, type Said, textsOf } from '../template.ts'

function toTold(row: NoticeRow, { kinds }: NoticeRows, lang: Lang) {
  const kind = kinds.get(row.kind)
  const texts = textsOf(row.said as Said, lang)
  return {
    id: row.id,
    kind: row.kind,
    urgent: row.urgent,
    title: kind ? fill(titleOf(kind, lang), texts) : row.kind,
    body: kind ? fill(bodyOf(kind, lang), texts) : '',
    count: row.count,
    saidAt: row.said_at.toISOString(),
    read: row.read_at !== null,
    about: { kind: row.about_kind, id: row.about_id },
  }
}

export const inbox = operation(notice.inbox, {
  permit: [signedIn],
  async run({ input, actor, tx, now }) {
    const [rows, count, found] = await Promise.all([
      noticeRows(tx, actor.tenant),
      unreadOf(tx, actor.tenant, actor.id, now),
      pageOf(tx, actor.tenant, actor.id, {
        now,
        unread: input.unread,
        after: placeAfter(input.after),
        limit: input.limit,
      }),
    ])
    const page = found.slice(0, input.limit)
    const last = page.at(-1)
    const items = await itemsOf(
      tx,
      actor.tenant,
      actor.id,
      page.filter((row) => row.kind === DIGEST).map((row) => row.id),
    )
    return {
      unread: count?.unread ?? 0,
      urgent: count?.urgent ?? 0,
      notices: page.map((row) => {
        // What has been settled since is not among what is still to be read.
        const within = items.filter((one) => one.digest_id === row.id && (row.read_at || !one.read_at))
        const shown = row.kind === DIGEST && !row.read_at ? { ...row, said: { count: within.length } } : row
        return {
          ...toTold(shown, rows, actor.lang),
          items: within.map((one) => toTold(one, rows, actor.lang)),
        }
      }),
      next: found.length > input.limit && last ? cursorAt({ at: last.said_at, id: last.id }) : null,
      now: now.toISOString(),
    }
  },
})

export const unread = operation(notice.unread, {
  permit: [signedIn],
  async run({ actor, tx, now }) {
    return (await unreadOf(tx, actor.tenant, actor.id, now)) ?? { unread: 0, urgent: 0 }
  },
})

export const read = operation(notice.read, {
  permit: [signedIn],
  async run({ input, actor, tx, now, made }) {
    const rows =
      'id' in input
        ? await readOne(tx, actor.tenant, actor.id, input.id, now)
        : await readUntil(tx, actor.tenant, actor.id, new Date(input.until), now)
    made({ id: actor.id, area_pos: actor.posts[0]?.pos ?? 0 })
    return { read: rows.length }
  },
})
