// Changes how one kind of notice is said.
import { channelWords } from '#modules/notice/words.ts'
import { type Output, useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { LineField, ProseField, TickField } from '../parts/Field.tsx'
import { Form, type Values } from '../parts/Form.tsx'
import { noticeWords } from './words.ts'

type Kind = Output<'notice.kinds'>['kinds'][number]
const CHANNELS = ['inbox', 'sms', 'email'] as const

const inputOf = ({ code, version, to, titleZh, titleEn }: Kind, value: Values) => ({
  code,
  version,
  titleZh: to !== 'staff' ? titleZh : value('titleZh'),
  titleEn: to !== 'staff' ? titleEn : value('titleEn'),
  bodyZh: value('bodyZh'),
  bodyEn: value('bodyEn'),
  smsZh: value('smsZh'),
  smsEn: value('smsEn'),
  urgent: value('urgent') === 'on',
  channels: to !== 'staff' ? (['sms'] as const).slice() : CHANNELS.filter((channel) => value(channel) === 'on'),
})

export function NoticeKindForm({ kind, onDone, onCancel }: FormProps & { readonly kind: Kind }) {
  const t = useWords(noticeWords)
  const lang = useLang()
  const save = useCommand('notice.setKind', {
    onDone: () => {
      tell(t('saved'))
      onDone()
    },
  })
  const title = pick(kind.nameZh, kind.nameEn, lang)
  return (
    <>
      <h2 className="l">{title}</h2>
      <Form
        label={title}
        send={t('save')}
        busy={save.isPending}
        problem={save.error}
        onCancel={onCancel}
        onSend={(value) => save.mutate({ input: inputOf(kind, value) })}
      >
        {kind.to === 'staff' ? (
          <>
            <LineField
              name="titleZh"
              label={t('titleZh')}
              help={t('titleHelp')}
              defaultValue={kind.titleZh}
              required
              maxLength={60}
            />
            <LineField name="titleEn" label={t('titleEn')} defaultValue={kind.titleEn} required maxLength={120} />
            <LineField name="bodyZh" label={t('bodyZh')} defaultValue={kind.bodyZh} maxLength={120} />
            <LineField name="bodyEn" label={t('bodyEn')} defaultValue={kind.bodyEn} maxLength={240} />
            <fieldset className="f">
              <legend>{t('ways')}</legend>
              {CHANNELS.map((channel) => (
                <TickField
                  key={channel}
                  name={channel}
                  label={channelWords[channel][lang]}
                  initial={kind.channels.includes(channel)}
                />
              ))}
            </fieldset>
          </>
        ) : null}
        <ProseField name="smsZh" label={t('smsZh')} help={t('smsHelp')} defaultValue={kind.smsZh} maxLength={140} />
        <ProseField name="smsEn" label={t('smsEn')} defaultValue={kind.smsEn} maxLength={280} />
        <TickField name="urgent" label={t('isUrgent')} initial={kind.urgent} />
      </Form>
    </>
  )
}
