// The fields of a post: which, where, from when until when.
import { localDay } from '#kernel/clock.ts'
import { roleWords } from '#modules/account/words.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { AreaField } from '../parts/AreaField.tsx'
import { LineField, PickField } from '../parts/Field.tsx'
import type { Values } from '../parts/Form.tsx'
import { POST_ROLES } from './roles.ts'
import { accountWords } from './words.ts'

export function PostFields() {
  const t = useWords(accountWords)
  const lang = useLang()
  const today = localDay(useNow())
  return (
    <>
      <div className="row2">
        <PickField
          name="role"
          label={t('role')}
          options={POST_ROLES.map((value) => ({ value, label: roleWords[value][lang] }))}
          required
        />
        <AreaField name="areaId" label={t('area')} required />
      </div>
      <div className="row2">
        <LineField name="from" label={t('from')} type="date" defaultValue={today} />
        <LineField name="to" label={t('to')} type="date" />
      </div>
    </>
  )
}

/** What the fields say, as an operation takes it. */
export const postOf = (value: Values) => ({
  role: POST_ROLES.find((role) => role === value('role')) ?? 'grid_worker',
  areaId: value('areaId'),
  ...(value('from') ? { from: value('from') } : {}),
  ...(value('to') ? { to: value('to') } : {}),
})
