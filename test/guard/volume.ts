// A small disk of its own, made in memory: it can be full, and it can be made larger while everything runs. Needs root.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export type Volume = {
  readonly dir: string
  grow(mb: number): void
  /** Whatever still works there is cut off from it. */
  unmount(): void
}

export const isRoot = process.getuid?.() === 0

const run = (command: string, ...args: string[]) => spawnSync(command, args).status === 0

/** Mounts so many MB at `dir`, or at a folder of its own; undefined where that is not allowed. */
export function mountVolume(mb: number, dir = mkdtempSync(path.join(tmpdir(), 'linli-disk-'))): Volume | undefined {
  if (!run('mount', '-t', 'tmpfs', '-o', `size=${mb}m`, 'tmpfs', dir)) {
    rmdirSync(dir)
    return undefined
  }
  return {
    dir,
    grow(to) {
      if (!run('mount', '-o', `remount,size=${to}m`, dir)) throw new Error(`${dir} does not grow`)
    },
    unmount() {
      if (!run('umount', dir) && !run('umount', '-l', dir)) throw new Error(`${dir} is still mounted`)
      rmdirSync(dir)
    },
  }
}
