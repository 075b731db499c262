// What the tests of callbacks share: an address that is called, a matter that moves, a look that waits for all lanes.
import { clock } from '#kernel/clock.ts'
import { type CallOptions, usualCall } from '#kernel/sending/call-out.ts'
import { callback } from '#modules/callback/contract.ts'
import { callReceiver, lookForCalls } from '#modules/callback/index.ts'
import { matter } from '#modules/matter/contract.ts'
import type { Street } from '#test/street.ts'

export const ADMIN = 'chengyizhou'
export const KIND = '0305'
export const ALL = [
  ...['reported', 'taken', 'answered', 'dispatched', 'returned', 'paused', 'resumed', 'finished', 'sentBack'],
  ...['replied', 'closed', 'reopened', 'declined', 'merged', 'withdrawn'],
].map((one) => `matter.${one}`)

/** Allows the host of an address and adds it; the host is marked as inside. */
export async function addReceiver(street: Street, url: string, events: readonly string[] = ALL) {
  const { hostname, port, protocol } = new URL(url)
  const admin = street.as(ADMIN)
  const host = { host: hostname, port: Number(port || (protocol === 'http:' ? 80 : 443)), inside: true, reason: '试验' }
  await admin.do(callback.allowHost, host).catch((error: Error) => {
    if (error.message !== 'callback.hostKnown') throw error
  })
  const about = { owner: '市政务热线', contact: '0370-1234567', lang: 'zh' as const }
  return admin.do(callback.add, { ...about, url, events: [...events] })
}

/** One look, all lanes to their end. */
export async function look(street: Street, options: Partial<CallOptions> = {}): Promise<void> {
  const due = await lookForCalls(street.house, street.tenant)
  await Promise.all(due.map((one) => callReceiver(street.house, street.tenant, one, { ...usualCall, ...options })))
}

export const later = (seconds: number): void => clock.stand(new Date(clock.now().getTime() + seconds * 1_000))

export async function reported(street: Street, words = '夜里施工，吵得睡不着', kind = KIND) {
  const code = await street.codeOf('清荷苑3号楼2单元')
  const { id, no } = await street.stranger.do(matter.report, { code, words, kind })
  return { id, no }
}
