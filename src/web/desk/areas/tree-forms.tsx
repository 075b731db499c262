// Changes to the tree itself: a new code, another parent, the end of an area.
import { localDay } from '#kernel/clock.ts'
import { useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { tell } from '#web/parts/Toast.tsx'
import { AreaField } from '../parts/AreaField.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { LineField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import type { Area } from './AreaRecord.tsx'
import { areaWords } from './words.ts'

type AreaFormProps = FormProps & { readonly area: Area }

export function RecodeForm({ area, onDone, onCancel }: AreaFormProps) {
  const t = useWords(areaWords)
  const today = localDay(useNow())
  const recode = useCommand('area.recode', {
    onDone: () => {
      tell(t('recoded'))
      onDone()
    },
  })
  return (
    <Form
      label={t('recode')}
      send={t('saveCode')}
      busy={recode.isPending}
      problem={recode.error}
      onCancel={onCancel}
      onSend={(value) =>
        recode.mutate({
          input: {
            id: area.id,
            version: area.version,
            code: value('code'),
            from: value('from'),
            source: value('source'),
          },
        })
      }
    >
      <div className="row2">
        <LineField
          name="code"
          label={t('codeLabel')}
          defaultValue={area.code ?? ''}
          pattern="[0-9A-Z]{2,24}"
          required
          maxLength={24}
        />
        <LineField name="from" label={t('from')} type="date" defaultValue={today} required />
      </div>
      <LineField name="source" label={t('source')} help={t('sourceHelp')} required maxLength={80} />
    </Form>
  )
}

export function MoveAreaForm({ area, onDone, onCancel }: AreaFormProps) {
  const t = useWords(areaWords)
  const move = useCommand('area.move', {
    touches: ['matter', 'duty', 'place'],
    onDone: () => {
      tell(t('moved'))
      onDone()
    },
  })
  return (
    <Form
      label={t('move')}
      send={t('saveMove')}
      busy={move.isPending}
      problem={move.error}
      onCancel={onCancel}
      consequence={t('moveNote')}
      onSend={(value) => move.mutate({ input: { id: area.id, version: area.version, parentId: value('parentId') } })}
    >
      <AreaField name="parentId" label={t('newParent')} required />
    </Form>
  )
}

export function RetireAreaForm({ area, onDone, onCancel }: AreaFormProps) {
  const t = useWords(areaWords)
  const today = localDay(useNow())
  const retire = useCommand('area.retire', {
    onDone: () => {
      tell(t('retired'))
      onDone()
    },
  })
  return (
    <Form
      label={t('retire')}
      send={t('saveRetire')}
      look="danger"
      busy={retire.isPending}
      problem={retire.error}
      onCancel={onCancel}
      consequence={t('retireNote')}
      onSend={(value) => retire.mutate({ input: { id: area.id, version: area.version, on: value('on') } })}
    >
      <LineField name="on" label={t('on')} type="date" defaultValue={today} required />
    </Form>
  )
}
