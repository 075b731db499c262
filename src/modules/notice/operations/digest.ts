// The one digest a day: what could wait and is still unread becomes a single line, and a letter for those who wish one.
import { z } from 'zod'
import { machineOnly } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import { contract, Id } from '#kernel/contract.ts'
import { k } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { type Context, operation } from '#kernel/operation.ts'
import { noticeRows, quietOf, titleOf } from '../kinds.ts'
import { openEmail, writeLetter } from '../letter.ts'
import { afterQuiet } from '../quiet.ts'
import { DIGEST, dueDigests, forDigest, gather, putNotices, recipients, unreadDigest } from '../store.ts'
import { fill, type Said, textsOf } from '../template.ts'

const MOST = 50

const { digest: signature, digestOne: signatureOfOne } = contract('notice', {
  digest: {
    kind: 'command',
    summary: { zh: '到点的每日汇总', en: 'The digests whose time has come' },
    input: z.strictObject({}),
    output: z.object({ accounts: z.number() }),
  },
  digestOne: {
    kind: 'command',
    summary: { zh: '一个人的每日汇总', en: "One person's digest" },
    input: z.strictObject({ account: Id }),
    output: z.object({ gathered: z.number() }),
  },
})

export const digest = operation(signature, {
  permit: [machineOnly],
  async run({ actor, tx, now, perform }) {
    const due = await dueDigests(tx, actor.tenant, now, MOST)
    for (const { account_id } of due) await perform(digestOne, { account: account_id })
    return { accounts: due.length }
  },
})

export const digestOne = operation(signatureOfOne, {
  permit: [machineOnly],
  async run(context: Context<{ account: string }, undefined>) {
    const { input, actor, tx, keys, now, url, made, write } = context
    const { account } = input
    const [rows, waiting, [one], before] = await Promise.all([
      noticeRows(tx, actor.tenant),
      forDigest(tx, actor.tenant, account, now),
      recipients(tx, actor.tenant, [account]),
      unreadDigest(tx, actor.tenant, account),
    ])
    write(
      k
        .updateTable('notice_wish')
        .set({ digest_due: null, ...(waiting.length ? { digest_on: localDay(now) } : {}), changed_at: now })
        .where('tenant_id', '=', actor.tenant)
        .where('account_id', '=', account),
    )
    if (!one || waiting.length === 0) return { gathered: 0 }
    // Yesterday's digest still unread: today's joins it, so there is never more than one line to look at.
    const id = before?.id ?? newId()
    const count = waiting.length + ((before?.said as Said | undefined)?.count ?? 0)
    const about = { kind: 'account', id: account }
    write(
      putNotices(actor.tenant, [
        { id, account, kind: DIGEST, about, said: { count }, urgent: false, notBefore: now, at: now },
      ]),
    )
    const ids = waiting.map((row) => row.id)
    write(gather(actor.tenant, account, ids, id))
    const kind = rows.kinds.get(DIGEST)!
    if (one.digest_email && one.email) {
      const lines = waiting.map((row) => {
        const of = rows.kinds.get(row.kind)
        return `· ${of ? fill(titleOf(of, one.lang), textsOf(row.said as Said, one.lang)) : row.kind}`
      })
      const to = { kind: 'account' as const, id: account, address: openEmail(keys, actor, one) }
      const sendAt = afterQuiet(now, quietOf(one, rows.rule))
      const letter = { channel: 'email', to, lang: one.lang, link: `${url}/desk/inbox`, sendAt } as const
      writeLetter(context, kind, about, { count: waiting.length }, letter, [lines.join('\n')])
    }
    made({ id: account, area_pos: one.area_pos })
    return { gathered: waiting.length }
  },
})
