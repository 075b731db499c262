// What is kept of people in the study of disputes: who owns a measure, and what was written down by mistake.
import { open, type PersonalField, PIPL, personalField, YEAR } from '#kernel/personal.ts'

export const personal: readonly PersonalField[] = [
  personalField('study.owner', ['study_measure.owner_id'], {
    class: 'P',
    purpose: { zh: '措施由谁落实', en: 'Who sees a measure through' },
    basis: PIPL.staff,
    retention: { from: 'made', days: 3 * YEAR },
    kept: 'plain',
    mask: open,
  }),
  personalField('study.words', ['study_meeting.minutes', 'study_measure.words', 'study_measure.result'], {
    class: 'P',
    purpose: {
      zh: '研判会的纪要和措施，说事、说地方，不说人；可能误写',
      en: 'Minutes and measures, about kinds and places, not people; somebody may be named by mistake',
    },
    basis: PIPL.duty,
    retention: { from: 'made', days: 3 * YEAR },
    kept: 'plain',
    mask: open,
  }),
]
