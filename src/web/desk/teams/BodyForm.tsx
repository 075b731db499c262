// Records or changes a partner body, or lets it leave.
import { useState } from 'react'
import { useAnswer, useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { LineField, PickField, ProseField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import type { Body } from './BodiesPage.tsx'
import { teamWords } from './words.ts'

type BodyFormProps = FormProps & { readonly body: Body | undefined; readonly areaId: string }

export function BodyForm({ body, areaId, onDone, onCancel }: BodyFormProps) {
  const t = useWords(teamWords)
  const lang = useLang()
  const kinds = useAnswer('duty.teamKinds', {}, { staleMs: 600_000 })
  const save = useCommand('duty.setBody', {
    onDone: () => {
      tell(t('saved'))
      onDone()
    },
  })
  const options = (kinds.data?.bodies ?? [])
    .filter(({ code, retired }) => !retired || code === body?.kind)
    .map(({ code, zh, en }) => ({ value: code, label: pick(zh, en, lang) }))
  if (!kinds.data) return null
  return (
    <>
      <h2>{body ? pick(body.name, body.nameEn, lang) : t('newBody')}</h2>
      <Form
        label={t(body ? 'editBody' : 'newBody')}
        send={t('saveBody')}
        busy={save.isPending}
        problem={save.error}
        onCancel={onCancel}
        onSend={(value) =>
          save.mutate({
            input: {
              ...(body ? { id: body.id, version: body.version } : {}),
              ...{ areaId: body?.areaId ?? areaId, kind: value('kind'), name: value('name'), nameEn: value('nameEn') },
              ...{ offersZh: value('offersZh'), offersEn: value('offersEn') },
              ...{ contact: value('contact'), phone: value('phone') },
            },
          })
        }
      >
        <LineField name="name" label={t('name')} defaultValue={body?.name} required maxLength={60} />
        <LineField name="nameEn" label={t('nameEn')} defaultValue={body?.nameEn} maxLength={120} />
        <PickField name="kind" label={t('kind')} defaultValue={body?.kind} options={options} />
        <ProseField name="offersZh" label={t('offers')} defaultValue={body?.offersZh} maxLength={300} />
        <ProseField name="offersEn" label={t('offersEn')} defaultValue={body?.offersEn} maxLength={500} />
        <LineField name="contact" label={t('contact')} defaultValue={body?.contact} maxLength={40} />
        <LineField name="phone" label={t('phone')} type="tel" defaultValue={body?.phone} maxLength={20} />
      </Form>
      {body?.can.includes('endBody') ? <LeaveForm body={body} onDone={onDone} /> : null}
    </>
  )
}

/** Asks once more: there is no way back but recording it anew. */
function LeaveForm({ body, onDone }: { readonly body: Body; readonly onDone: () => void }) {
  const t = useWords(teamWords)
  const lang = useLang()
  const [open, setOpen] = useState(false)
  const end = useCommand('duty.endBody', {
    onDone: () => {
      tell(t('left', { name: pick(body.name, body.nameEn, lang) }))
      onDone()
    },
  })
  return (
    <div className="ending">
      {open ? (
        <Form
          label={t('leave')}
          send={t('leave')}
          look="danger"
          busy={end.isPending}
          problem={end.error}
          onCancel={() => setOpen(false)}
          onSend={() => end.mutate({ input: { id: body.id } })}
        >
          <p>{t('leaveNote')}</p>
        </Form>
      ) : (
        <button type="button" className="tool" onClick={() => setOpen(true)}>
          {t('leave')}
        </button>
      )}
    </div>
  )
}
