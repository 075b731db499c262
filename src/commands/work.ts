// The work behind the pages: sealing the journal, jobs, sending what waits, sweeping orphaned files, backups by the clock.
import { machine } from '#kernel/access.ts'
import { clock } from '#kernel/clock.ts'
import { perform } from '#kernel/door.ts'
import { isIsolated } from '#kernel/isolation.ts'
import { startSealer } from '#kernel/journal/sealer.ts'
import { inScope } from '#kernel/scope.ts'
import { startCalling } from '#modules/callback/index.ts'
import { sweepTerms } from '#modules/committee/index.ts'
import { recount } from '#modules/matter/index.ts'
import { sweepMediations } from '#modules/mediation/index.ts'
import { openSenders, startSweeping } from '#modules/notice/index.ts'
import { startImports, sweepSpool } from '#modules/register/index.ts'
import { startRetention } from '#modules/retention/index.ts'
import { startBackups } from './keep-backups.ts'
import { namedFiles } from './named-files.ts'
import type { Opened } from './open-house.ts'
import { sweepMatters } from './sweep-matters.ts'
import { sweepPortraits } from './sweep-portraits.ts'

const SWEEP_MS = 30 * 60_000
const CLOCK_MS = 15_000

/** Not while a restored system is isolated: what no row names may be all that is left of the days after the backup. */
async function sweepFiles(opened: Opened): Promise<void> {
  const { rows } = await opened.db.pool.query<{ id: string }>('select id from tenant limit 1')
  const linli = rows[0] && machine(rows[0].id, 'files.sweep')
  if (!linli || (await inScope(opened.db, linli, isIsolated))) return
  await opened.house.files.sweep((ids) => namedFiles(opened, ids))
  await sweepSpool(opened.house)
}

/** Starts the work of one process. Several may run: seals and jobs are taken by one at a time. */
export async function startWork(opened: Opened): Promise<{ stop(): Promise<void> }> {
  const { house, config, jobs, db, watch } = opened
  watch.beginWork()
  const sealer = startSealer(db, house.keys, house.era, config.sealFile, watch)
  const notices = startSweeping(house, openSenders(config))
  const calls = startCalling(house)
  const imports = startImports(house, config.keyFile)
  const retention = startRetention(house)
  const backups = startBackups(opened)
  await jobs.work(
    {
      'calendar.announced': async ({ tenant }: { tenant: string }) => {
        const linli = machine(tenant, 'calendar.announced')
        while ((await perform(house, recount, linli, {})).changed > 0);
      },
      'files.sweep': () => sweepFiles(opened),
    },
    watch.fault,
  )
  const sweep = setInterval(() => {
    if (!clock.isSettled()) return
    sweepFiles(opened).then(
      () => watch.done('files'),
      (error) => watch.failed('files', error),
    )
  }, SWEEP_MS)
  sweep.unref()
  let ticking: Promise<void> | undefined
  const tick = setInterval(() => {
    // After a long step nothing is done by time alone until it has stood for a while: somebody may set it right again.
    if (!clock.isSettled()) return
    // A round that takes long is not followed by all those it kept waiting.
    ticking ??= sweepMatters(opened)
      .then(() => sweepPortraits(opened))
      .then(() => sweepMediations(house))
      .then(() => sweepTerms(house))
      .then(
        () => watch.done('clock'),
        (error) => watch.failed('clock', error),
      )
      .finally(() => {
        ticking = undefined
      })
  }, CLOCK_MS)
  tick.unref()
  return {
    async stop() {
      clearInterval(sweep)
      clearInterval(tick)
      await backups.stop()
      await ticking
      await retention.stop()
      await notices.stop()
      await calls.stop()
      await imports.stop()
      await sealer.stop()
    },
  }
}
