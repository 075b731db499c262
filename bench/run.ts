// `npm run bench`: measures the server against a bare one on the same 200,000 matters; only ratios and counts can fail.
import { parseArgs } from 'node:util'
import type { Config } from '#kernel/config.ts'
import { type Embedded, startEmbedded } from '#kernel/embedded/embedded.ts'
import { prepareAsking } from './asking.ts'
import { environmentOf, layGround } from './ground.ts'
import type { Ours } from './machine.ts'
import { measureChain } from './measures/chain.ts'
import { createResults, createTargets } from './measures/creates.ts'
import { listResults, listTargets } from './measures/lists.ts'
import { watchMemory } from './measures/memory.ts'
import { measurePapers } from './measures/papers.ts'
import { measurePlans } from './measures/plans.ts'
import { registerResults, registerTargets } from './measures/registers.ts'
import { measureStarts } from './measures/starts.ts'
import { measureTrips } from './measures/trips.ts'
import { runPasses } from './passes.ts'
import { runProcess } from './processes.ts'
import { atMost, print, type Result, writeResults } from './report.ts'

const HELP = `npm run bench -- [options]
  --matters N    rows to lay out (200000)
  --passes N     passes over all targets (5)
  --seconds N    of one sample, after one second of warm-up (4)
  --data DIR     keep the rows in this folder and use them again
  --only WORDS   starts,trips,plans,lists,creates,chain,verify,papers
  --node ARGS    for the server under test, e.g. --node=--cpu-prof`

const { values: given } = parseArgs({
  options: {
    matters: { type: 'string', default: '200000' },
    passes: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    data: { type: 'string' },
    only: { type: 'string', default: 'trips,plans,lists,registers,creates,chain,verify,papers' },
    node: { type: 'string', default: '' },
    help: { type: 'boolean', default: false },
  },
})

const say = (line: string) => process.stdout.write(`${line}\n`)
let stopping = false
/** A stop signal ends the run at its next word, so that everything it started is ended and cleared as after a fault. */
const log = (line: string) => {
  if (stopping) throw new Error('stopped')
  say(line)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    stopping = true
  })
const wants = (what: string) => given.only.split(',').includes(what)

async function verify(config: Config): Promise<Result> {
  const said = await runProcess(['src/main.ts', 'journal', 'verify'], environmentOf(config)).catch((error) =>
    String(error),
  )
  const faults = said.includes('日志完整') ? 0 : Math.max(1, said.split('{"what"').length - 1)
  return atMost('journal verify, faults', faults, 0, said.trim().split('\n')[0] ?? '')
}

/** Asks where the database is and leaves it again, so that it stops with the server and the next start includes its own. */
async function ownerUrl(config: Config): Promise<string> {
  const embedded = await startEmbedded({ dataDir: config.dataDir, log: () => {} })
  const { url } = embedded
  await embedded.stop()
  return url
}

async function measure(config: Config): Promise<Result[]> {
  const nodeArgs = given.node ? given.node.split(' ') : []
  const { linli, bare, results } = await measureStarts(config, () => ownerUrl(config), nodeArgs)
  let embedded: Embedded | undefined
  try {
    embedded = await startEmbedded({ dataDir: config.dataDir, log: () => {} })
    const memory = await watchMemory(linli.pid)
    const asking = await prepareAsking(linli.port, embedded.url)
    const ours: Ours = { single: [linli.pid, bare.pid], postmaster: embedded.pid }
    const options = {
      passes: Number(given.passes),
      warmMs: 1_000,
      forMs: Number(given.seconds) * 1_000,
      ours,
      log: say,
      after: memory.look,
    }
    if (wants('trips')) results.push(...(await measureTrips(config, asking)))
    if (wants('plans')) results.push(await measurePlans(config, asking))
    if (wants('lists')) results.push(...listResults(await runPasses(listTargets(asking, linli, bare), options)))
    if (wants('registers'))
      results.push(
        ...registerResults(
          await runPasses(registerTargets(asking, linli, bare), { ...options, passes: Math.min(3, options.passes) }),
        ),
      )
    if (wants('creates')) results.push(...createResults(await runPasses(createTargets(asking, linli, bare), options)))
    results.push(...memory.results())
  } finally {
    await bare.stop()
    await linli.stop()
    await embedded?.stop()
  }
  if (wants('chain')) results.push(...(await measureChain(config, Number(given.passes), Number(given.seconds) * 1_000)))
  if (wants('verify')) results.push(await verify(config))
  if (wants('papers')) results.push(...(await measurePapers(Number(given.passes))))
  return results
}

async function run(): Promise<void> {
  const ground = await layGround(given.data, Number(given.matters), log)
  try {
    const results = await measure(ground.config)
    print(results, say)
    writeResults(results)
    if (results.some(({ pass }) => !pass)) process.exitCode = 1
  } finally {
    await ground.clear()
  }
}

if (given.help) say(HELP)
else await run()
