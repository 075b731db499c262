// Room on the disk of the embedded database: with little left nothing more is taken in, so that readers are still answered.
import { statfs } from 'node:fs/promises'
import { clock } from '../clock.ts'

/**
 * Three of the pieces in which PostgreSQL writes its log ahead (16 MB each). Where none can be made it stops in the middle,
 * and on a full disk opens no connection again, not for a reader either: measured, 41 of 44 reads got no answer.
 */
const RESERVE_BYTES = 48 * 2 ** 20
const LOOK_MS = 250

export type Room = { isLeft(): Promise<boolean> }

/** `dir` undefined: the database is elsewhere, and its disk is not seen from here. */
export function openRoom(dir: string | undefined, reserve = RESERVE_BYTES): Room {
  let [lookedAt, isLeft] = [Number.NEGATIVE_INFINITY, Promise.resolve(true)]
  return {
    isLeft() {
      if (dir !== undefined && clock.ticks() - lookedAt > LOOK_MS) {
        lookedAt = clock.ticks()
        isLeft = statfs(dir).then(
          ({ bavail, bsize }) => bavail * bsize > reserve,
          // The folder cannot be looked at: what is wrong, the database itself will say.
          () => true,
        )
      }
      return isLeft
    },
  }
}
