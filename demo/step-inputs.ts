// What each step of a script says to its operation.
import { clock, localInstant } from '#kernel/clock.ts'
import type { Scheduled } from './matters/schedule.ts'
import type { Told } from './teller.ts'
import type { Street } from './telling.ts'

type Step = Scheduled
type Around = Pick<Told, 'street' | 'requestId'>
type Named = ReadonlyMap<string, Told>
type Inputs = { [D in Step['do']]?: (step: Extract<Step, { do: D }>, told: Around, named: Named) => object }

const agency = ({ agencies }: Street, key: Parameters<Street['agencies']['get']>[0]) => agencies.get(key)
const people = (street: Street, logins: readonly string[]) => logins.map((login) => street.people.get(login))
const inputs: Inputs = {
  answer: ({ said }) => ({ said, via: /电话|打给|回话/.test(said) ? 'phone' : 'visit' }),
  note: ({ said }) => ({ words: said }),
  finish: ({ result, as }) => ({ result: as ?? 'solved', done: result }),
  sendBack: ({ why }) => ({ reason: why }),
  verify: ({ reply }) => ({ reply }),
  acknowledge: ({ words }) => ({ words }),
  dispatch: ({ to, helpers = [], words = '' }, { street }) => ({
    agencyId: agency(street, to),
    helpers: helpers.map((one) => agency(street, one)),
    words,
  }),
  return: ({ why, basis }) => ({ reason: why, basis }),
  rule: ({ to, ruling, basis }, { street }) => ({ agencyId: agency(street, to), ruling, basis }),
  transfer: ({ to, why }, { street }) => ({ agencyId: agency(street, to), reason: why }),
  invite: ({ whom, why }, { street }) => ({ agencyIds: whom.map((one) => agency(street, one)), reason: why }),
  ask: ({ what, reason, words, until }) => ({
    what,
    reason,
    words,
    until: localInstant(until!, '08:30').toISOString(),
  }),
  pause: (_, { requestId }) => ({ requestId }),
  extend: (_, { requestId }) => ({ requestId }),
  raise: ({ why, leader, team = [] }, { street }) => ({
    why,
    ...(leader ? { leaderId: street.people.get(leader), team: people(street, team) } : {}),
  }),
  meet: ({ present, minutes, decisions }) => ({ at: clock.now().toISOString(), who: present, minutes, decisions }),
  decline: ({ reason, route }) => ({ reason, route }),
  merge: ({ into, why }, _, named) => ({ into: named.get(into)?.id, why }),
  rate: ({ satisfaction, words = '' }) => ({ satisfaction, said: words }),
  dispute: ({ why, satisfaction }) => ({ why, ...(satisfaction ? { satisfaction } : {}) }),
  withdraw: ({ why }) => ({ why }),
}

/** The operation's input besides the matter itself; `named` finds the matters that scripts call by a key. */
export function inputOf(step: Step, told: Around, named: Named): object {
  const say = inputs[step.do] as ((step: Step, told: Around, named: Named) => object) | undefined
  return say ? say(step, told, named) : {}
}
