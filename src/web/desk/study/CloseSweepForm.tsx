// A sweep ends: how many were visited, and how many quarrels did not come to one. Finds are counted from the files.
import { useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import { LineField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { sweepWords } from './sweep-words.ts'

type CloseProps = { readonly sweep: { readonly id: string; readonly version: number }; readonly onClose: () => void }

export function CloseSweepForm({ sweep: { id, version }, onClose }: CloseProps) {
  const t = useWords(sweepWords)
  const close = useCommand('study.closeSweep', {
    onDone: () => {
      tell(t('ended'))
      onClose()
    },
  })
  return (
    <Form
      label={t('close')}
      send={t('close')}
      busy={close.isPending}
      problem={close.error}
      consequence={t('closes')}
      onCancel={onClose}
      onSend={(value) =>
        close.mutate({
          input: { id, version, visited: Number(value('visited')), prevented: Number(value('avoided')) },
        })
      }
    >
      <div className="study-pair">
        <LineField name="visited" type="number" min={0} max={99_999} label={t('visited')} required />
        <LineField name="avoided" type="number" min={0} max={9_999} label={t('avoided')} required />
      </div>
    </Form>
  )
}
