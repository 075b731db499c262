// Ends a code: with a new one in its place, or for good. Says first what that means on the wall.
import { useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { Form } from '../parts/Form.tsx'
import type { Place } from './CodesRecord.tsx'
import { codeWords } from './words.ts'

type EndCodeFormProps = FormProps & { readonly place: Place; readonly what: 'reissue' | 'retire' }

export function EndCodeForm({ place, what, onDone, onCancel }: EndCodeFormProps) {
  const t = useWords(codeWords)
  const done = () => {
    tell(t(what === 'reissue' ? 'reissued' : 'retiredDone'))
    onDone()
  }
  const reissue = useCommand('place.reissue', { onDone: done })
  const retire = useCommand('place.retire', { onDone: done })
  const end = what === 'reissue' ? reissue : retire
  const title = t(`${what}Title`, { name: place.name })
  return (
    <Form
      label={title}
      send={t(`${what}Save`)}
      look="danger"
      busy={end.isPending}
      problem={end.error}
      onCancel={onCancel}
      onSend={() => end.mutate({ input: { id: place.id, version: place.version } })}
    >
      <h3>{title}</h3>
      <p>{t(`${what}Note`)}</p>
    </Form>
  )
}
