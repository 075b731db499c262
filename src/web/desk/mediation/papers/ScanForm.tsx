// Takes in the scanned pages of one paper: what it is, whose, and the pages themselves.
import { useState } from 'react'
import { localDay } from '#kernel/clock.ts'
import { useCommand } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { tell } from '#web/parts/Toast.tsx'
import { LineField, PickField, TickField } from '../../parts/Field.tsx'
import { Form } from '../../parts/Form.tsx'
import { PhotosField } from '../../parts/PhotosField.tsx'
import type { File as Mediation } from '../MediationRecord.tsx'
import { paperWords, scanKindWords } from './words.ts'

type Kind = keyof typeof scanKindWords
const KINDS = Object.keys(scanKindWords) as Kind[]
const MOST = 9

type ScanFormProps = { readonly file: Mediation; readonly onDone: () => void }

export function ScanForm({ file, onDone }: ScanFormProps) {
  const t = useWords(paperWords)
  const lang = useLang()
  const today = localDay(useNow())
  const [kind, setKind] = useState<Kind>('identity')
  const [photos, setPhotos] = useState<readonly File[]>([])
  const send = useCommand('mediation.addScan', {
    onDone: () => {
      tell(t('saved'))
      onDone()
    },
  })
  const wrong = photos.length === 0 || photos.length > MOST ? t('scanPagesMissing') : undefined
  const parties = file.parties.map((one) => ({ value: one.id, label: `${t(one.side)} ${one.name}` }))
  const terms = file.agreement?.terms.map((one, at) => ({ value: one.id, label: t('term', { no: at + 1 }) })) ?? []
  return (
    <Form
      label={t('scan')}
      send={t('scan')}
      busy={send.isPending}
      problem={send.error}
      onCancel={onDone}
      onSend={(value) => {
        const whose = kind === 'receipt' ? { termId: value('about') } : { partyId: value('about') }
        const about = value('about') ? whose : {}
        const paper = { paper: kind, name: value('name'), givenOn: value('day'), original: value('original') !== '' }
        send.mutate({ input: { id: file.id, ...paper, ...about }, files: { photos } })
      }}
    >
      <PickField
        name="kind"
        label={t('scanKind')}
        options={KINDS.map((value) => ({ value, label: scanKindWords[value][lang] }))}
        onChange={(event) => setKind(event.target.value as Kind)}
      />
      {kind === 'receipt' ? (
        <PickField name="about" label={t('scanTerm')} options={terms} required />
      ) : (
        <PickField name="about" label={t('scanWhose')} options={parties} />
      )}
      <LineField
        key={kind}
        name="name"
        label={t('scanName')}
        required
        maxLength={80}
        defaultValue={scanKindWords[kind].zh}
      />
      <LineField name="day" label={t('scanDay')} type="date" max={today} defaultValue={today} required />
      <TickField name="original" label={t('scanOriginal')} initial />
      <PhotosField
        name="photos"
        label={t('scanPages')}
        help={t('scanPagesHelp')}
        photos={photos}
        onChange={setPhotos}
        wrong={wrong}
      />
    </Form>
  )
}
