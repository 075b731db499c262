// What resident pages load besides themselves: one style, a small script each, the mark. Read once at start, kept by browsers for a year.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Page } from '#kernel/http/page.ts'
import { icons } from '#web/parts/icons.ts'

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8')

/** Comments and layout blanks gone, and with them a third of the bytes. Our sheets hold no string with these signs in it. */
export const slim = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replaceAll(';}', '}')
    .trim()

export const tokens = read('../parts/tokens.css')
export const parts = read('../parts/parts.css')
const rooms = [
  'resident.css',
  'place/place.css',
  'report/report.css',
  'story/story.css',
  'rooms/rooms.css',
  'promises/promises.css',
].map(read)
const style = slim([tokens, parts, ...rooms].join('\n'))

/** A picture outside the page knows no tokens, so their values go into it. */
const mark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${icons.mark.box}">${icons.mark.body.replace(
  /var\((--[\w-]+)\)/g,
  (_, name: string) => tokens.match(new RegExp(`${name}:\\s*([^;]+);`))?.[1] ?? 'currentColor',
)}</svg>`

const YEAR = 'public, max-age=31536000, immutable'

/** The address names the content: a new version is another address, and an old address never keeps new content. */
export function asset(path: string, type: string, body: string): { address: string; page: Page } {
  const version = createHash('sha256').update(body).digest('hex').slice(0, 12)
  return {
    address: `${path}?v=${version}`,
    page: {
      method: 'GET',
      path,
      answer: async ({ query }) => ({ body, type, cache: query.get('v') === version ? YEAR : 'no-cache' }),
    },
  }
}

export const residentStyle = asset('/style/resident.css', 'text/css; charset=utf-8', style)
const script = (name: string, file: string) => asset(`/style/${name}`, 'text/javascript; charset=utf-8', read(file))

export const residentScript = script('resident.js', 'resident.js')
export const reportScript = script('report.js', 'report/report.js')
export const nearScript = script('near.js', 'report/near.js')
export const voiceScript = script('voice.js', 'report/voice.js')
export const sumScript = script('sum.js', 'report/sum.js')
export const storyScript = script('story.js', 'story/story.js')
export const residentMark = asset('/style/mark.svg', 'image/svg+xml; charset=utf-8', mark)
