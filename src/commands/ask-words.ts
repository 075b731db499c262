// Asks for passphrases: on a terminal without showing them, else one line each from what is piped in.
import { createInterface, type Interface } from 'node:readline'
import { Writable } from 'node:stream'

export type AskWords = (prompts: readonly string[]) => Promise<string[]>

/** Writes nothing: what is typed stays unseen. */
const unseen = () => new Writable({ write: (_chunk, _encoding, done) => done() })

async function nextLine(lines: Interface): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const ended = () => reject(new Error('没有读到口令。 No passphrase was given.'))
  lines.once('line', resolve).once('close', ended)
  return promise.finally(() => lines.off('line', resolve).off('close', ended))
}

export const askOnTerminal: AskWords = async (prompts) => {
  const terminal = process.stdin.isTTY === true
  const lines = createInterface({ input: process.stdin, ...(terminal ? { output: unseen(), terminal } : {}) })
  // Piped lines come all at once, before they are asked for.
  const piped: string[] = []
  const all = terminal
    ? undefined
    : (async () => {
        for await (const line of lines) piped.push(line)
      })()
  try {
    await all
    const words: string[] = []
    for (const prompt of prompts) {
      if (terminal) process.stdout.write(`${prompt}: `)
      words.push(terminal ? await nextLine(lines) : (piped.shift() ?? ''))
      if (terminal) process.stdout.write('\n')
    }
    return words
  } finally {
    lines.close()
  }
}
