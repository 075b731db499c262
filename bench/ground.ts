// The folder that a run works in: the demo street, the bench rows, their seals; and how to get rid of it.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadDemo } from '#demo/load.ts'
import { type Config, readConfig } from '#kernel/config.ts'
import { openDatabase } from '#kernel/database.ts'
import { eraseEmbedded, startEmbedded } from '#kernel/embedded/embedded.ts'
import { sealOnce } from '#kernel/journal/sealer.ts'
import { openKeys } from '#kernel/keys/keys.ts'
import { openHouse } from '../src/commands/open-house.ts'
import { settle } from './rows/residents.ts'
import { ERA, fill } from './rows.ts'

export const PORT = 7_380

export type Ground = {
  readonly config: Config
  readonly matters: number
  /** Deletes database and folder, unless the folder was given to be kept. */
  clear(): Promise<void>
}

/** Counted as in the street, but never refused: one machine asks as a whole city does. */
const LINLI_LIMITS = ['askedBySession', 'askedByAddress', 'intakeAddress', 'intakeCode', 'intakeProcess']
  .map((name) => `${name}=999999999`)
  .join(' ')

export const configFor = (dataDir: string): Config =>
  readConfig({ LINLI_DATA: dataDir, LINLI_ENV: 'development', PORT: String(PORT), LINLI_LIMITS })

/** Every setting of the server under test, and nothing of ours: what a process started by us gets to see. */
export const environmentOf = (config: Config): Record<string, string> => ({
  LINLI_DATA: config.dataDir,
  LINLI_LIMITS,
  LINLI_ENV: config.env,
  PORT: String(config.port),
})

async function loadStreet(config: Config, log: (line: string) => void): Promise<void> {
  const opened = await openHouse(config, log)
  try {
    await loadDemo(opened.house, log)
  } finally {
    await opened.close()
  }
}

/** So many people live in the street: the register is measured with as many rows as the queue. */
async function people(config: Config, count: number, log: (line: string) => void): Promise<void> {
  log(`${count} people by COPY`)
  const embedded = await startEmbedded({ dataDir: config.dataDir, log: () => {} })
  try {
    await settle({ url: embedded.url, keys: openKeys(config.keyFile), count, log })
  } finally {
    await embedded.stop()
  }
}

async function prepare(config: Config, matters: number, log: (line: string) => void): Promise<void> {
  await loadStreet(config, log)
  log(`${matters} matters by COPY`)
  const embedded = await startEmbedded({ dataDir: config.dataDir, log })
  const keys = openKeys(config.keyFile)
  const db = openDatabase(embedded.url)
  try {
    await fill({ superUrl: embedded.superUrl, keys, count: matters, log })
    log('sealing their journal')
    while ((await sealOnce(db, keys, ERA, config.sealFile)) > 0);
  } finally {
    await db.close()
    await embedded.stop()
  }
}

/** Makes the ground, or takes the one that an earlier run left in `kept`. */
export async function layGround(
  kept: string | undefined,
  matters: number,
  log: (line: string) => void,
): Promise<Ground> {
  const dataDir = kept ?? mkdtempSync(path.join(tmpdir(), 'linli-bench-'))
  mkdirSync(dataDir, { recursive: true })
  const config = configFor(dataDir)
  const clear = async () => {
    if (kept) return
    await eraseEmbedded(dataDir)
    rmSync(dataDir, { recursive: true, force: true })
  }
  const mark = path.join(dataDir, 'bench-rows')
  if (!existsSync(mark)) {
    await prepare(config, matters, log).catch(async (error) => {
      await clear()
      throw error
    })
    writeFileSync(mark, `${matters}\n`)
  }
  const settled = path.join(dataDir, 'bench-people')
  if (!existsSync(settled)) {
    await people(config, matters, log).catch(async (error) => {
      await clear()
      throw error
    })
    writeFileSync(settled, `${matters}\n`)
  }
  return { config, matters, clear }
}
