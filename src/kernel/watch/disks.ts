// How much room is left where Linli writes, one line per disk, whatever folders lie on it.
import { stat, statfs } from 'node:fs/promises'
import path from 'node:path'

export type Folder = 'data' | 'database' | 'files' | 'backup'
export type Disk = {
  readonly of: readonly Folder[]
  /** Of the disk, in bytes; what is kept back for root does not count as free. Undefined: the folder is not there. */
  readonly bytes: number | undefined
  readonly free: number | undefined
}

/** A folder that is made only when it is first needed lies where the nearest one above it does. */
async function existing(folder: string): Promise<string> {
  for (let at = folder; ; at = path.dirname(at)) {
    const found = await stat(at).then(
      () => true,
      () => false,
    )
    if (found || at === path.dirname(at)) return at
  }
}

/** A backup folder that is not there is a disk that is not mounted: it does not count as lying above. */
export async function readDisks(folders: Readonly<Partial<Record<Folder, string>>>): Promise<Disk[]> {
  const disks = new Map<string, { of: Folder[]; bytes: number | undefined; free: number | undefined }>()
  for (const [name, folder] of Object.entries(folders) as [Folder, string][]) {
    const at = name === 'backup' ? folder : await existing(folder)
    const [place, room] = await Promise.all([stat(at).catch(() => undefined), statfs(at).catch(() => undefined)])
    const key = place ? String(place.dev) : name
    const disk = disks.get(key)
    if (disk) disk.of.push(name)
    else
      disks.set(key, {
        of: [name],
        bytes: room && place ? room.blocks * room.bsize : undefined,
        free: room && place ? room.bavail * room.bsize : undefined,
      })
  }
  return [...disks.values()]
}
