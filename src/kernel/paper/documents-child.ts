// The child process that typesets: the compiler's memory, and a template that runs away, are its own and not the server's.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PaperMessage } from './documents.ts'
import { drawCode } from './qr.ts'

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

process.on('message', (message: PaperMessage) => {
  try {
    process.send!({ no: message.no, pdf: typeset(message), rss: process.memoryUsage.rss() })
  } catch (error) {
    process.send!({ no: message.no, fault: String(error), rss: process.memoryUsage.rss() })
  }
})
process.on('disconnect', () => process.exit(0))
