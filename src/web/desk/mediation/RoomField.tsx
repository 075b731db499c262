// Which room of the area is kept for a session; none where it is held elsewhere.
import { useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { PickField } from '../parts/Field.tsx'
import { mediationWords } from './words.ts'

export function RoomField({ name, label }: { readonly name: string; readonly label: string }) {
  const t = useWords(mediationWords)
  const lang = useLang()
  const rooms = useAnswer('room.list', {}).data?.rooms ?? []
  const options = rooms.map((one) => ({ value: one.id, label: pick(one.name, one.nameEn, lang) }))
  return <PickField name={name} label={label} options={[{ value: '', label: t('noRoom') }, ...options]} />
}
