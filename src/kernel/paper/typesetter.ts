// The process that makes documents, asked in line: one at a time, since a second compiler would double the memory.
import { type ChildProcess, fork } from 'node:child_process'
import { Problem, problems } from '../problem.ts'

export const documentProblems = problems('document', {
  tooLong: {
    kind: 'busy',
    zh: '{seconds} 秒内没能做好这份文件。请少选一些，分几次打印。',
    en: 'This document could not be made within {seconds} seconds. Please choose less and print in parts.',
  },
})

/** A template's absolute path and what fills it; `at` is in seconds since 1970 and becomes the document's date. */
export type PaperMessage = {
  readonly template: string
  readonly data: unknown
  readonly codes: readonly string[]
  readonly files: Readonly<Record<string, Uint8Array>>
  readonly at: number
}
/** `maker`: the path of a file that exports `make(input)`. */
export type MakerMessage = { readonly maker: string; readonly input: unknown }
type Message = PaperMessage | MakerMessage
type Answer = { readonly rss: number; readonly made?: Uint8Array; readonly fault?: string }
type Asked = {
  readonly message: Message
  readonly resolve: (made: Uint8Array<ArrayBuffer>) => void
  readonly reject: (why: Error) => void
}

/** A child that has grown past this is replaced before the next document (after eight codes 130 MB, after 200 250 MB). */
const RSS_LIMIT = 400e6
/** The next document lies with the child before it has answered: the way between us would cost it a tenth of its time. */
const AHEAD = 2

/** An empty environment: no address or password of a database is known to what reads templates. */
function startChild(): ChildProcess {
  const child = fork(new URL('./documents-child.ts', import.meta.url), {
    serialization: 'advanced',
    env: {},
    execArgv: ['--max-old-space-size=256'],
  })
  child.unref()
  child.channel?.unref()
  return child
}

export type Typesetter = {
  readonly ask: (message: Message) => Promise<Uint8Array<ArrayBuffer>>
  readonly stop: () => void
}

/** `limitMs` counts for each document from when the one before it is done. */
export function openTypesetter(idleMs: number, limitMs: number): Typesetter {
  /** Not answered yet, in the order in which they were asked for; the first `given` of them lie with the child. */
  const asked: Asked[] = []
  let given = 0
  let child: ChildProcess | undefined
  let timer: NodeJS.Timeout | undefined

  /** What lay with it and was not answered is given to the next one. */
  const leave = (): ChildProcess | undefined => {
    const left = child
    child = undefined
    given = 0
    return left
  }
  const retire = () => {
    const left = leave()
    if (left?.connected) left.disconnect()
  }
  const giveUp = () => {
    leave()?.kill('SIGKILL')
    settle(({ reject }) => reject(new Problem(documentProblems.tooLong, { seconds: limitMs / 1000 })))
  }

  const start = (): ChildProcess => {
    const mine = startChild()
    const gone = (why: unknown) => {
      if (child !== mine) return
      leave()
      settle(({ reject }) => reject(new Error(`the typesetting process ended: ${why}`)))
    }
    mine.on('exit', gone).on('error', gone)
    mine.on('message', ({ rss, made, fault }: Answer) => {
      if (child !== mine) return
      given--
      if (rss > RSS_LIMIT) retire()
      settle(({ resolve, reject }) => (made ? resolve(new Uint8Array(made)) : reject(new Error(fault))))
    })
    return mine
  }
  const give = () => {
    if (child && !child.connected) leave()
    for (; given < Math.min(AHEAD, asked.length); given++) {
      child ??= start()
      child.send(asked[given]!.message)
    }
  }
  /** The first is over: the child gets another, and the time of the next begins. */
  const settle = (act: (first: Asked) => void) => {
    const first = asked.shift()
    if (first) act(first)
    give()
    watch()
  }
  const watch = () => {
    clearTimeout(timer)
    timer = asked.length > 0 ? setTimeout(giveUp, limitMs) : setTimeout(retire, idleMs).unref()
  }

  return {
    ask: (message) =>
      new Promise((resolve, reject) => {
        asked.push({ message, resolve, reject })
        give()
        if (asked.length === 1) watch()
      }),
    stop: () => {
      clearTimeout(timer)
      retire()
      for (const { reject } of asked.splice(0)) reject(new Error('the typesetting process was stopped'))
    },
  }
}
