// Loops that look again and again for what is due, and go on when a look fails.
import type { House } from './door.ts'
import type { Round } from './watch/watch.ts'

const LOOK_MS = 1_000

/** One district that fails keeps no other from its turn; it is looked at again with the next look. */
export async function eachDistrict(house: House, look: (tenant: string) => Promise<void>): Promise<void> {
  const { rows } = await house.db.pool.query<{ id: string }>('select id from tenant order by made_at')
  const failed: unknown[] = []
  for (const { id } of rows) await look(id).catch((error) => failed.push(error))
  if (failed.length) throw failed[0]
}

/** Looks every second until stopped. A look that fails is made again with the next; why is told once, until one succeeds. */
export function keepLooking(house: House, round: Round, look: () => Promise<void>): { stop(): Promise<void> } {
  let failing = false
  let stopped = false
  let wake: NodeJS.Timeout | undefined
  let looking = Promise.resolve()
  const plan = () => {
    if (stopped) return
    wake = setTimeout(() => {
      looking = look()
        .then(
          () => {
            failing = false
            house.watch.done(round)
          },
          (error) => {
            if (!failing) house.watch.failed(round, error)
            failing = true
          },
        )
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
