// Changes how many a day somebody in a role may open or look up.
import { roleWords } from '#modules/account/words.ts'
import { type Output, useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { LineField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { lookWords } from './words.ts'

type Limit = Output<'register.looks'>['limits'][number]

export function LimitForm({ limit, onDone, onCancel }: FormProps & { readonly limit: Limit }) {
  const t = useWords(lookWords)
  const role = useWords(roleWords)
  const save = useCommand('register.setLimit', {
    onDone: () => {
      tell(t('saved'))
      onDone()
    },
  })
  const title = `${role(limit.role)} · ${t(limit.kind)}`
  return (
    <>
      <h2 className="l">{title}</h2>
      <Form
        label={title}
        send={t('save')}
        busy={save.isPending}
        problem={save.error}
        onCancel={onCancel}
        onSend={(value) => save.mutate({ input: { ...limit, most: Number(value('most')) } })}
      >
        <LineField name="most" label={t('most')} defaultValue={String(limit.most)} required inputMode="numeric" />
      </Form>
    </>
  )
}
