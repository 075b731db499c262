// The typesetting process is asked, refuses, is stopped and comes again, and the server lives through all of it.
import { afterEach, describe, expect, it } from 'vitest'
import { readPdf, textOf } from '#test/pdf.ts'
import { type Documents, openDocuments, type Paper } from './documents.ts'
import { documentProblems } from './typesetter.ts'

let documents: Documents
afterEach(() => documents.stop())

/** A template that exists only for this document. */
const paper = (source: string, data: unknown = {}, more: Partial<Paper> = {}): Paper => ({
  template: new URL('../../trial.typ', import.meta.url),
  data,
  ...more,
  files: { '/trial.typ': Buffer.from(source), ...more.files },
})
const maker = new URL('../../../test/papers/maker.ts', import.meta.url)
const say = async (words: string) =>
  Buffer.from(await documents.make(maker, { words, bytes: Buffer.from('') })).toString()
const SAY = '#import "/kernel/paper/paper.typ": data, sans\n#set text(font: sans)\n#data.words'

describe('documents', () => {
  it('are filled with data that is never read as source', async () => {
    documents = openDocuments()
    const words = '党群服务中心 #2 *x* $y$ "引号" \\ 䶮'
    expect(
      readPdf(await documents.typst(paper(SAY, { words })))
        .map(textOf)
        .join('')
        .replaceAll('\n', ''),
    ).toBe(words)
  })

  it('can hold pictures and codes', async () => {
    documents = openDocuments()
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 0h1v1H0z"/></svg>')
    const source =
      '#import "/kernel/paper/paper.typ": qr\n#image("/photos/1.svg")\n#qr("https://linli.example.cn", 40mm)'
    const [page] = readPdf(
      await documents.typst(
        paper(source, {}, { files: { '/photos/1.svg': svg }, codes: ['https://linli.example.cn'] }),
      ),
    )
    expect(page!.shapes.map((shape) => shape.parts.length > 50)).toEqual([false, true])
    await expect(documents.typst(paper('#image("/photos/1.svg")'))).rejects.toThrow('/photos/1.svg')
  })

  it('are written by a maker of ours, which knows neither database nor environment', async () => {
    documents = openDocuments()
    const said = async (input: unknown) => Buffer.from(await documents.make(maker, input)).toString()
    expect(await said({ words: '好', bytes: Buffer.from('页') })).toBe('好页 []')
    await expect(said({ words: 'fault' })).rejects.toThrow('no such words')
    expect(readPdf(await documents.typst(paper(SAY, { words: '好' })))).toHaveLength(1)
  })

  it('that a template cannot make say why, and the next is made', async () => {
    documents = openDocuments()
    await expect(documents.typst(paper('#nowhere'))).rejects.toThrow('unknown variable: nowhere')
    expect(readPdf(await documents.typst(paper(SAY, { words: '好' })))).toHaveLength(1)
  })

  it('that take too long are given up, and the next is made', async () => {
    documents = openDocuments({ limitMs: 2_000 })
    const endless = documents.typst(paper('#for a in range(100000) { for b in range(100000) {} }'))
    const next = documents.typst(paper(SAY, { words: '好' }))
    await expect(endless).rejects.toMatchObject({ entry: documentProblems.tooLong, details: { seconds: 2 } })
    expect(readPdf(await next)).toHaveLength(1)
  })

  it('come in the order in which they were asked for, also when the first takes its time', async () => {
    documents = openDocuments()
    const made: string[] = []
    await Promise.all(['late', '二', 'late', '四'].map(async (words) => made.push(await say(words))))
    expect(made).toEqual(['late []', '二 []', 'late []', '四 []'])
  })

  it('that end their process take no other with them, though the next lay with it already', async () => {
    documents = openDocuments()
    const [, , ...asked] = await Promise.allSettled(['一', 'late', 'end', '四', '五'].map(say))
    expect(asked).toEqual([
      { status: 'rejected', reason: new Error('the typesetting process ended: 3') },
      { status: 'fulfilled', value: '四 []' },
      { status: 'fulfilled', value: '五 []' },
    ])
  })

  it('nobody will get when the process is stopped are refused, and one asked for later is made', async () => {
    documents = openDocuments()
    const asked = ['late', '二', '三'].map(say)
    documents.stop()
    const why = { status: 'rejected', reason: new Error('the typesetting process was stopped') }
    expect(await Promise.allSettled(asked)).toEqual([why, why, why])
    expect(await say('四')).toBe('四 []')
  })

  it('start a new process after the idle one has ended', async () => {
    documents = openDocuments({ idleMs: 10 })
    await documents.typst(paper(SAY, { words: '一' }))
    await new Promise((rested) => setTimeout(rested, 200))
    expect(readPdf(await documents.typst(paper(SAY, { words: '二' }))).map(textOf)).toEqual(['二'])
  })
})
