// Memory of the server process, at rest and under the load of the other measures; the child that redraws photos is apart.
import { setTimeout as pause } from 'node:timers/promises'
import { memoryOf } from '../machine.ts'
import { atMost, type Result } from '../report.ts'

const SETTLE_MS = 5_000
const IDLE_LIMIT_MB = 200
const LOAD_LIMIT_MB = 300

export type Watch = { readonly look: () => void; readonly results: () => Result[] }

/** Waits until the start is over and notes the idle size; `look` is called after each sample of load. */
export async function watchMemory(pid: number): Promise<Watch> {
  await pause(SETTLE_MS)
  const idle = memoryOf(pid)
  let most = idle
  return {
    look: () => {
      most = Math.max(most, memoryOf(pid))
    },
    results: () => [
      atMost('memory of the server at rest, MB', idle, IDLE_LIMIT_MB, `${SETTLE_MS / 1_000} s after its start`),
      atMost('memory of the server under load, MB', most, LOAD_LIMIT_MB, 'the most seen after any sample'),
    ],
  }
}
