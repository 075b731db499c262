// What is said of a committee, new or changed.
import { useWords } from '#web/lang.ts'
import { LineField, TickField } from '../parts/Field.tsx'
import type { Values } from '../parts/Form.tsx'
import type { Committee } from './CommitteeRecord.tsx'
import { committeeWords } from './words.ts'

export const committeeSaid = (value: Values, industry: readonly string[]) => ({
  name: value('name'),
  nameEn: value('nameEn'),
  word: value('word'),
  phone: value('phone'),
  industry: [...industry],
  termStart: value('termStart'),
  termEnd: value('termEnd'),
  women: value('women') === 'on',
})

export function CommitteeFields({ committee }: { readonly committee?: Committee }) {
  const t = useWords(committeeWords)
  return (
    <>
      <div className="row2">
        <LineField name="name" label={t('committeeName')} defaultValue={committee?.name} required maxLength={60} />
        <LineField name="nameEn" label={t('nameEn')} defaultValue={committee?.nameEn} maxLength={120} />
      </div>
      <div className="row2">
        <LineField
          name="word"
          label={t('word')}
          help={t('wordHelp')}
          defaultValue={committee?.word}
          required
          minLength={2}
          maxLength={10}
        />
        <LineField name="phone" label={t('phone')} defaultValue={committee?.phone} maxLength={20} />
      </div>
      <div className="row2">
        <LineField name="termStart" label={t('termStart')} type="date" defaultValue={committee?.termStart} required />
        <LineField
          name="termEnd"
          label={t('termEnd')}
          help={t('termHelp')}
          type="date"
          defaultValue={committee?.termEnd}
          required
        />
      </div>
      <TickField name="women" label={t('women')} initial={committee?.women ?? false} />
    </>
  )
}
