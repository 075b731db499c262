// A word of supervision about one matter, without leaving the list.
import type { Output } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import { Dialog } from '../frame/Dialog.tsx'
import { MarkForm } from '../matter/forms/MarkForm.tsx'
import { SayForm } from '../matter/forms/SayForm.tsx'
import { moveWords } from '../matter/move-words.ts'
import { superviseWords } from './supervise-words.ts'

export type Said = {
  readonly what: 'urge' | 'mark' | 'comment' | 'acknowledge'
  readonly row: Pick<Output<'matter.list'>['matters'][number], 'id' | 'no' | 'title' | 'urgency'>
}

export function SayDialog({ said: { what, row }, onClose }: { readonly said: Said; readonly onClose: () => void }) {
  const go = useWords(moveWords)
  const t = useWords(superviseWords)
  const done = () => {
    onClose()
    tell(go(`did.${what}`))
  }
  const label = what === 'acknowledge' ? go('do.acknowledge') : t(`${what}Of`, { title: row.title })
  return (
    <Dialog label={label} onClose={onClose}>
      <p className="s q">{row.no}</p>
      <h2>{row.title}</h2>
      {what === 'mark' ? (
        <MarkForm matter={row} onDone={done} onCancel={onClose} />
      ) : (
        <SayForm matter={row} what={what} onDone={done} onCancel={onClose} />
      )}
    </Dialog>
  )
}
