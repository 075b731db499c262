// What only kinds of rooms and kinds of means have: level, expected, usual services; unit.
import { useWords } from '#web/lang.ts'
import { LineField, PickField, TickField } from '../parts/Field.tsx'
import { LineRows, type useDrafts } from '../rooms/LineRows.tsx'
import { type Kind, LEVELS } from './families.ts'
import { roomKindWords } from './words.ts'

type OwnProps = { readonly kind: Kind | undefined }

export function RoomFields({ kind, usual }: OwnProps & { readonly usual: ReturnType<typeof useDrafts> }) {
  const t = useWords(roomKindWords)
  return (
    <>
      <PickField
        name="level"
        label={t('level')}
        defaultValue={kind?.level ?? 'any'}
        options={(['any', ...LEVELS] as const).map((value) => ({ value, label: t(`level.${value}`) }))}
      />
      <TickField name="expected" label={t('expectedRoom')} initial={kind?.expected ?? false} />
      <LineRows {...usual} name="usual" legend={t('usual')} help={t('usualHelp')} most={[60, 120]} />
    </>
  )
}

export function MeansFields({ kind }: OwnProps) {
  const t = useWords(roomKindWords)
  return (
    <>
      <div className="row2">
        <LineField name="unitZh" label={t('unit')} defaultValue={kind?.unitZh} required maxLength={10} />
        <LineField name="unitEn" label={t('unitEn')} defaultValue={kind?.unitEn} maxLength={20} />
      </div>
      <TickField name="expected" label={t('expectedMeans')} initial={kind?.expected ?? false} />
    </>
  )
}
