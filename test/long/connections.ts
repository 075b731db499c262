// Long form of I9: 500 slow senders and 1,000 silent connections against the bounds as they are served.
// node test/long/connections.ts   about a minute and a half; the last figures stand in results/connections.json
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { eraseEmbedded } from '#kernel/embedded/embedded.ts'
import { besiege } from '../guard/siege.ts'
import { killable, ROOT } from '../kill/server.ts'
import { makeStreet } from '../kill/street.ts'
import { keep } from './results.ts'

const dataDir = mkdtempSync(path.join(tmpdir(), 'linli-siege-'))
await makeStreet(dataDir, false)
const server = await killable(ROOT, dataDir)
try {
  await server.start()
  const seen = await besiege(Number(new URL(server.url).port), { slow: 500, silent: 1_000, most: 180_000 })
  const good = seen.held === 0 && seen.besieged < Math.max(300, 3 * seen.calm)
  keep('connections', 'trial', good, { slow: 500, silent: 1_000, ...seen })
} finally {
  await server.stop()
  await eraseEmbedded(dataDir)
  rmSync(dataDir, { recursive: true, force: true })
}
