// Choosing a home: the building first, then one of its rooms.
import { useState } from 'react'
import { useAnswer } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { AreaField } from '../parts/AreaField.tsx'
import { PickField } from '../parts/Field.tsx'
import { registerWords } from './words.ts'

export function HomeField({ name }: { readonly name: string }) {
  const t = useWords(registerWords)
  const [building, setBuilding] = useState<string>()
  const { data } = useAnswer('register.homes', { areaId: building ?? '' }, { enabled: building !== undefined })
  return (
    <>
      <AreaField name="building" label={t('building')} level="building" onChange={(found) => setBuilding(found?.id)} />
      <PickField
        name={name}
        label={t('home')}
        required
        options={[
          { value: '', label: t('chooseHome') },
          ...(building ? (data?.homes ?? []) : []).map(({ id, address }) => ({ value: id, label: address })),
        ]}
      />
    </>
  )
}
