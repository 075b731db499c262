// Finishes a matter: the result, what was done, and photos taken after the work.
import { useState } from 'react'
import { RESULTS } from '#modules/matter/lifecycle.ts'
import { resultWords } from '#modules/matter/words.ts'
import { useCommand } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { ChoiceField, ProseField } from '../../parts/Field.tsx'
import { Form } from '../../parts/Form.tsx'
import { PhotosField } from '../../parts/PhotosField.tsx'
import type { MoveFormProps } from '../Actions.tsx'
import { moveWords } from '../move-words.ts'
import { matterWords } from '../words.ts'

const MOST = 9

export function FinishForm({ matter, onDone, onCancel }: MoveFormProps) {
  const t = useWords(matterWords)
  const go = useWords(moveWords)
  const lang = useLang()
  const [photos, setPhotos] = useState<readonly File[]>([])
  const finish = useCommand('matter.finish', { onDone })
  const needed = matter.proof === 'photo'
  const wrong = needed && photos.length === 0 ? t('photosMissing') : photos.length > MOST ? t('photosMany') : undefined
  return (
    <Form
      label={go('do.finish')}
      send={go('do.finish')}
      busy={finish.isPending}
      problem={finish.error}
      onCancel={onCancel}
      onSend={(value) => {
        const result = RESULTS.find((each) => each === value('result')) ?? 'solved'
        finish.mutate({ input: { id: matter.id, result, done: value('done') }, files: { photos } })
      }}
    >
      <ChoiceField
        name="result"
        label={t('result')}
        initial="solved"
        options={RESULTS.map((value) => ({ value, label: resultWords[value][lang] }))}
      />
      <ProseField name="done" label={t('done')} help={t('doneHelp')} required minLength={2} maxLength={2000} />
      <PhotosField
        name="photos"
        label={t('photos')}
        help={t(needed ? 'photosNeeded' : 'photosFree')}
        photos={photos}
        onChange={setPhotos}
        wrong={wrong}
      />
    </Form>
  )
}
