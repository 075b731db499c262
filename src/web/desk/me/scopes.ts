// What a token may ask, as a sentence: “事项：看、改；消息：看”.
import type { Lang } from '#kernel/words.ts'
import { moduleWords } from '#modules/account/words.ts'
import type { Output } from '#web/call.ts'

export type Scope = Output<'account.tokens'>['scopes'][number]
export type ScopedModule = keyof typeof moduleWords

const VERBS = { read: { zh: '看', en: 'read' }, change: { zh: '改', en: 'change' } } as const

export const moduleName = (module: ScopedModule, lang: Lang): string => moduleWords[module][lang]

/** Modules of a list of scopes in the order of the house, each with what is asked of it. */
export function byModule(scopes: readonly Scope[]): [ScopedModule, (keyof typeof VERBS)[]][] {
  const verbsOf = (module: ScopedModule) =>
    (['read', 'change'] as const).filter((verb) => scopes.includes(`${module}.${verb}`))
  return (Object.keys(moduleWords) as ScopedModule[])
    .map((module): [ScopedModule, (keyof typeof VERBS)[]] => [module, verbsOf(module)])
    .filter(([, verbs]) => verbs.length > 0)
}

export const scopeSentence = (scopes: readonly Scope[], lang: Lang): string =>
  byModule(scopes)
    .map(([module, verbs]) => {
      // The part before the colon names the module; what follows it explains.
      const name = moduleName(module, lang).split(/[：:]/)[0]!
      const said = verbs.map((verb) => VERBS[verb][lang]).join(lang === 'zh' ? '、' : ', ')
      return lang === 'zh' ? `${name}：${said}` : `${name}: ${said}`
    })
    .join(lang === 'zh' ? '；' : '; ')
