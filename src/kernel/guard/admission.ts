// Who comes in now: every request of an operation from outside passes here, is counted, and is told when it may come again.
import type { Actor } from '../access.ts'
import type { Signature } from '../contract.ts'
import type { Keys } from '../crypto.ts'
import { readCode } from '../ids.ts'
import { doorProblems, Problem } from '../problem.ts'
import { withinBudget } from './budget.ts'
import type { Counters } from './counters.ts'
import { knownDevice } from './device.ts'
import { evenly, REFUSAL_MS, steadily } from './evenly.ts'
import type { LimitName } from './limits.ts'
import { type Passes, WAIT_MS } from './pass.ts'
import type { Room } from './room.ts'

/** What of a request is counted by. */
export type Visit = {
  /** As it is counted; undefined inside this process, where nobody comes from anywhere. */
  readonly address: string | undefined
  /** Of the command, where one was sent: the same command sent again has not used up its pass. */
  readonly key?: string | undefined
  readonly pass?: string | undefined
}

export type Guard = {
  /** Counts a request and does its work; what came of it is counted, too. Throws Problem 429 with the seconds to wait, 507 without room. */
  admit<T>(
    signature: Pick<Signature, 'counted' | 'kind'>,
    actor: Actor,
    input: unknown,
    visit: Visit,
    work: () => Promise<T>,
  ): Promise<T>
  /** Any request at all, before anything is looked up. */
  knock(address: string | undefined, secret: string | undefined): Promise<void>
  /** So many bytes of files came. */
  sent(address: string | undefined, actor: Actor, bytes: number): Promise<void>
  /**
   * The pieces of a large file, counted against what may come in a day, whoever sends and from wherever. `announced` bytes
   * are counted before the first comes, so that nobody is refused at the end; what did not come is given back.
   */
  arriving(
    address: string | undefined,
    actor: Actor,
    announced: number,
    pieces: AsyncIterable<Uint8Array>,
  ): AsyncGenerator<Uint8Array>
  /** A sum or a ticket for somebody who is to report by a code while many do. */
  readonly passes: Passes
}

type Opening = {
  readonly counters: Counters
  readonly passes: Passes
  readonly keys: Keys
  readonly room: Room
  readonly refusalMs?: number | undefined
}
type Whose = readonly [LimitName, string | undefined, number?]

const tooMany = (seconds: number) => new Problem(doorProblems.tooMany, { seconds })

/** A telephone as it is counted, however its figures are written. */
const figuresOf = (phone: string): string => phone.normalize('NFKC').replace(/\D/g, '').slice(-11)

/** What a password passes before it is looked at; strangers are turned away before they use up what owners need. */
const OF_OWNERS = ['signInProcess'] as const
const OF_STRANGERS = ['signInStrangers', 'signInProcess'] as const

