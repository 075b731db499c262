// 卷宗情况说明: why something that belongs into the file is not there, as whoever closes it wrote it down.
import { localDay } from '#kernel/clock.ts'
import type { Keys } from '#kernel/crypto.ts'
import { mayExplain } from '../lifecycle.ts'
import type { FileOnPaper } from '../papers/shape.ts'
import { openIn } from '../sealed.ts'
import type { StepRow } from '../store.ts'

/** The step that explains a gap; its reason is the row of the list. */
export const EXPLAINS = 'explainGap'
const TITLES: Readonly<Record<string, string>> = { 3: '身份证明', 6: '证据材料', 9: '履行凭证', 11: '司法确认材料' }

export function notesOnPaper(keys: Keys, steps: readonly StepRow[]): Pick<FileOnPaper, 'fileNotes' | 'explained'> {
  const notes = steps.filter(({ move, reason }) => move === EXPLAINS && mayExplain(reason ?? ''))
  return {
    fileNotes: notes.map((one) => {
      const words = openIn(keys, 'mediation_step', one, 'words', one.words)
      return `${TITLES[one.reason!]}：${words}（${one.actor_name}，${localDay(one.at)}）`
    }),
    explained: notes.map(({ reason }) => reason!),
  }
}
