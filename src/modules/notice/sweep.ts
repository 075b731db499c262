// Looks every second for what is due: moves to tell of, digests, messages to send, addresses to erase. Any number of processes may look.
import { machine } from '#kernel/access.ts'
import { clock } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { type House, perform } from '#kernel/door.ts'
import { isIsolated } from '#kernel/isolation.ts'
import { eachDistrict, keepLooking } from '#kernel/keep-looking.ts'
import { inScope } from '#kernel/scope.ts'
import { SendProblem } from '#kernel/sending/send-problem.ts'
import { type Breaker, openBreaker } from './breaker.ts'
import { movesWait } from './moves.ts'
import { digest } from './operations/digest.ts'
import { claim, erase, settle } from './operations/sending.ts'
import { spread } from './operations/spread.ts'
import { dueWork } from './outbox-store.ts'
import { ADDRESS_DAYS } from './personal.ts'
import type { Senders } from './senders.ts'

const DAY_MS = 86_400_000
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

/** Sends what is due in one district by one way, as long as its provider answers; returns how many tries were made. */
async function sendBy(
  house: House,
  senders: Senders,
  tenant: string,
  { channel, breaker }: { channel: Taken['channel']; breaker: Breaker },
): Promise<number> {
  const linli = machine(tenant, 'outbox')
  let tries = 0
  for (;;) {
    // Few at a time: together they must be answered well within the lease of a try.
    const most = breaker.room(channel)
    if (most === 0) return tries
    const { messages } = await perform(house, claim, linli, { most, channel })
    await Promise.all(
      messages.map(async (one) => {
        const { provider, outcome } = await deliver(senders, one)
        breaker.note(channel, 'fault' in outcome ? outcome.fault : undefined)
        await perform(house, settle, linli, { id: one.id, no: one.no, provider, outcome })
      }),
    )
    tries += messages.length
    if (messages.length < most) return tries
  }
}

/** Sends what is due in one district; a slow way of sending does not hold up the other. Returns how many tries were made. */
export async function sendDue(
  house: House,
  senders: Senders,
  tenant: string,
  breaker = openBreaker(),
): Promise<number> {
  const ways = (['sms', 'email'] as const).map((channel) => sendBy(house, senders, tenant, { channel, breaker }))
  const tries = await Promise.all(ways)
  return tries.reduce((sum, one) => sum + one, 0)
}

/** Tells of every move that was not told of yet. */
export const spreadNotices = (house: House): Promise<void> =>
  eachDistrict(house, async (tenant) => {
    const linli = machine(tenant, 'notice')
    if (!(await inScope(house.db, linli, (tx) => movesWait(tx, tenant)))) return
    while ((await perform(house, spread, linli, {})).more);
  })

/** Digests whose time has come, what waits to be sent, what is to be erased. */
export const sweepNotices = (house: House, senders: Senders, breaker = openBreaker()): Promise<void> =>
  eachDistrict(house, async (tenant) => {
    const linli = machine(tenant, 'outbox')
    const now = clock.now()
    const old = new Date(now.getTime() - ADDRESS_DAYS * DAY_MS)
    const due = await inScope(house.db, linli, (tx) => dueWork(tx, tenant, now, old))
    if (due?.digest) while ((await perform(house, digest, linli, {})).accounts > 0);
    // A digest may have put a letter into the outbox.
    if ((due?.outbox || due?.digest) && !(await inScope(house.db, linli, isIsolated)))
      await sendDue(house, senders, tenant, breaker)
    if (due?.old) await perform(house, erase, linli, {})
  })

/** Inboxes have a loop of their own: they do not wait for a slow provider. */
export function startSweeping(house: House, senders: Senders): { stop(): Promise<void> } {
  const breaker = openBreaker()
  const loops = [
    keepLooking(house, 'notices', () => spreadNotices(house)),
    // After a long step of the clock nothing is erased or sent by time alone until it has stood for a while.
    keepLooking(house, 'outbox', async () => {
      if (clock.isSettled()) await sweepNotices(house, senders, breaker)
    }),
  ]
  return {
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()))
    },
  }
}
