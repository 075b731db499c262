// What is said about a fault: in the words of its class, or of the import where the class has none.
import { type Lang, say } from '#kernel/words.ts'
import { faultWords } from '../classes/words.ts'
import { rowFaults } from './words.ts'

export function saysOf(reason: string, lang: Lang): { text: string; hint: string } {
  const own = rowFaults[reason]
  if (own) return { text: say(own.text, lang), hint: say(own.hint, lang) }
  const words = faultWords[reason as keyof typeof faultWords]
  return words ? { text: say(words.says, lang), hint: say(words.hint, lang) } : { text: reason, hint: '' }
}
