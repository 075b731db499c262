// While it is being written: the number to call first, when the words or the kind smell of danger.
import { useAnswer } from '#web/call.ts'
import { useLang } from '#web/lang.ts'
import { Emergency } from '../matter/Emergency.tsx'
import { findDanger } from './find-danger.ts'

const HOUR_MS = 3_600_000

export function DangerNote({ words, kind }: { readonly words: string; readonly kind: string }) {
  const lang = useLang()
  const { data: rules } = useAnswer('matter.rules', {}, { staleMs: HOUR_MS })
  const { data } = useAnswer('matter.kinds', {}, { staleMs: HOUR_MS })
  const danger = findDanger(rules?.dangers ?? [], words)
  if (danger) return <Emergency number={danger.call} says={danger[lang]} />
  const number = data?.kinds.find(({ code }) => code === kind)?.emergency
  return number ? <Emergency number={number} /> : null
}
