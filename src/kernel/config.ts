// Every setting, read once from the environment. Nothing else in Linli reads it.
import path from 'node:path'
import type { ProfileName } from './crypto.ts'
import { type Proxies, readProxies } from './guard/address.ts'
import { type Raised, readLimits } from './guard/limits.ts'
import { keyFileFault } from './keys/key-file.ts'

export type Config = {
  readonly env: 'production' | 'development' | 'test'
  readonly port: number
  readonly host: string
  readonly url: string
  readonly dataDir: string
  readonly keyFile: string
  /** What has ended and keys by month: beside the root key, and like it in no backup. */
  readonly endingDir: string
  /** Undefined: as the database was begun, a new one with `aes`. */
  readonly crypto: ProfileName | undefined
  readonly filesDir: string
  /** Large files on their way in, sealed; beside the data, since they are soon gone. */
  readonly spoolDir: string
  readonly sealFile: string
  /** The owner's login, for migrating alone. Undefined: the embedded database. */
  readonly ownerUrl: string | undefined
  readonly appUrl: string | undefined
  readonly demoTotp: boolean
  /** Undefined: no backups by the clock. */
  readonly backup: BackupPlan | undefined
  /** So long a server that was told to stop still answers new connections, so that a proxy sees it leave. */
  readonly leaveMs: number
  /** Whose word on where a request comes from is believed. */
  readonly proxies: Proxies
  /** Limits set otherwise than kernel/guard/limits.ts says. */
  readonly limits: Raised
  /** Undefined: no e-mail, or on a demo system the demo phone. Both are given or neither. */
  readonly smtp: { readonly url: string; readonly from: string } | undefined
  /** Undefined: no SMS, or on a demo system the demo phone. Both are given or neither. */
  readonly sms: { readonly url: string; readonly key: string } | undefined
  /** Where figures for Prometheus are read; undefined: nowhere. Beyond this machine only with a token. */
  readonly metrics: { readonly host: string; readonly port: number; readonly token: string | undefined } | undefined
  /** Undefined: sentences on a terminal, JSON elsewhere. */
  readonly log: 'json' | 'text' | undefined
}

export type BackupPlan = {
  readonly dir: string
  /** Of the day in Asia/Shanghai, minutes since midnight. */
  readonly minute: number
  /** How many are kept: of the last days, weeks and months that have one. */
  readonly daily: number
  readonly weekly: number
  readonly monthly: number
}

export type Environment = Readonly<Record<string, string | undefined>>

const read = (env: Environment, name: string) => env[name]?.trim() || undefined

function readSmtp(env: Environment): Config['smtp'] {
  const [url, from] = [read(env, 'SMTP_URL'), read(env, 'SMTP_FROM')]
  if (!url && !from) return undefined
  if (!url || !/^smtps?:\/\/./.test(url) || !URL.canParse(url)) throw new Error('SMTP_URL: not smtp:// or smtps://')
  if (!from || !/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/.test(from)) throw new Error('SMTP_FROM: not an e-mail address')
  return { url, from }
}

function readSms(env: Environment): Config['sms'] {
  const [url, key] = [read(env, 'SMS_URL'), read(env, 'SMS_KEY')]
  if (!url && !key) return undefined
  if (!url || !/^https?:\/\/./.test(url) || !URL.canParse(url)) throw new Error('SMS_URL: not an address')
  if (!key || key.length < 16) throw new Error('SMS_KEY: at least 16 characters')
  return { url, key }
}

function readBackup(env: Environment): Config['backup'] {
  const dir = read(env, 'LINLI_BACKUP_DIR')
  if (!dir) return undefined
  const [, hour, minute] = /^([01]?\d|2[0-3])(?::([0-5]\d))?$/.exec(read(env, 'LINLI_BACKUP_AT') ?? '2:30') ?? []
  if (hour === undefined) throw new Error('LINLI_BACKUP_AT: not an hour of the day, such as 2:30')
  const kept = /^(\d{1,3}) (\d{1,3}) (\d{1,3})$/.exec(read(env, 'LINLI_BACKUP_KEEP') ?? '7 4 12')
  const [daily = 0, weekly = 0, monthly = 0] = (kept ?? []).slice(1).map(Number)
  if (!kept || daily < 1) throw new Error('LINLI_BACKUP_KEEP: not three numbers (days, weeks, months), such as 7 4 12')
  return { dir: path.resolve(dir), minute: Number(hour) * 60 + Number(minute ?? 0), daily, weekly, monthly }
}

function readMetrics(env: Environment, mode: Config['env']): Config['metrics'] {
  const wish = read(env, 'LINLI_METRICS') ?? (mode === 'production' ? '127.0.0.1:9464' : 'off')
  if (wish === 'off') return undefined
  const [, host = '', port] = /^(?:\[?([\w.:-]+?)\]?:)?(\d{1,5})$/.exec(wish) ?? []
  if (!port || Number(port) < 1 || Number(port) > 65_535) throw new Error('LINLI_METRICS: not HOST:PORT and not off')
  const token = read(env, 'LINLI_METRICS_TOKEN')
  if (token !== undefined && !/^[\w.-]{16,200}$/.test(token))
    throw new Error('LINLI_METRICS_TOKEN: at least 16 letters, digits, . _ or -')
  if (!token && !/^(127\.[\d.]+|::1|localhost|)$/.test(host))
    throw new Error('LINLI_METRICS: beyond this machine only with LINLI_METRICS_TOKEN')
  return { host: host || '127.0.0.1', port: Number(port), token }
}