export function openGuard({ counters, passes, keys, room, refusalMs = REFUSAL_MS }: Opening): Guard {
  /** Counts all at once; refuses by the longest wait of those that are over. Nobody's address is not counted. */
  const takeAll = async (...whose: Whose[]): Promise<void> => {
    const counts = await Promise.all(
      whose.map(([name, one, points]) => (one === undefined ? undefined : counters.take(name, one, points))),
    )
    const waits = counts.flatMap((count) => (count?.over ? [count.seconds] : []))
    if (waits.length > 0) throw tooMany(Math.max(...waits))
  }
  const isOver = async (name: LimitName, whose: string | undefined): Promise<number> => {
    if (whose === undefined) return 0
    const { over, seconds } = await counters.look(name, whose)
    return over ? seconds : 0
  }

  const signIn = async <T>(
    login: string,
    mark: string | undefined,
    address: string | undefined,
    work: () => Promise<T>,
  ) => {
    const device = knownDevice(keys, login, mark)
    const pair = address && `${login} ${address}`
    if (device) await takeAll(['signInDevice', device])
    else {
      // One after the other: what is refused by the narrower limit does not use up the wider one.
      await takeAll(['signInPair', pair], ['signInAddress', address])
      await takeAll(['signInLogin', login])
    }
    for (const name of device ? OF_OWNERS : OF_STRANGERS)
      if ((await counters.take(name, 'all')).over) throw new Problem(doorProblems.busy, { seconds: 2 })
    const done = await evenly(refusalMs, work)
    if (device) await counters.forget('signInDevice', device)
    else
      await Promise.all([
        counters.forget('signInLogin', login),
        pair && counters.forget('signInPair', pair),
        address && counters.giveBack('signInAddress', address),
      ])
    return done
  }

  /** Whether a pass that was sent lets this report through; it is used up by this command alone. Or how long it is early. */
  const passed = async (code: string, { pass, key }: Visit): Promise<boolean | number> => {
    const found = pass ? await passes.check(pass, code) : undefined
    if (!found) return false
    if (found.early > 0) return found.early
    const again = key && `${found.id} ${key}`
    const use = await counters.take('passUse', found.id)
    if (use.over) return Boolean(again) && (await counters.look('passUse', `${again}`)).over
    if (again) await counters.take('passUse', again)
    if (found.by === 'wait') await takeAll(['ticketCode', code])
    return true
  }

  const intake = async (given: string, visit: Visit): Promise<void> => {
    const code = readCode(given)
    const { address } = visit
    const [ofAddress, ofCode] = await Promise.all([
      address === undefined ? undefined : counters.take('intakeAddress', address),
      counters.take('intakeCode', code),
    ])
    for (const count of [ofAddress, ofCode]) if (count?.over) throw tooMany(count.seconds)
    const ofAll = await counters.take('intakeProcess', 'all')
    const isBusy = [ofAddress, ofCode, ofAll].some((count) => count?.busy)
    const standing = isBusy ? await passed(code, visit) : true
    if (standing === true) return
    throw new Problem(doorProblems.proofNeeded, {
      seconds: standing || WAIT_MS / 1000,
      challenge: await passes.challenge(code),
      // Who comes too early goes on waiting with the ticket he has.
      ticket: standing ? visit.pass : passes.ticket(code),
    })
  }

  /** Whoever asks for what is not there, again and again, is no reader of a receipt. */
  const missing = async <T>(
    name: 'lookUpMiss' | 'invitationMiss',
    address: string | undefined,
    work: () => Promise<T>,
  ): Promise<T> => {
    const seconds = await isOver(name, address)
    if (seconds > 0) throw tooMany(seconds)
    return work().catch(async (error: unknown) => {
      const isMiss =
        error instanceof Problem && (error.status === 404 || (name === 'invitationMiss' && error.status === 400))
      if (address !== undefined && isMiss) await counters.take(name, address)
      throw error
    })
  }

  return {
    passes,
    async admit(signature, actor, input, visit, work) {
      const { as, by } = signature.counted ?? {}
      const given = (input ?? {}) as Readonly<Record<string, unknown>>
      const whose = by !== undefined && typeof given[by] === 'string' ? given[by] : undefined
      const { address } = visit
      // Without it the door refuses by itself.
      if (as === 'signIn' && whose !== undefined) {
        const mark = typeof given.device === 'string' ? given.device : undefined
        return signIn(whose.trim().toLowerCase().slice(0, 200), mark, address, work)
      }
      // Signing in is let through: whoever is to make room must be able to look.
      if (signature.kind === 'command' && !(await room.isLeft())) throw new Problem(doorProblems.full)
      if (actor.kind !== 'anonymous') return work()
      if (as === 'join') return missing('invitationMiss', address, work)
      if (as === 'intake' && whose !== undefined) await intake(whose.slice(0, 80), visit)
      // One's own entry by telephone: how long it takes says nothing of whether the telephone is known.
      if (as === 'ownCode' && whose !== undefined) {
        await takeAll(['ownCodePhone', figuresOf(whose)], ['ownCodeAddress', address])
        return steadily(refusalMs, work)
      }
      if (as === 'ownTry' && whose !== undefined) {
        await takeAll(['ownTryPhone', figuresOf(whose)])
        return missing('lookUpMiss', address, () => evenly(refusalMs, work))
      }
      if (as === 'system' && whose !== undefined) await takeAll(['systemKey', whose.slice(0, 200)])
      return missing('lookUpMiss', address, work)
    },
    knock: (address, secret) => takeAll(['askedByAddress', address], ['askedBySession', secret]),
    sent: (address, actor, bytes) =>
      takeAll(
        actor.kind === 'staff'
          ? ['uploadPerson', actor.id, Math.ceil(bytes / 1_000_000)]
          : ['uploadAddress', address, Math.ceil(bytes / 1_000_000)],
      ),
    async *arriving(address, actor, announced, pieces) {
      if (!(await room.isLeft())) throw new Problem(doorProblems.full)
      yield* withinBudget(
        counters,
        [
          ['sheetsPerson', actor.id ?? undefined],
          ['sheetsAddress', address],
        ],
        announced,
        pieces,
      )
    },
  }
}
