// The clock of the street moves on: what is due then is done, and what is to be said is delivered, as the server does it.

import { sweepMediations } from '#modules/mediation/index.ts'
import { spreadNotices, sweepNotices } from '#modules/notice/sweep.ts'
import { sweepMatters } from '../../src/commands/sweep-matters.ts'
import { type Street, setClock } from '../street.ts'

const gone = async () => ({ id: 'gone' })
const senders = { sms: { name: 'demo', send: gone }, mail: { name: 'demo', send: gone } }

/** To a wall time in Shanghai, e.g. ('2026-11-18', '09:31'). Nothing happens on the way there. */
export async function passes({ opened, house }: Street, day: string, time: string): Promise<void> {
  setClock(day, time)
  await sweepMatters(opened)
  await sweepMediations(house)
  await spreadNotices(house)
  await sweepNotices(house, senders)
}
