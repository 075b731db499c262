// How each part stands, by what was read: one rule per part, each limit with its reason. It asks nothing and changes nothing.
import type { Round } from '#kernel/watch/watch.ts'
import type { PartState, Says } from './contract.ts'
import type { Readings } from './readings.ts'
import type { ChannelRow } from './store.ts'

const HOUR = 3_600
const DAY = 24 * HOUR

/** One round trip on the same machine takes well under a millisecond; a person feels what is made of ten of these. */
const SLOW_ANSWER_MS = 100
/** Beyond this, deadlines on paper and on other machines' clocks differ visibly (reliability R7). */
const CLOCK_OFF_MS = 2_000
/** The window that is not yet sealed is promised as about one second; twenty such turns missed are no chance. */
const UNSEALED_SECONDS = 20
/** Rounds come every second to every minute; the sweep of files every half hour. */
const ROUND_SECONDS: Readonly<Partial<Record<Round, number>>> = {
  sealing: 20,
  clock: 120,
  notices: 60,
  outbox: 180,
  callbacks: 180,
  files: HOUR + 600,
}
const JOB_SECONDS = 60
/** Whoever is on duty is to be told within two seconds; a minute is a fault. */
const NOTICE_SECONDS = 60
const MESSAGE_SECONDS = 600
const OLD_BACKUP = 26 * HOUR
/** As the line above every desk page (frame/UpkeepLine.tsx). */
const VERY_OLD_BACKUP = 3 * DAY
/** A quarter, and a week for whoever had no time. */
const OLD_PROOF = 98 * DAY
/** PostgreSQL stops when its disk is full: a twentieth left is an alarm, a seventh is time to order another disk. */
const FULL = { share: 0.05, bytes: 64 * 2 ** 20 }
const LOW = { share: 0.15, bytes: 256 * 2 ** 20 }

const is = (level: PartState['level'], says: Says, more: Partial<PartState> = {}): PartState => ({
  part: says.slice(0, says.indexOf('.')) as PartState['part'],
  level,
  says,
  ...more,
})

const ageOf = (at: Date | null | undefined, now: Date): number =>
  at ? Math.max(0, Math.round((now.getTime() - at.getTime()) / 1_000)) : 0

const database = ({ answerMs: ms }: Readings) =>
  ms > SLOW_ANSWER_MS ? is('warn', 'database.slow', { ms }) : is('good', 'database.good', { ms })

const pool = ({ pool: { used, most, waiting } }: Readings) =>
  waiting > 0
    ? is('warn', 'pool.full', { count: used, most, seconds: waiting })
    : is('good', 'pool.good', { count: used, most })

function schema({ applied, known }: Readings): PartState {
  const odd = [...applied.filter((one) => !known.includes(one)), ...known.filter((one) => !applied.includes(one))]
  if (odd.length > 0) return is('bad', 'migrations.other', { names: odd })
  return is('good', 'migrations.good', { count: applied.length, names: applied.slice(-1) })
}

function time({ settled, wallOffMs: ms }: Readings): PartState {
  if (!settled) return is('warn', 'clock.unsettled')
  return Math.abs(ms) > CLOCK_OFF_MS
    ? is('warn', 'clock.differs', { seconds: Math.round(ms / 1_000) })
    : is('good', 'clock.good')
}

function work({ work }: Readings): PartState {
  if (!work) return is('off', 'work.elsewhere')
  const rounds = Object.entries(work.rounds) as [Round, { seconds: number; failing: boolean }][]
  const failing = rounds.filter(([, { failing }]) => failing).map(([name]) => name)
  if (failing.length > 0) return is('bad', 'work.failing', { names: failing })
  const stuck = rounds.filter(([name, { seconds }]) => seconds > (ROUND_SECONDS[name] ?? Number.POSITIVE_INFINITY))
  if (stuck.length > 0)
    return is('bad', 'work.stuck', {
      names: stuck.map(([name]) => name),
      seconds: Math.max(...stuck.map(([, { seconds }]) => seconds)),
    })
  return is('good', 'work.good')
}

/** Rows that wait are seen from any process; that nothing is sealed although nothing waits, only from the one that seals. */
function sealing({ work, unsealed, now }: Readings): PartState {
  const seconds = ageOf(unsealed.oldest, now)
  if (seconds > UNSEALED_SECONDS) return is('bad', 'sealing.late', { seconds, count: unsealed.count })
  const turn = work?.rounds.sealing?.seconds ?? 0
  if (turn > UNSEALED_SECONDS) return is('bad', 'sealing.stopped', { seconds: turn })
  return is('good', 'sealing.good', { seconds })
}

