// How a batch stands, as a shape and a word.
import { type BatchState, batchLife } from '#modules/register/lifecycle.ts'
import { useLang } from '#web/lang.ts'
import { Mark, type ShapeName, type Tone } from '#web/parts/State.tsx'

const LOOKS: Record<BatchState, { readonly shape: ShapeName; readonly tone?: Tone }> = {
  received: { shape: 'ring' },
  checking: { shape: 'half' },
  checked: { shape: 'ring', tone: 'need' },
  loading: { shape: 'half' },
  published: { shape: 'tick', tone: 'done' },
  undoing: { shape: 'returned' },
  undone: { shape: 'returned' },
  cancelled: { shape: 'missing' },
  failed: { shape: 'triangle', tone: 'late' },
}

export function BatchMark({ state }: { readonly state: BatchState }) {
  const lang = useLang()
  return <Mark {...LOOKS[state]}>{batchLife.states[state][lang]}</Mark>
}
