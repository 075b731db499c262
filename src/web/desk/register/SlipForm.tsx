// A slip for the person himself: made once, shown once, printed.
import { useState } from 'react'
import { type Output, useCommand } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { nowMs } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { dateWords } from '#web/parts/when.ts'
import type { FormProps } from '../parts/Buttons.tsx'
import { Form } from '../parts/Form.tsx'
import type { Entry } from './PersonRecord.tsx'
import { registerWords } from './words.ts'

export function SlipForm({ entry, onDone, onCancel }: FormProps & { readonly entry: Entry }) {
  const t = useWords(registerWords)
  const lang = useLang()
  const [made, setMade] = useState<Output<'register.giveSlip'>>()
  const give = useCommand('register.giveSlip', { onDone: setMade })
  if (!made)
    return (
      <Form
        label={t('slip')}
        send={t('slip')}
        busy={give.isPending}
        problem={give.error}
        onCancel={onCancel}
        onSend={() => give.mutate({ input: { id: entry.id } })}
      >
        <p>{t('slipText')}</p>
      </Form>
    )
  return (
    <div className="form">
      <p className="slip-code">{t('slipMade', { slip: made.slip })}</p>
      <p>{t('slipWhere', { url: made.url, until: dateWords(made.until, new Date(nowMs()), lang) })}</p>
      <div className="acts">
        <Button onPress={() => print()}>{t('print')}</Button>
        <Button look="plain" onPress={onDone}>
          {t('saved')}
        </Button>
      </div>
    </div>
  )
}
