// The style and the script of the pages for programmers.
import { readFileSync } from 'node:fs'
import { asset, parts, slim, tokens } from '#web/resident/assets.ts'

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8')

export const referenceStyle = asset(
  '/style/reference.css',
  'text/css; charset=utf-8',
  slim([tokens, parts, read('reference.css')].join('\n')),
)
export const referenceScript = asset('/style/reference.js', 'text/javascript; charset=utf-8', read('reference.js'))
