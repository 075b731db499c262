// Adds an address that is called, or changes one.
import { useState } from 'react'
import { useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import { LineField, PickField, TickField } from '../parts/Field.tsx'
import { Form, type Values } from '../parts/Form.tsx'
import type { Receivers } from './CallbacksPage.tsx'
import type { Receiver } from './ReceiverTable.tsx'
import { SecretShown } from './SecretShown.tsx'
import { callbackWords } from './words.ts'

type ReceiverFormProps = {
  readonly receiver?: Receiver
  readonly events: Receivers['events']
  readonly onDone: (id: string) => void
  readonly onCancel: () => void
}

/** What somebody usually wants to hear of first. */
const USUAL: readonly string[] = ['matter.reported', 'matter.replied', 'matter.closed', 'matter.reopened']

export function ReceiverForm({ receiver: shown, events, onDone, onCancel }: ReceiverFormProps) {
  // What was read when the form was opened: a change by somebody else must not slip under what is typed here.
  const [receiver] = useState(shown)
  const t = useWords(callbackWords)
  const lang = useLang()
  const add = useCommand('callback.add')
  const change = useCommand('callback.change', { onDone: () => tell(t('saved')) })
  if (add.data) return <SecretShown secret={add.data.secret} onDone={() => onDone(add.data.id)} />
  const wanted = (value: Values) => ({
    ...{ owner: value('owner'), contact: value('contact'), url: value('url') },
    lang: value('lang') === 'en' ? ('en' as const) : ('zh' as const),
    events: events.flatMap(({ code }) => (value(code) === 'on' ? [code] : [])),
  })
  const send = (value: Values) => {
    if (!receiver) return add.mutate({ input: wanted(value) })
    const { id, version } = receiver
    change.mutate({ input: { id, version, ...wanted(value) } }, { onSuccess: () => onDone(id) })
  }
  const chosen = receiver?.events ?? USUAL
  return (
    <>
      <h2 className="l">{receiver ? receiver.owner : t('add')}</h2>
      <Form
        label={t('add')}
        send={t(receiver ? 'save' : 'make')}
        busy={add.isPending || change.isPending}
        problem={add.error ?? change.error}
        onCancel={onCancel}
        onSend={send}
      >
        <WhoFields receiver={receiver} />
        <fieldset className="f">
          <legend>{t('events')}</legend>
          <div className="sys-events">
            {events.map(({ code, zh, en }) => (
              <TickField key={code} name={code} label={pick(zh, en, lang)} initial={chosen.includes(code)} />
            ))}
          </div>
        </fieldset>
      </Form>
    </>
  )
}

/** Whose it is, where it lies, in which language it is told. */
function WhoFields({ receiver }: { readonly receiver: Receiver | undefined }) {
  const t = useWords(callbackWords)
  return (
    <>
      <LineField
        name="owner"
        label={t('owner')}
        help={t('ownerHelp')}
        defaultValue={receiver?.owner}
        required
        minLength={2}
        maxLength={80}
      />
      <LineField
        name="contact"
        label={t('contact')}
        help={t('contactHelp')}
        defaultValue={receiver?.contact}
        required
        minLength={2}
        maxLength={120}
      />
      <LineField
        name="url"
        label={t('url')}
        help={t('urlHelp')}
        type="url"
        defaultValue={receiver?.url}
        required
        maxLength={500}
      />
      <PickField
        name="lang"
        label={t('lang')}
        defaultValue={receiver?.lang ?? 'zh'}
        options={(['zh', 'en'] as const).map((value) => ({ value, label: t(`lang.${value}`) }))}
      />
    </>
  )
}
