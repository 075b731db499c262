// What the study module says when something cannot be done, and which kinds of disputes a field of sweeps is about.
import { problems } from '#kernel/problem.ts'
import type { Text } from '#kernel/words.ts'

/** Key fields that a sweep looks into, and what the national form counts as prevented (domain 2.9). */
export const FIELDS = [
  ...(['all', 'labour', 'insurance', 'estate', 'finance', 'urban', 'family', 'neighbours', 'lending'] as const),
] as const
export const PREVENTED = ['harm', 'case', 'petition', 'fight'] as const

/** As the national form names them. */
export const preventedWords = {
  harm: { zh: '防止民间纠纷引起自杀', en: 'Suicides that were prevented' },
  case: { zh: '防止转化为刑事案件', en: 'Kept from becoming criminal cases' },
  petition: { zh: '防止群体性上访', en: 'Mass petitions prevented' },
  fight: { zh: '防止群体性械斗', en: 'Mass fights prevented' },
} as const satisfies Readonly<Record<(typeof PREVENTED)[number], Text>>

/** By the first signs of their codes (domain 2.6); every one of them for `all`. */
export const FIELD_KINDS: Readonly<Record<(typeof FIELDS)[number], readonly string[]>> = {
  all: ['RM'],
  labour: ['RM10', 'RM11'],
  insurance: ['RM11', 'RM15'],
  estate: ['RM03', 'RM08', 'RM17'],
  finance: ['RM04', 'RM18'],
  urban: ['RM05', 'RM09'],
  family: ['RM01'],
  neighbours: ['RM02'],
  lending: ['RM18'],
}

export const studyProblems = problems('study', {
  wrongDays: {
    kind: 'invalid',
    zh: '结束的日子要在开始那天或以后。',
    en: 'It must end on the day it begins, or later.',
  },
  heldAlready: { kind: 'conflict', zh: '这次研判会已经记过了。', en: 'This meeting has been recorded already.' },
  notYet: { kind: 'conflict', zh: '还没到开会的日子。', en: 'It is not the day of the meeting yet.' },
  doneAlready: { kind: 'conflict', zh: '这条措施已经落实了。', en: 'This measure is done already.' },
  closedAlready: { kind: 'conflict', zh: '这次排查已经结束了。', en: 'This sweep is closed already.' },
  noOwner: { kind: 'invalid', zh: '负责人要是在岗的工作人员。', en: 'The owner must be somebody at work.' },
  pastDay: { kind: 'invalid', zh: '完成日期不能在开会以前。', en: 'It cannot be due before the meeting.' },
})