function readCrypto(env: Environment): Config['crypto'] {
  const wish = read(env, 'LINLI_CRYPTO')
  if (wish !== undefined && wish !== 'aes' && wish !== 'sm') throw new Error('LINLI_CRYPTO: not aes and not sm')
  return wish
}

function readLog(env: Environment): Config['log'] {
  const wish = read(env, 'LINLI_LOG')
  if (wish !== undefined && wish !== 'json' && wish !== 'text') throw new Error('LINLI_LOG: not json and not text')
  return wish
}

function readLeave(env: Environment, mode: Config['env']): number {
  const seconds = Number(read(env, 'LINLI_LEAVE_SECONDS') ?? (mode === 'production' ? 5 : 0))
  if (!(seconds >= 0 && seconds <= 120)) throw new Error('LINLI_LEAVE_SECONDS: not a number of seconds up to 120')
  return seconds * 1_000
}

/** Reads and checks the settings; throws with the setting's name when one cannot be meant. */
export function readConfig(env: Environment = process.env): Config {
  const mode = read(env, 'LINLI_ENV') ?? 'development'
  if (mode !== 'production' && mode !== 'development' && mode !== 'test')
    throw new Error(`LINLI_ENV: ${mode} is not production, development or test`)
  const port = Number(read(env, 'PORT') ?? 7080)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error('PORT: not a port number')
  const dataDir = path.resolve(read(env, 'LINLI_DATA') ?? '.linli')
  const keyFile = path.resolve(read(env, 'LINLI_KEY_FILE') ?? path.join(dataDir, 'keys/root'))
  const url = (read(env, 'LINLI_URL') ?? `http://localhost:${port}`).replace(/\/$/, '')
  if (!URL.canParse(url)) throw new Error('LINLI_URL: not an address')
  return {
    env: mode,
    port,
    host: read(env, 'HOST') ?? '127.0.0.1',
    url,
    dataDir,
    keyFile,
    endingDir: path.join(path.dirname(keyFile), 'ending'),
    crypto: readCrypto(env),
    spoolDir: path.join(dataDir, 'spool'),
    filesDir: path.resolve(read(env, 'FILES_DIR') ?? path.join(dataDir, 'files')),
    sealFile: path.join(dataDir, 'journal/seals.jsonl'),
    ownerUrl: read(env, 'DATABASE_URL'),
    appUrl: read(env, 'DATABASE_APP_URL'),
    demoTotp: (read(env, 'LINLI_DEMO_TOTP') ?? 'off') === 'on',
    backup: readBackup(env),
    leaveMs: readLeave(env, mode),
    proxies: readProxies(read(env, 'LINLI_TRUSTED_PROXIES')),
    limits: readLimits(read(env, 'LINLI_LIMITS')),
    smtp: readSmtp(env),
    sms: readSms(env),
    metrics: readMetrics(env, mode),
    log: readLog(env),
  }
}

/** What the database says of itself and of our login. */
export type DatabaseFacts = {
  readonly fsync: string
  readonly full_page_writes: string
  readonly synchronous_commit: string
  readonly encoding: string
  readonly superuser: boolean
  readonly bypassrls: boolean
  readonly owns: boolean
  readonly demo_accounts: number
}

/** Why this must not run in production: each line names the setting to change. Empty when it may. */
export function productionFaults(config: Config, facts: DatabaseFacts): string[] {
  const faults: string[] = []
  for (const name of ['fsync', 'full_page_writes'] as const)
    if (facts[name] !== 'on') faults.push(`${name} is ${facts[name]}; it must be on`)
  if (['off', 'local'].includes(facts.synchronous_commit))
    faults.push(`synchronous_commit is ${facts.synchronous_commit}; it must be on`)
  if (facts.superuser || facts.bypassrls)
    faults.push('DATABASE_APP_URL signs in as a superuser or past row-level security')
  if (facts.owns) faults.push('DATABASE_APP_URL signs in as the owner of the tables')
  if (facts.demo_accounts > 0)
    faults.push(
      `demo accounts: ${facts.demo_accounts} of the demo’s districts are here; start with an empty database (--empty)`,
    )
  const key = keyFileFault(config.keyFile)
  if (key) faults.push(`LINLI_KEY_FILE: ${key}`)
  if (config.sms && !config.sms.url.startsWith('https:')) faults.push('SMS_URL: phone numbers leave only by https')
  const { protocol, hostname } = new URL(config.url)
  if (protocol !== 'https:')
    faults.push(
      `LINLI_URL: ${config.url} has no https${hostname === 'localhost' ? ' (a public address is needed)' : ''}`,
    )
  return faults
}

/** `LINLI_TRACE=on` prints where a command failed, for those who repair it. */
export const tracing = (env: Environment = process.env): boolean => read(env, 'LINLI_TRACE') === 'on'
