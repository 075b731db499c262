// Whom a matter lies with, in words: the unit and the person as the server names them.
import type { Lang } from '#kernel/words.ts'
import type { Output } from '#web/call.ts'
import { pick } from '#web/lang.ts'

export type LiesWith = Output<'matter.list'>['matters'][number]['liesWith']

/** “第12网格 周晓岚”, “自来水公司”; empty where it lies with nobody in particular. */
export const namesOf = (lies: LiesWith, lang: Lang): string =>
  lies ? [pick(lies.unit, lies.unitEn, lang), lies.person].filter(Boolean).join(' ') : ''
