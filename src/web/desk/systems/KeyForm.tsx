// Gives another system a key; the key itself is shown once.
import { useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { LineField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { systemWords } from './words.ts'

const USUAL_DAYS = 365

export function KeyForm({ onDone }: { readonly onDone: () => void }) {
  const t = useWords(systemWords)
  const add = useCommand('open311.addKey')
  if (add.data)
    return (
      <div className="form" role="status">
        <h2 className="l">{t('key')}</h2>
        <p>
          <b>{t('shownOnce')}</b>
        </p>
        <input
          className="in"
          readOnly
          value={add.data.key}
          aria-label={t('key')}
          onFocus={(event) => event.target.select()}
        />
        <div className="acts">
          <Button onPress={onDone}>{t('done')}</Button>
        </div>
      </div>
    )
  return (
    <>
      <h2 className="l">{t('newKey')}</h2>
      <Form
        label={t('newKey')}
        send={t('make')}
        busy={add.isPending}
        problem={add.error}
        onCancel={onDone}
        onSend={(value) =>
          add.mutate({
            input: { owner: value('owner'), contact: value('contact'), days: Number(value('days')) },
          })
        }
      >
        <LineField name="owner" label={t('owner')} help={t('ownerHelp')} required minLength={2} maxLength={80} />
        <LineField name="contact" label={t('contact')} help={t('contactHelp')} required minLength={2} maxLength={120} />
        <LineField
          name="days"
          label={t('days')}
          help={t('daysHelp')}
          type="number"
          min={1}
          max={1096}
          defaultValue={USUAL_DAYS}
          required
        />
      </Form>
    </>
  )
}
