// A door for other systems in a language of their own: it takes whole requests below a path, and asks operations as nobody signed in.
import type { InputOf, OutputOf, Signature } from '../contract.ts'
import type { StagedFile } from '../files/files.ts'
import type { Lang } from '../words.ts'
import type { SentFile } from './request.ts'

export type OutsideRequest = {
  readonly request: Request
  readonly url: URL
  readonly lang: Lang
  /** Performs an operation as a stranger: cookies and tokens of ours count for nothing here. */
  readonly ask: <T extends Signature>(
    signature: T,
    input: InputOf<T>,
    extra?: { key?: string | undefined; uploads?: ReadonlyMap<string, StagedFile> },
  ) => Promise<OutputOf<T>>
  readonly stagePhoto: (file: SentFile) => Promise<StagedFile>
  readonly newKey: () => string
  /** The public address of this server, without a slash at its end. */
  readonly home: string
  readonly log: (error: unknown) => void
}

export type Outside = {
  /** Everything at or below it is answered, failures too, in the door's own form. */
  readonly path: string
  readonly answer: (asked: OutsideRequest) => Promise<Response>
}