function jobs({ jobs, now }: Readings): PartState {
  const of = (state: string) => jobs.find((row) => row.state === state)
  const failed = of('failed')
  if (failed) return is('bad', 'jobs.failed', { count: failed.count })
  const seconds = ageOf(of('created')?.due, now)
  if (seconds > JOB_SECONDS) return is('bad', 'jobs.late', { count: of('created')!.count, seconds })
  const again = of('retry')
  if (again) return is('warn', 'jobs.retrying', { count: again.count })
  return is('good', 'jobs.good', { count: (of('created')?.count ?? 0) + (of('active')?.count ?? 0) })
}

function notices({ untold, now }: Readings): PartState {
  const seconds = ageOf(untold.oldest, now)
  return seconds > NOTICE_SECONDS
    ? is('bad', 'notices.late', { count: untold.count, seconds })
    : is('good', 'notices.good', { count: untold.count })
}

const NOTHING: Omit<ChannelRow, 'channel'> = { waiting: 0, due: null, failing: 0, lost: 0, sent: null }

function channel(name: 'sms' | 'email', { channels, set, isolated, now }: Readings): PartState {
  const { waiting, due, failing, lost, sent } = channels.find((row) => row.channel === name) ?? NOTHING
  const at = sent ? { at: sent.toISOString() } : {}
  if (!set[name])
    return set.production
      ? is(waiting + lost > 0 ? 'bad' : 'warn', `${name}.none`, { count: waiting + lost })
      : is('off', `${name}.demo`)
  if (lost > 0) return is('bad', `${name}.givenUp`, { count: lost, ...at })
  if (failing > 0) return is('warn', `${name}.failing`, { count: failing, ...at })
  const seconds = ageOf(due, now)
  if (seconds > MESSAGE_SECONDS && !isolated) return is('bad', `${name}.late`, { count: waiting, seconds, ...at })
  return is('good', `${name}.good`, { count: waiting, ...at })
}

const files = ({ filesWritable }: Readings) =>
  filesWritable ? is('good', 'files.good') : is('bad', 'files.unwritable')

const disks = ({ disks }: Readings): PartState[] =>
  disks.map(({ of, bytes, free }) => {
    const names = [...of]
    if (bytes === undefined || free === undefined) return is('bad', 'disk.missing', { names })
    const below = ({ share, bytes: least }: typeof FULL) => free < Math.max(bytes * share, least)
    const [level, says] = below(FULL)
      ? (['bad', 'disk.full'] as const)
      : below(LOW)
        ? (['warn', 'disk.low'] as const)
        : (['good', 'disk.good'] as const)
    return is(level, says, { names, bytes, free })
  })

function backup({ backup: { whole, tried }, set, now }: Readings): PartState {
  const at = whole?.taken_at ? { at: whole.taken_at.toISOString() } : {}
  if (tried && (tried.outcome === 'failed' || tried.outcome === 'stopped'))
    return is('bad', 'backup.failed', { ...at, at: tried.started_at.toISOString() })
  const age = ageOf(whole?.taken_at, now)
  if (whole && age <= OLD_BACKUP) return is('good', 'backup.good', { ...at, seconds: age, bytes: whole.bytes })
  if (whole && (set.backups || age > VERY_OLD_BACKUP))
    return is(age > VERY_OLD_BACKUP ? 'bad' : 'warn', 'backup.old', { ...at, seconds: age })
  if (whole) return is('good', 'backup.good', { ...at, seconds: age, bytes: whole.bytes })
  if (!set.backups) return is(set.production ? 'bad' : 'warn', 'backup.none')
  return is('warn', 'backup.never')
}

function proof({ proof, now }: Readings): PartState {
  if (!proof?.ended_at) return is('warn', 'proof.never')
  const seconds = ageOf(proof.ended_at, now)
  const at = proof.ended_at.toISOString()
  return seconds > OLD_PROOF ? is('warn', 'proof.old', { at, seconds }) : is('good', 'proof.good', { at })
}

const requests = ({ faults: count, requests: most }: Readings) =>
  count > 0 ? is('warn', 'requests.faults', { count, most }) : is('good', 'requests.good', { most })

const RANK: Readonly<Record<PartState['level'], number>> = { bad: 0, warn: 1, good: 2, off: 3 }

/** Every part, what must be done first at the top; within a level in the order of the list. */
export function judge(readings: Readings): PartState[] {
  const parts = [
    ...(readings.isolated ? [is('warn', 'isolation.on')] : []),
    ...[database, pool, schema, time, work, sealing, jobs, notices].map((part) => part(readings)),
    channel('sms', readings),
    channel('email', readings),
    files(readings),
    ...disks(readings),
    ...[backup, proof, requests].map((part) => part(readings)),
  ]
  return parts.sort((a, b) => RANK[a.level] - RANK[b.level])
}
