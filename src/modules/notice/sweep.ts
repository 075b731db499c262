// Looks every second for what is due: moves to tell of, digests, messages to send, addresses to erase. Any number of processes may look.
import { machine } from '#kernel/access.ts'
import { clock } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { type House, perform } from '#kernel/door.ts'
import { isIsolated } from '#kernel/isolation.ts'
import { eachDistrict, keepLooking, type Told } from '#kernel/keep-looking.ts'
import { inScope } from '#kernel/scope.ts'
import { SendProblem } from '#kernel/sending/send-problem.ts'
import { movesWait } from './moves.ts'
import { digest } from './operations/digest.ts'
import { claim, erase, settle } from './operations/sending.ts'
import { spread } from './operations/spread.ts'
import { dueWork } from './outbox-store.ts'
import { ADDRESS_DAYS } from './personal.ts'
import type { Senders } from './senders.ts'

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

/** Tells of every move that was not told of yet. */
export const spreadNotices = (house: House): Promise<void> =>
  eachDistrict(house, async (tenant) => {
    const linli = machine(tenant, 'notice')
    if (!(await inScope(house.db, linli, (tx) => movesWait(tx, tenant)))) return
    while ((await perform(house, spread, linli, {})).more);
  })

/** Digests whose time has come, what waits to be sent, what is to be erased. */
export const sweepNotices = (house: House, senders: Senders): Promise<void> =>
  eachDistrict(house, async (tenant) => {
    const linli = machine(tenant, 'outbox')
    const now = clock.now()
    const old = new Date(now.getTime() - ADDRESS_DAYS * DAY_MS)
    const due = await inScope(house.db, linli, (tx) => dueWork(tx, tenant, now, old))
    if (due?.digest) while ((await perform(house, digest, linli, {})).accounts > 0);
    // A digest may have put a letter into the outbox.
    if ((due?.outbox || due?.digest) && !(await inScope(house.db, linli, isIsolated)))
      await sendDue(house, senders, tenant)
    if (due?.old) await perform(house, erase, linli, {})
  })

/** Inboxes have a loop of their own: they do not wait for a slow provider. */
export function startSweeping(house: House, senders: Senders, told: Told): { stop(): Promise<void> } {
  const loops = [
    keepLooking(() => spreadNotices(house), told),
    // After a long step of the clock nothing is erased or sent by time alone until it has stood for a while.
    keepLooking(async () => {
      if (clock.isSettled()) await sweepNotices(house, senders)
    }, told),
  ]
  return {
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()))
    },
  }
}
