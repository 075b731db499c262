// On a demo system alone: what its invented people were sent, in place of their phones. Elsewhere it is missing.
import { z } from 'zod'
import { anyone, machine, machineOnly } from '#kernel/access.ts'
import { contract } from '#kernel/contract.ts'
import { k } from '#kernel/database.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { notice } from '../contract.ts'
import { addressOf, demoMessages, messageOf } from '../outbox-store.ts'

const MOST = 40

const { demoSent: signature } = contract('notice', {
  demoSent: {
    kind: 'query',
    summary: { zh: '（仅演示）一个区的演示短信和邮件', en: "(demo only) One district's demo messages" },
    input: z.strictObject({}),
    output: notice.demoPhone.output,
  },
})

export const demoSent = operation(signature, {
  permit: [machineOnly],
  async run({ actor, tx, keys, settings }) {
    if (settings.env === 'production') throw new Problem(doorProblems.missing)
    const rows = await demoMessages(tx, actor.tenant, MOST)
    return {
      messages: rows.flatMap((row) => {
        const [to, message] = [addressOf(keys, row), messageOf(keys, row)]
        if (!to || !message) return []
        const { subject, text } = message
        return [{ id: row.id, channel: row.channel, to, subject, text, sentAt: row.changed_at.toISOString() }]
      }),
    }
  },
})

export const demoPhone = operation(notice.demoPhone, {
  permit: [anyone('shows invented people alone, on demo systems alone; in production it is missing')],
  async run({ tx, settings, perform }) {
    if (settings.env === 'production') throw new Problem(doorProblems.missing)
    const tenants = await tx.all(k.selectFrom('tenant').select('id').where('demo', '=', true).orderBy('made_at'))
    const messages = []
    for (const { id } of tenants) messages.push(...(await perform(demoSent, {}, machine(id, 'demo'))).messages)
    return { messages: messages.sort((a, b) => (a.sentAt < b.sentAt ? 1 : -1)).slice(0, MOST) }
  },
})
