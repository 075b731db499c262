// Two entries of one person side by side: which one stays, and what it takes from this one.
import { useState } from 'react'
import { useAnswer, useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { Facts } from '../parts/Facts.tsx'
import { PickField, TickField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import type { Entry } from './PersonRecord.tsx'
import { usePersonLine } from './person-line.ts'
import { registerWords } from './words.ts'

const FIELDS = ['name', 'phone', 'birth', 'homePlace', 'need'] as const

export function MergeForm({ entry, onDone, onCancel }: FormProps & { readonly entry: Entry }) {
  const t = useWords(registerWords)
  const line = usePersonLine()
  const [into, setInto] = useState('')
  const home = useAnswer('register.home', { id: entry.homeId ?? '' }, { enabled: entry.homeId !== null })
  const others = (home.data?.inside ?? []).filter((one) => one.id !== entry.id)
  const other = others.find((one) => one.id === into)
  const merge = useCommand('register.merge', {
    onDone: () => {
      tell(t('saved'))
      onDone()
    },
  })
  return (
    <Form
      label={t('merge')}
      send={t('merge')}
      busy={merge.isPending}
      problem={merge.error}
      onCancel={onCancel}
      consequence={t('mergeText')}
      onSend={(value) =>
        other &&
        merge.mutate({
          input: {
            ...{ id: entry.id, version: entry.version, into: other.id, intoVersion: other.version },
            take: FIELDS.filter((field) => value(field) === 'on'),
          },
        })
      }
    >
      <PickField
        name="into"
        label={t('mergeInto')}
        required
        value={into}
        onChange={({ target }) => setInto(target.value)}
        options={[
          { value: '', label: t('chooseHome') },
          ...others.map((one) => ({ value: one.id, label: `${one.name} ${line(one)}` })),
        ]}
      />
      {other ? (
        <div className="side-by-side">
          {[entry, other].map((one) => (
            <Facts
              key={one.id}
              facts={[
                [t('name'), one.name],
                [t('phone'), one.phone],
                [t('birthYear'), one.birthYear],
                [t('address'), one.address],
                [t('asOf'), one.asOf],
              ]}
            />
          ))}
        </div>
      ) : null}
      {other
        ? FIELDS.map((field) => <TickField key={field} name={field} label={t('take', { field: t(field) })} />)
        : null}
    </Form>
  )
}
