// Words of danger in what is being typed, by the rules the district keeps.
import type { Output } from '#web/call.ts'

export type Danger = Output<'matter.rules'>['dangers'][number]

/** The first rule with a word in the text that is not part of one of its exceptions, with that word in its sentences. */
export function findDanger(rules: readonly Danger[], written: string): Danger | undefined {
  for (const rule of rules) {
    const rest = rule.except.reduce((left, except) => left.replaceAll(except.toLowerCase(), ' '), written.toLowerCase())
    const word = rule.words.find((one) => rest.includes(one.toLowerCase()))
    if (word) return { ...rule, zh: rule.zh.replace('{word}', word), en: rule.en.replace('{word}', word) }
  }
  return undefined
}
