// Whom one has declared for avoidance: what they bring in is opened by a colleague. Only oneself and the privacy officer read it.
import { useState } from 'react'
import { useAnswer, useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import { LineField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { kinWords } from './kin-words.ts'

export function Kin() {
  const t = useWords(kinWords)
  const [adding, setAdding] = useState(false)
  const { data, refetch } = useAnswer('kin.mine', {})
  const changed = (said: string) => {
    tell(said)
    setAdding(false)
    void refetch()
  }
  const declare = useCommand('kin.declare', { onDone: ({ found }) => changed(t('saved', { count: found })) })
  const end = useCommand('kin.end', { onDone: () => changed(t('ended')) })
  const entries = (data?.entries ?? []).filter(({ endedAt }) => endedAt === null)
  return (
    <section className="part">
      <h2>{t('title')}</h2>
      <div>
        <p className="q">{t('text')}</p>
        <ul className="lines">
          {entries.map((one) => (
            <li key={one.id}>
              {[one.name, one.phone, one.address].filter(Boolean).join(' ')}{' '}
              <button
                type="button"
                className="tool"
                disabled={end.isPending}
                onClick={() => end.mutate({ input: { id: one.id } })}
              >
                {t('end')}
              </button>
            </li>
          ))}
        </ul>
        {adding ? (
          <Form
            label={t('add')}
            send={t('add')}
            busy={declare.isPending}
            problem={declare.error}
            onCancel={() => setAdding(false)}
            onSend={(value) =>
              declare.mutate({ input: { tie: 'relative', name: value('name'), phone: value('phone') } })
            }
          >
            <LineField name="name" label={t('name')} maxLength={40} />
            <LineField name="phone" label={t('phone')} help={t('phoneHelp')} type="tel" maxLength={20} required />
          </Form>
        ) : (
          <button type="button" className="btn" onClick={() => setAdding(true)}>
            {t('add')}
          </button>
        )}
      </div>
    </section>
  )
}
