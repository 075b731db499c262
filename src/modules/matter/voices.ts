// Recordings of a matter: which came with this request, which step each belongs to, and what its row says.
import { type StagedFile, writeFileRow } from '#kernel/files/files.ts'
import type { Context } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import type { filesOf, StepRow } from './store.ts'
import { matterProblems } from './words.ts'

/** The recordings named in an input; each must have come with this very request. */
export function voicesOf({ input, uploads }: Context<{ voices: string[] }, unknown>): StagedFile[] {
  return input.voices.map((id) => {
    const file = uploads.get(id)
    if (!file?.mime.startsWith('audio/')) throw new Problem(matterProblems.foreignVoice)
    return file
  })
}

export function writeVoices(
  { write, actor, now }: Pick<Context, 'write' | 'actor' | 'now'>,
  voices: readonly StagedFile[],
  of: { tenant: string; id: string; areaPos: number },
): void {
  for (const voice of voices)
    write(
      writeFileRow(voice, {
        ...{ tenant: of.tenant, subject: of.id, areaPos: of.areaPos },
        ...{ purpose: 'voice', by: actor.id, at: now },
      }),
    )
}

/** For the detail of the step that they come with; nothing where there are none. */
export const voicesIn = (voices: readonly StagedFile[]): { voices?: string[] } =>
  voices.length ? { voices: voices.map(({ id }) => id) } : {}

type Move = 'report' | 'record' | 'note'
const SPOKEN: readonly string[] = ['report', 'record', 'note'] satisfies Move[]

/** Each recording with the move of the step that names it, in the order of the steps. */
export function voicesAlong(
  steps: readonly Pick<StepRow, 'move' | 'detail'>[],
  files: Awaited<ReturnType<typeof filesOf>>,
): { id: string; mime: string; move: Move }[] {
  return steps
    .filter(({ move }) => SPOKEN.includes(move))
    .flatMap(({ move, detail }) =>
      ((detail as { voices?: string[] }).voices ?? []).flatMap((id) =>
        files
          .filter((file) => file.id === id && file.purpose === 'voice')
          .map(({ mime }) => ({ id, mime, move: move as Move })),
      ),
    )
}

const ENDINGS: Readonly<Record<string, string>> = { 'audio/webm': 'webm', 'audio/ogg': 'ogg', 'audio/mp4': 'm4a' }
export const voiceName = (no: string, mime: string): string => `${no}.${ENDINGS[mime] ?? 'bin'}`
