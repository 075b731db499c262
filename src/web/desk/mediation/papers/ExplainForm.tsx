// Why something that others were to hand in is not there: it is printed in 卷宗情况说明.
import { useState } from 'react'
import { type Input, useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { ProseField } from '../../parts/Field.tsx'
import { Form } from '../../parts/Form.tsx'
import { paperWords } from './words.ts'

export function ExplainForm({ id, row }: { readonly id: string; readonly row: string }) {
  const t = useWords(paperWords)
  const [open, setOpen] = useState(false)
  const explain = useCommand('mediation.explainGap', { onDone: () => setOpen(false) })
  if (!open) return <Button onPress={() => setOpen(true)}>{t('explain')}</Button>
  return (
    <Form
      label={t('explain')}
      send={t('explain')}
      busy={explain.isPending}
      problem={explain.error}
      onCancel={() => setOpen(false)}
      onSend={(value) =>
        explain.mutate({ input: { id, row: row as Input<'mediation.explainGap'>['row'], words: value('words') } })
      }
    >
      <ProseField
        name="words"
        label={t('explainWhy')}
        help={t('explainHelp')}
        required
        minLength={2}
        maxLength={2000}
      />
    </Form>
  )
}
