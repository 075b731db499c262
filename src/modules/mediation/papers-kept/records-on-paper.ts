// Minutes and records of inquiry as they are printed: who said what, line by line.
import type { Keys } from '#kernel/crypto.ts'
import type { RecordOnPaper } from '../papers/shape.ts'
import { openJson } from '../sealed.ts'
import type { RecordRow } from '../store.ts'
import { MODE_WORDS } from './official-words.ts'

type Body = {
  readonly place: string
  readonly present: string
  readonly words: string
  readonly undisputed: readonly string[]
  readonly result: string
}

export const clockAt = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** A line that says who speaks, as 孙竹梅：不申请。 */
const SPOKEN = /^([^：:，。；\s]{1,20})[：:]\s*(\S.*)$/

const spokenLines = (words: string) =>
  words
    .split('\n')
    .map((text) => text.trim())
    .filter(Boolean)
    .map((text) => {
      const [, who, said] = SPOKEN.exec(text) ?? []
      return who && said ? { who, said } : { who: '记录', said: text }
    })

export function recordOnPaper(keys: Keys, row: RecordRow, names: ReadonlyMap<string, string>): RecordOnPaper {
  const body = openJson<Body>(keys, 'mediation_record', row, 'body', row.body)
  const by = names.get(row.by_id) ?? ''
  return {
    kind: row.kind,
    at: `${row.held_on} ${clockAt(row.from_minute)}`,
    until: row.until_minute > row.from_minute ? `${row.held_on} ${clockAt(Math.min(row.until_minute, 1439))}` : null,
    place: body?.place ?? '',
    mode: MODE_WORDS[row.mode],
    present: (body?.present ?? '')
      .split(/[、，,；;]/)
      .map((one) => one.trim())
      .filter(Boolean),
    ...{ chair: by, recorder: by, lines: spokenLines(body?.words ?? '') },
    ...{ undisputed: body?.undisputed ?? [], result: body?.result ?? '' },
  }
}
