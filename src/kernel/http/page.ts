// A page made on the server: a path and a function from a request to an answer. It reads and changes things by asking operations.
import type { Actor } from '../access.ts'
import type { InputOf, OutputOf, Signature } from '../contract.ts'
import type { StagedFile } from '../files/files.ts'
import type { Lang } from '../words.ts'
import type { SentFile } from './request.ts'

export type PageRequest = {
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly fields: ReadonlyMap<string, readonly string[]>
  readonly files: readonly SentFile[]
  readonly lang: Lang
  /** 大字版 chosen by this reader. */
  readonly big: boolean
  readonly actor: Actor
  readonly path: string
  readonly now: Date
  /** Performs an operation as this reader. */
  readonly ask: <T extends Signature>(
    signature: T,
    input: InputOf<T>,
    extra?: {
      key?: string | undefined
      uploads?: ReadonlyMap<string, StagedFile>
      /** What the reader has worked or waited for. */
      pass?: string | undefined
    },
  ) => Promise<OutputOf<T>>
  readonly stagePhoto: (file: SentFile) => Promise<StagedFile>
  readonly stageVoice: (file: SentFile) => Promise<StagedFile>
  readonly ticket: (file: StagedFile) => string
  readonly redeem: (ticket: string) => StagedFile | undefined
  /** The small picture of a staged photo, to show again on the next step; undefined when it is gone. */
  readonly smallPhoto: (file: StagedFile) => Promise<Uint8Array | undefined>
  readonly newKey: () => string
}

export type PageAnswer =
  | { readonly html: string; readonly status?: number; readonly cookies?: readonly string[] }
  | { readonly to: string; readonly cookies?: readonly string[] }
  /** A style or script. `type` with its charset; `cache` is a Cache-Control, without one nothing is kept. */
  | { readonly body: string; readonly type: string; readonly cache?: string; readonly cookies?: readonly string[] }

export type Page = {
  readonly method: 'GET' | 'POST'
  /** With `:name` parameters. */
  readonly path: string
  readonly answer: (request: PageRequest) => Promise<PageAnswer>
}
