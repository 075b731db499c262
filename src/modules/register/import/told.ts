// What is said about a fault of a row or of a whole file: in the words of its class, or of the import where the class has none.
import { catalogue } from '#kernel/problem.ts'
import { type Lang, say } from '#kernel/words.ts'
import { faultWords } from '../classes/words.ts'
import { rowFaults } from './words.ts'

export function saysOf(reason: string, lang: Lang): { text: string; hint: string } {
  const own = rowFaults[reason]
  if (own) return { text: say(own.text, lang), hint: say(own.hint, lang) }
  const words = faultWords[reason as keyof typeof faultWords]
  return words ? { text: say(words.says, lang), hint: say(words.hint, lang) } : { text: reason, hint: '' }
}

/** Why a whole file was not read: its problem in words. Which line it was, the batch does not keep. */
export function toldFault(code: string | null, name: string, lang: Lang): string {
  const entry = code ? catalogue.get(code) : undefined
  return entry ? say(entry, lang, { name, line: '…', limit: '…' }) : (code ?? '')
}
