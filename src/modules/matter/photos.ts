// Photos of a matter: those that came with a report, and those that prove that it is done.
import { type StagedFile, writeFileRow } from '#kernel/files/files.ts'
import type { Context } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { matterProblems } from './words.ts'

/** The files named in an input; each must have come with this very request. */
export function photosOf({ input, uploads }: Context<{ photos: string[] }, unknown>): StagedFile[] {
  return input.photos.map((id) => {
    const file = uploads.get(id)
    if (!file?.mime.startsWith('image/')) throw new Problem(matterProblems.foreignPhoto)
    return file
  })
}

export function writePhotos(
  { write, actor, now }: Pick<Context, 'write' | 'actor' | 'now'>,
  photos: readonly StagedFile[],
  of: { tenant: string; id: string; areaPos: number },
  purpose: 'reported' | 'finished',
): void {
  for (const photo of photos)
    write(
      writeFileRow(photo, { tenant: of.tenant, subject: of.id, areaPos: of.areaPos, purpose, by: actor.id, at: now }),
    )
}
