// Adds an area below another.
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { isBelow, LEVELS, type Level, levelWords } from '#modules/area/lifecycle.ts'
import { useCommand } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { LineField, PickField } from '../parts/Field.tsx'
import { Form, type Values } from '../parts/Form.tsx'
import type { Area } from './AreaRecord.tsx'
import { areaWords } from './words.ts'

const CODE = '[0-9A-Z]{2,24}'

const areaOf = (value: Values) => ({
  name: value('name'),
  nameEn: value('nameEn'),
  address: value('address'),
  ...(value('code') ? { code: value('code') } : {}),
  ...(value('floors') ? { floors: Number(value('floors')) } : {}),
})

export function AddAreaForm({ area, onDone, onCancel }: FormProps & { readonly area: Area }) {
  const t = useWords(areaWords)
  const lang = useLang()
  const navigate = useNavigate()
  const levels = LEVELS.filter((each) => isBelow(each, area.level))
  const [level, setLevel] = useState<Level>(levels[0] ?? 'home')
  const add = useCommand('area.add', {
    onDone: ({ id, name }) => {
      tell(t('added', { name }), {
        label: t('look'),
        run: () => void navigate({ to: '/desk/areas/{-$id}', params: { id } }),
      })
      onDone()
    },
  })
  return (
    <Form
      label={t('add')}
      send={t('saveAdd')}
      busy={add.isPending}
      problem={add.error}
      onCancel={onCancel}
      onSend={(value) => add.mutate({ input: { parentId: area.id, level, ...areaOf(value) } })}
    >
      <div className="row2">
        <LineField name="name" label={t('name')} required maxLength={60} />
        <PickField
          name="level"
          label={t('level')}
          value={level}
          onChange={({ target }) => setLevel(target.value as Level)}
          options={levels.map((value) => ({ value, label: levelWords[value][lang] }))}
        />
      </div>
      <div className="row2">
        <LineField name="nameEn" label={t('nameEn')} help={t('nameEnHelp')} maxLength={120} />
        <LineField name="code" label={t('codeLabel')} help={t('codeHelp')} pattern={CODE} maxLength={24} />
      </div>
      <div className="row2">
        <LineField name="address" label={t('address')} maxLength={120} />
        {level === 'building' ? (
          <LineField name="floors" label={t('floors')} type="number" min={0} max={200} step={1} />
        ) : null}
      </div>
    </Form>
  )
}
