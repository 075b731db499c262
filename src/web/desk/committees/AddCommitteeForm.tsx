// Records a committee, or a room that works under one.
import { useNavigate } from '@tanstack/react-router'
import { type Output, useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import { AreaField } from '../parts/AreaField.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { PickField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { CommitteeFields, committeeSaid } from './CommitteeFields.tsx'
import { useSkillNames } from './use-skill-name.ts'
import { committeeWords } from './words.ts'

type AddProps = FormProps & { readonly committees: Output<'committee.list'>['committees'] }

export function AddCommitteeForm({ committees, onDone, onCancel }: AddProps) {
  const t = useWords(committeeWords)
  const lang = useLang()
  const navigate = useNavigate()
  const { kinds } = useSkillNames()
  const add = useCommand('committee.add', {
    onDone: ({ id }) => {
      tell(t('saved'))
      onDone()
      void navigate({ to: '/desk/committees/{-$id}', params: { id } })
    },
  })
  const word = (one: { zh: string; en: string; code: string }) => ({
    value: one.code,
    label: pick(one.zh, one.en, lang),
  })
  return (
    <Form
      label={t('add')}
      send={t('save')}
      busy={add.isPending}
      problem={add.error}
      onCancel={onCancel}
      onSend={(value) =>
        add.mutate({
          input: {
            ...committeeSaid(value, []),
            ...{ areaId: value('areaId'), kind: value('kind'), parentId: value('parentId') || null },
          },
        })
      }
    >
      <h1>{t('add')}</h1>
      <AreaField name="areaId" label={t('area')} required />
      <div className="row2">
        <PickField name="kind" label={t('kind')} options={kinds.filter(({ retired }) => !retired).map(word)} />
        <PickField
          name="parentId"
          label={t('parent')}
          options={[
            { value: '', label: t('noParent') },
            ...committees.map(({ id, name, nameEn }) => ({ value: id, label: pick(name, nameEn, lang) })),
          ]}
        />
      </div>
      <CommitteeFields />
    </Form>
  )
}
