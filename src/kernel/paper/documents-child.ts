// The child process that makes documents: the compiler's memory, and a template that runs away, are its own and not the server's.
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { drawCode } from './qr.ts'
import type { MakerMessage, PaperMessage } from './typesetter.ts'

/** Templates lie beside the code that fills them and import what they share from /kernel/paper/paper.typ. */
const workspace = path.resolve(import.meta.dirname, '../..')
const fonts = path.join(path.dirname(fileURLToPath(import.meta.resolve('@embedpdf/fonts-sc'))), '../../fonts')

/** The machine's own fonts are found too, after these: an office that has 仿宋 installed gets it where a template names it. */
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [fonts] }] })

/** Results of earlier documents are forgotten after so many: repeated texts stay fast and memory stays flat. */
const KEPT_DOCUMENTS = 10

function typeset({ template, data, codes, files, at }: PaperMessage): Buffer {
  for (const [name, bytes] of Object.entries(files)) compiler.mapShadow(path.join(workspace, name), Buffer.from(bytes))
  try {
    const drawn = Object.fromEntries(codes.map((text) => [text, drawCode(text)]))
    const inputs = { data: JSON.stringify(data), codes: JSON.stringify(drawn) }
    const compiled = compiler.compile({ mainFilePath: template, inputs })
    const error = compiled.takeError()
    if (error || !compiled.result)
      throw new Error(JSON.stringify(error ? compiler.fetchDiagnostics(error) : 'nothing typeset'))
    return compiler.pdf(compiled.result, { creationTimestamp: at })
  } finally {
    compiler.resetShadow()
    compiler.evictCache(KEPT_DOCUMENTS)
  }
}

/** Makers are files of ours: the server names them, never who asks for a document. */
async function made({ maker, input }: MakerMessage): Promise<Uint8Array> {
  const { make } = (await import(pathToFileURL(maker).href)) as { make(input: unknown): Promise<Uint8Array> }
  return make(input)
}

async function answer(message: PaperMessage | MakerMessage): Promise<void> {
  try {
    const bytes = 'maker' in message ? await made(message) : typeset(message)
    process.send!({ made: bytes, rss: process.memoryUsage.rss() })
  } catch (error) {
    process.send!({ fault: String(error), rss: process.memoryUsage.rss() })
  }
}

// The next message may be here before one is answered: answers keep the order in which they were asked for.
let line: Promise<void> = Promise.resolve()
process.on('message', (message: PaperMessage | MakerMessage) => {
  line = line.then(() => answer(message))
})
process.on('disconnect', () => process.exit(0))
