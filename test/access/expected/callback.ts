// Rights on callbacks: the administrator of the systems keeps hosts, addresses and the log; Linli itself sends.
import type { Right } from './right.ts'

const keepers = { lets: [{ roles: ['system_admin'], reach: 'district' }] } as const
const linli = { about: 'nothing', machine: true } as const
const receiver = { about: 'receiver', ...keepers } as const

export const callbackRights: Readonly<Record<string, Right>> = {
  'callback.receivers': { about: 'nothing', ...keepers },
  'callback.add': { about: 'nothing', ...keepers },
  'callback.change': receiver,
  'callback.renew': receiver,
  'callback.pause': receiver,
  'callback.resume': receiver,
  'callback.end': receiver,
  'callback.test': receiver,
  'callback.deliveries': receiver,
  'callback.delivery': receiver,
  'callback.replay': receiver,
  'callback.replayFailed': receiver,
  'callback.allowHost': { about: 'nothing', ...keepers },
  'callback.endHost': receiver,
  'callback.spread': linli,
  'callback.claim': linli,
  'callback.settle': linli,
  'callback.erase': linli,
  'callback.hold': linli,
}
