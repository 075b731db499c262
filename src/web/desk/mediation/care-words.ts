// What to mind with a file's people: what to do, never what somebody is.

export const careWords = {
  slowly: { zh: '说慢一点、写下来', en: 'Speak slowly, write it down' },
  visitAtHome: { zh: '上门去谈', en: 'Talk at their home' },
  apart: { zh: '双方分开谈', en: 'Talk to the sides apart' },
  interpreter: { zh: '请翻译或手语', en: 'Bring an interpreter' },
  minorPresent: { zh: '有孩子在场，避开', en: 'A child is there: talk elsewhere' },
  largePrint: { zh: '文书用大字', en: 'Papers in large print' },
  companion: { zh: '让家人陪着', en: 'Let a relative stay with them' },
} as const
