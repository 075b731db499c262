// The words of what was entered as prevented.
import type { Words } from '#web/lang.ts'

export const countWords = {
  title: { zh: '已填报的防止情况', en: 'Entered as prevented' },
  month: { zh: '月份', en: 'Month' },
  counted: { zh: '{cases} 件 {people} 人', en: '{cases} of {people} people' },
} as const satisfies Words
