// What this machine remembers of its backups and proofs: read by whoever keeps it, written by the commands as the owner.
import type { Selectable } from 'kysely'
import type { Client } from 'pg'
import { clock } from '../clock.ts'
import { k, type Tx, txOn } from '../database.ts'
import { newId } from '../ids.ts'
import type { BackupRunTable } from '../schema/tables.ts'

export type BackupRun = Selectable<BackupRunTable>
export type RunKind = 'taken' | 'proved'

const tx = (client: Client): Tx => txOn(client as never)

/** A try has begun; what an earlier process left as running was killed. Resolves with its id. */
export async function beginRun(client: Client, kind: RunKind, folder: string): Promise<string> {
  const [id, at] = [newId(), clock.now()]
  await tx(client).all(
    k
      .updateTable('backup_run')
      .set({ outcome: 'stopped', ended_at: at })
      .where('outcome', '=', 'running')
      .where('kind', '=', kind),
  )
  await tx(client).all(k.insertInto('backup_run').values({ id, kind, folder, started_at: at }))
  return id
}

export type RunEnd = Partial<Pick<BackupRun, 'backup_id' | 'taken_at' | 'rows' | 'files' | 'bytes' | 'error'>> & {
  readonly outcome: 'whole' | 'failed' | 'stopped'
}

export const endRun = (client: Client, id: string, end: RunEnd): Promise<unknown> =>
  tx(client).all(
    k
      .updateTable('backup_run')
      .set({ ...end, ended_at: clock.now() })
      .where('id', '=', id),
  )

/** The newest one that went well, and the newest try, of a kind. */
export async function newestRuns(
  on: Tx,
  kind: RunKind,
): Promise<{ whole: BackupRun | undefined; tried: BackupRun | undefined }> {
  const of = k.selectFrom('backup_run').selectAll().where('kind', '=', kind).orderBy('started_at', 'desc').limit(1)
  return { whole: await on.first(of.where('outcome', '=', 'whole')), tried: await on.first(of) }
}
