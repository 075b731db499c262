// Makes documents in a child process that ends when it is not needed: PDF from Typst templates, others by a module's maker.
import { fileURLToPath } from 'node:url'
import { clock } from '../clock.ts'
import { openTypesetter } from './typesetter.ts'

/** One document: a template and what fills it. Words reach the template as data, never as source. */
export type Paper = {
  /** The .typ file, beside the code that fills it: `new URL('./code-sheet.typ', import.meta.url)`. */
  readonly template: URL
  /** JSON that the template imports as `data` from /kernel/paper/paper.typ. */
  readonly data: unknown
  /** Texts that the template draws as QR codes with `qr(text, side)`. */
  readonly codes?: readonly string[]
  /** Pictures by the absolute path at which the template reads them: '/photos/1.jpg'. */
  readonly files?: Readonly<Record<string, Uint8Array>>
}

export type Documents = {
  /**
   * A PDF 1.7 with embedded font subsets, tagged, its text extractable.
   * @throws Problem document.tooLong; Error with the compiler's diagnostics when the template is at fault.
   */
  typst(paper: Paper): Promise<Uint8Array<ArrayBuffer>>
  /**
   * What a module's own maker writes, a Word file for example: `make(input)` of the file at `maker` runs in the child, which
   * has no database and no environment. `input` is what can be sent between processes, bytes included.
   * @throws Problem document.tooLong; Error with what the maker said.
   */
  make(maker: URL, input: unknown): Promise<Uint8Array<ArrayBuffer>>
  /** Ends the child; a document asked for later starts a new one. */
  stop(): void
}

/** `idleMs`: how long the child outlives its last document (starting one costs about 0.3 s); `limitMs`: the time for one document. */
export function openDocuments({ idleMs = 60_000, limitMs = 60_000 } = {}): Documents {
  const { ask, stop } = openTypesetter(idleMs, limitMs)
  return {
    typst: ({ template, data, codes = [], files = {} }) =>
      ask({
        template: fileURLToPath(template),
        data,
        codes,
        files,
        at: Math.floor(clock.now().getTime() / 1000),
      }),
    make: (maker, input) => ask({ maker: fileURLToPath(maker), input }),
    stop,
  }
}
