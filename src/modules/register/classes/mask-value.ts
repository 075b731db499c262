// What a report of faults shows of a value: enough to find it in the sheet, too little to know it.
import { maskPhone } from '../personal.ts'
import type { ColumnKind } from './column.ts'
import { isDamaged } from './plain-text.ts'

const stars = (count: number) => '*'.repeat(Math.max(2, Math.min(count, 18)))

/** Everything of it but so many signs before and behind. */
function middle(text: string, before: number, behind: number): string {
  const signs = [...text]
  const hidden = signs.length - before - behind
  if (hidden < 2) return `${signs[0]}${stars(signs.length - 1)}`
  return signs.slice(0, before).join('') + stars(hidden) + signs.slice(before + hidden).join('')
}

/**
 * 张**, 138****1234, 9911*************X; of anything else its first sign. Even a choice is masked: in a row whose cells
 * have slipped an ID number may stand where the sex belongs.
 */
export function maskValue(kind: ColumnKind, value: string): string {
  const text = [...value.trim().slice(0, 80)].slice(0, 40).join('')
  if (text === '') return ''
  // Neither a database nor JSON takes half of a pair.
  if (isDamaged(text)) return '?***'
  if (kind === 'phone' && /^1\d{10}$/.test(text)) return maskPhone(text)
  if (kind === 'idNumber') return middle(text, 4, 1)
  return `${[...text][0]}${stars(text.length - 1).slice(0, 8)}`
}
