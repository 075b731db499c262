// How the system stands, for its administrators; and the end of isolation, which the command line alone performs.
import { holds, machineOnly } from '#kernel/access.ts'
import { newestRuns } from '#kernel/backup/runs.ts'
import { isIsolated, newestRestore, releaseRestored } from '#kernel/isolation.ts'
import { operation } from '#kernel/operation.ts'
import { upkeep } from './contract.ts'

export const state = operation(upkeep.state, {
  permit: [holds('system_admin'), machineOnly],
  async run({ tx, now }) {
    const restored = await newestRestore(tx)
    const { whole, tried } = await newestRuns(tx, 'taken')
    const { whole: proved } = await newestRuns(tx, 'proved')
    const { outcome } = tried ?? {}
    return {
      restored: restored
        ? {
            takenAt: restored.taken_at.toISOString(),
            restoredAt: restored.restored_at.toISOString(),
            releasedAt: restored.released_at?.toISOString() ?? null,
          }
        : null,
      isolated: await isIsolated(tx),
      backup: whole?.taken_at
        ? { takenAt: whole.taken_at.toISOString(), rows: whole.rows, files: whole.files, bytes: whole.bytes }
        : null,
      broken:
        tried && (outcome === 'failed' || outcome === 'stopped')
          ? { startedAt: tried.started_at.toISOString(), outcome }
          : null,
      proof:
        proved?.taken_at && proved.ended_at
          ? { at: proved.ended_at.toISOString(), takenAt: proved.taken_at.toISOString() }
          : null,
      now: now.toISOString(),
    }
  },
})

export const release = operation(upkeep.release, {
  permit: [machineOnly],
  async run({ tx, now, write }) {
    const released = await isIsolated(tx)
    if (released) write(releaseRestored(now))
    return { released }
  },
})
