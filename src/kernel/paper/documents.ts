// Makes documents in a child process that ends when it is not needed: PDF from Typst templates, others by a module's maker.
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { clock } from '../clock.ts'
import { Problem, problems } from '../problem.ts'

export const documentProblems = problems('document', {
  tooLong: {
    kind: 'busy',
    zh: '{seconds} 秒内没能做好这份文件。请少选一些，分几次打印。',
    en: 'This document could not be made within {seconds} seconds. Please choose less and print in parts.',
  },
})

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

/** What the child is asked; `at` is in seconds since 1970 and becomes the document's date. */
export type PaperMessage = Required<Omit<Paper, 'template'>> & {
  readonly template: string
  readonly no: number
  readonly at: number
}
/** `maker`: the path of a file that exports `make(input)`. */
export type MakerMessage = { readonly no: number; readonly maker: string; readonly input: unknown }
type Answer = { no: number; rss: number; made?: Uint8Array; fault?: string }

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

/** A child that has grown past this is replaced before the next document (after eight codes 130 MB, after 200 250 MB). */
const RSS_LIMIT = 400e6

/** `idleMs`: how long the child outlives its last document (starting one costs about 0.3 s); `limitMs`: the time for one document. */
export function openDocuments({ idleMs = 60_000, limitMs = 60_000 } = {}): Documents {
  let child: ChildProcess | undefined
  let idle: NodeJS.Timeout | undefined
  let no = 0
  let line: Promise<unknown> = Promise.resolve()

  const end = () => {
    if (child?.connected) child.disconnect()
    child = undefined
  }

  const start = () => {
    if (child?.connected) return child
    // An empty environment: no address or password of a database is known to what reads templates.
    child = fork(new URL('./documents-child.ts', import.meta.url), {
      serialization: 'advanced',
      env: {},
      execArgv: ['--max-old-space-size=256'],
    })
    // Without a listener, a process that cannot be started or reached would end the server.
    child.on('error', () => {})
    child.unref()
    child.channel?.unref()
    return child
  }

  const ask = (messageOf: (no: number) => PaperMessage | MakerMessage) =>
    new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
      clearTimeout(idle)
      const worker = start()
      const mine = ++no
      const done = (act: () => void) => {
        clearTimeout(timer)
        worker.off('message', hear).off('exit', gone).off('error', gone)
        idle = setTimeout(end, idleMs).unref()
        act()
      }
      const gone = (why: unknown) => done(() => reject(new Error(`the typesetting process ended: ${why}`)))
      const hear = ({ no: theirs, rss, made, fault }: Answer) => {
        if (theirs !== mine) return
        if (rss > RSS_LIMIT) end()
        done(() => (made ? resolve(new Uint8Array(made)) : reject(new Error(fault))))
      }
      const timer = setTimeout(() => {
        worker.kill('SIGKILL')
        child = undefined
        done(() => reject(new Problem(documentProblems.tooLong, { seconds: limitMs / 1000 })))
      }, limitMs)
      worker.on('message', hear).on('exit', gone).on('error', gone)
      worker.send(messageOf(mine))
    })

  // One at a time: a second compiler would double the memory.
  const inLine = (messageOf: Parameters<typeof ask>[0]) => {
    const next = line.then(() => ask(messageOf))
    line = next.catch(() => {})
    return next
  }

  return {
    typst: ({ template, data, codes = [], files = {} }) =>
      inLine((no) => ({
        no,
        template: fileURLToPath(template),
        data,
        codes,
        files,
        at: Math.floor(clock.now().getTime() / 1000),
      })),
    make: (maker, input) => inLine((no) => ({ no, maker: fileURLToPath(maker), input })),
    stop() {
      clearTimeout(idle)
      end()
    },
  }
}
