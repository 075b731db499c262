// Once per run: a PostgreSQL, and in it a template database with the demo street, from which each test file gets a copy.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { loadDemo } from '#demo/load.ts'
import { eraseEmbedded, startEmbedded } from '#kernel/embedded/embedded.ts'
import { gatherStatistics } from '#kernel/schema/statistics.ts'
import { openHouse, prepareDatabase } from '../src/commands/open-house.ts'
import { fetchShell } from './chromium.ts'
import { testConfig } from './street.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    database: { superUrl: string; dataDir: string; server: string }
  }
}

export const TEMPLATE = 'linli_test_template'
export const APP_ROLE = 'linli_test_app'

const withDatabase = (url: string, name: string, user?: string, password?: string): string => {
  const made = new URL(url)
  made.pathname = `/${name}`
  if (user) made.username = user
  if (password) made.password = password
  return made.href
}

export default async function setup(project: Pick<TestProject, 'provide'>) {
  if (process.env.CI) fetchShell()
  const dataDir = mkdtempSync(path.join(tmpdir(), 'linli-test-'))
  const given = process.env.TEST_DATABASE_URL
  const embedded = given ? undefined : await startEmbedded({ dataDir, log: () => {} })
  const superUrl = given ?? embedded!.superUrl
  const admin = new pg.Client({ connectionString: superUrl })
  await admin.connect()
  const { rows } = await admin.query<{ server_version: string }>('show server_version')
  await admin.query(`drop database if exists ${TEMPLATE} with (force)`)
  await admin.query(`create database ${TEMPLATE} encoding 'UTF8' template template0`)
  const config = testConfig(dataDir, undefined)
  const ownerUrl = withDatabase(superUrl, TEMPLATE)
  const roleExists = (await admin.query('select 1 from pg_roles where rolname = $1', [APP_ROLE])).rowCount
  await admin.query(`${roleExists ? 'alter' : 'create'} role ${APP_ROLE} login nosuperuser nobypassrls password 'test'`)
  const appUrl = withDatabase(superUrl, TEMPLATE, APP_ROLE, 'test')
  await prepareDatabase({ ...config, appUrl }, ownerUrl, () => {})
  const opened = await openHouse(testConfig(dataDir, appUrl), () => {})
  await loadDemo(opened.house, () => {}, { matters: false })
  await opened.close()
  await gatherStatistics(ownerUrl)
  project.provide('database', {
    superUrl,
    dataDir,
    server: `PostgreSQL ${rows[0]!.server_version}${given ? '' : ', embedded'}`,
  })
  process.stdout.write(
    `\ntests run on PostgreSQL ${rows[0]!.server_version}${given ? ' (TEST_DATABASE_URL)' : ' (embedded)'}\n`,
  )
  return async () => {
    await admin.query(`drop database if exists ${TEMPLATE} with (force)`)
    await admin.end()
    await embedded?.stop()
    if (embedded) await eraseEmbedded(dataDir)
    rmSync(dataDir, { recursive: true, force: true })
  }
}
