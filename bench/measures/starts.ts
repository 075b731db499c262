// How long until the first answer when everything is installed and filled: the server with its database, and the bare one.
import type { Config } from '#kernel/config.ts'
import { SERVER_ARGS } from '../../launch/hand-over.mjs'
import { environmentOf } from '../ground.ts'
import { median } from '../passes.ts'
import { type Running, startProcess } from '../processes.ts'
import { atMost, type Result } from '../report.ts'

const TIMES = 3
/** 0.2 of NocoBase's 10.0 s is 10.5 times the 0.19 s of the bare server beside it (promises.md, performance.md). */
const LIMIT = 10.5

export const startLinli = (config: Config, nodeArgs: readonly string[] = []): Promise<Running> =>
  startProcess({
    args: ['src/main.ts', 'serve'],
    env: environmentOf(config),
    port: config.port,
    where: '/readyz',
    nodeArgs: [...SERVER_ARGS, ...nodeArgs],
  })

export const startBare = (config: Config, ownerUrl: string): Promise<Running> =>
  startProcess({
    args: ['bench/bare.ts', ownerUrl, config.keyFile, String(config.port + 1)],
    env: {},
    port: config.port + 1,
    where: '/ready',
  })

export type Started = { readonly linli: Running; readonly bare: Running; readonly results: Result[] }

/** Starts both a few times in turn and leaves the last of each running. `ownerUrl` is asked while the database runs. */
export async function measureStarts(
  config: Config,
  ownerUrl: () => Promise<string>,
  nodeArgs: readonly string[],
): Promise<Started> {
  const ratios: number[] = []
  const ours: number[] = []
  for (let time = 1; ; time++) {
    const linli = await startLinli(config, nodeArgs)
    const bare = await ownerUrl()
      .then((url) => startBare(config, url))
      .catch(async (error) => {
        await linli.stop()
        throw error
      })
    ours.push(linli.readyMs)
    ratios.push(linli.readyMs / bare.readyMs)
    if (time === TIMES) {
      const detail = `× the bare server's start; ${Math.round(median(ours))} ms with its database, ${Math.round(bare.readyMs)} ms bare`
      return { linli, bare, results: [atMost('second start', median(ratios), LIMIT, detail)] }
    }
    await bare.stop()
    await linli.stop()
  }
}
