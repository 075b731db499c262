// Looks every second for what is due: digests, messages to send, addresses to erase. Any number of processes may look.
import { machine } from '#kernel/access.ts'
import { clock } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { type House, perform } from '#kernel/door.ts'
import { inScope } from '#kernel/scope.ts'
import { SendProblem } from '#kernel/send-problem.ts'
import { digest } from './operations/digest.ts'
import { claim, erase, settle } from './operations/sending.ts'
import { dueWork } from './outbox-store.ts'
import { ADDRESS_DAYS } from './personal.ts'
import type { Senders } from './senders.ts'

const LOOK_MS = 1_000
const DAY_MS = 86_400_000
/** So many at a time: together they must be answered well within the lease of a try. */
const AT_ONCE = 8

type Taken = OutputOf<(typeof claim)['signature']>['messages'][number]

async function deliver(senders: Senders, one: Taken): Promise<{ provider: string; outcome: Outcome }> {
  const { to, template, values, text, subject, id: ref } = one
  const { sms, mail } = senders
  const provider = one.channel === 'sms' ? sms.name : mail.name
  try {
    const sent =
      one.channel === 'sms'
        ? await sms.send(to, template, values, { text, ref })
        : await mail.send({ to, subject, text, ref })
    return { provider, outcome: { sent: sent.id.slice(0, 200) } }
  } catch (error) {
    // Whatever else went wrong went wrong with us, perhaps after it had left.
    return { provider, outcome: { fault: error instanceof SendProblem ? error.fault : 'timeout' } }
  }
}
type Outcome = { sent: string } | { fault: SendProblem['fault'] }

/** Sends what is due in one district; returns how many tries were made. */
export async function sendDue(house: House, senders: Senders, tenant: string): Promise<number> {
  const linli = machine(tenant, 'outbox')
  let tries = 0
  for (;;) {
    const { messages } = await perform(house, claim, linli, { most: AT_ONCE })
    await Promise.all(
      messages.map(async (one) => {
        const { provider, outcome } = await deliver(senders, one)
        await perform(house, settle, linli, { id: one.id, no: one.no, provider, outcome })
      }),
    )
    tries += messages.length
    if (messages.length < AT_ONCE) return tries
  }
}

/** One look at every district. */
export async function sweepNotices(house: House, senders: Senders): Promise<void> {
  const { rows: tenants } = await house.db.pool.query<{ id: string }>('select id from tenant order by made_at')
  for (const { id } of tenants) {
    const linli = machine(id, 'outbox')
    const now = clock.now()
    const due = await inScope(house.db, linli, (tx) =>
      dueWork(tx, id, now, new Date(now.getTime() - ADDRESS_DAYS * DAY_MS)),
    )
    if (due?.digest) while ((await perform(house, digest, linli, {})).accounts > 0);
    // A digest may have put a letter into the outbox.
    if (due?.outbox || due?.digest) await sendDue(house, senders, id)
    if (due?.old) await perform(house, erase, linli, {})
  }
}

/** Looks until stopped. A look that fails (the database is away) is made again with the next. */
export function startSweeping(house: House, senders: Senders): { stop(): Promise<void> } {
  let stopped = false
  let wake: NodeJS.Timeout | undefined
  let looking = Promise.resolve()
  const plan = () => {
    if (stopped) return
    wake = setTimeout(() => {
      looking = sweepNotices(house, senders)
        .catch(() => {})
        .then(plan)
    }, LOOK_MS)
    wake.unref()
  }
  plan()
  return {
    async stop() {
      stopped = true
      clearTimeout(wake)
      await looking
    },
  }
}
