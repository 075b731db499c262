// Correcting an entry: what is left empty stays as it is, since it is not shown.
import { useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { Form } from '../parts/Form.tsx'
import { chosenIn, filledIn, PersonFields } from './PersonFields.tsx'
import type { Entry } from './PersonRecord.tsx'
import { registerWords } from './words.ts'

export function ChangePersonForm({ entry, onDone, onCancel }: FormProps & { readonly entry: Entry }) {
  const t = useWords(registerWords)
  const done = () => {
    tell(t('saved'))
    onDone()
  }
  const change = useCommand('register.change', { onDone: done })
  return (
    <Form
      label={t('change')}
      send={t('save')}
      busy={change.isPending}
      problem={change.error}
      onCancel={onCancel}
      onSend={(value) =>
        change.mutate({
          input: { id: entry.id, version: entry.version, ...filledIn(value), ...chosenIn(value) },
        })
      }
    >
      <p className="help">{t('changeHelp')}</p>
      <PersonFields anew={false} sex={String(entry.sex)} relation={entry.relation} of={entry.class} />
    </Form>
  )
}
