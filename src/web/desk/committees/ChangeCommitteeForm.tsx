// Changes a committee, or begins its next term.
import { useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { Form } from '../parts/Form.tsx'
import { CommitteeFields, committeeSaid } from './CommitteeFields.tsx'
import type { Committee } from './CommitteeRecord.tsx'
import { committeeWords } from './words.ts'

export function ChangeCommitteeForm({ committee, onDone, onCancel }: FormProps & { readonly committee: Committee }) {
  const t = useWords(committeeWords)
  const save = useCommand('committee.change', {
    onDone: () => {
      tell(t('saved'))
      onDone()
    },
  })
  return (
    <Form
      label={t('change')}
      send={t('save')}
      busy={save.isPending}
      problem={save.error}
      onCancel={onCancel}
      onSend={(value) => {
        const said = committeeSaid(value, committee.industry)
        save.mutate({ input: { id: committee.id, version: committee.version, ...said } })
      }}
    >
      <CommitteeFields committee={committee} />
    </Form>
  )
}
