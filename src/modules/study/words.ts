// What the study module says when something cannot be done, and which kinds of disputes a field of sweeps is about.
import { problems } from '#kernel/problem.ts'
import type { FIELDS } from './contract/meetings.ts'

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
