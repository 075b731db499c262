// A server whose machine's clock can be set while it runs, by Debian's libfaketime; the database keeps the true time.
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const LIBRARIES = '/usr/lib'

/** Where `apt-get install faketime` puts it; undefined where it is not installed. */
export const faketimeLibrary = (): string | undefined =>
  readdirSync(LIBRARIES)
    .map((folder) => path.join(LIBRARIES, folder, 'faketime/libfaketimeMT.so.1'))
    .find(existsSync)

export type WallClock = {
  /** What the server's environment needs. */
  readonly environment: Readonly<Record<string, string>>
  /** Sets it `ms` (whole seconds) ahead of the true time, from the next time it is asked on. */
  set(ms: number): void
}

export function wallClock(library: string, dataDir: string): WallClock {
  const file = path.join(dataDir, 'faketime')
  const set = (ms: number) => writeFileSync(file, `${ms < 0 ? '-' : '+'}${Math.abs(ms) / 1000}\n`)
  set(0)
  return {
    environment: {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: '1',
      // A step of the wall clock reaches neither the monotonic clock nor the dates of files.
      DONT_FAKE_MONOTONIC: '1',
      NO_FAKE_STAT: '1',
    },
    set,
  }
}
