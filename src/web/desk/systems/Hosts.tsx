// Hosts that callbacks may reach: the list, allowing one, taking one off.
import { useState } from 'react'
import { useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { LineField, TickField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import type { Receivers } from './CallbacksPage.tsx'
import { callbackWords } from './words.ts'

type HostsProps = { readonly hosts: Receivers['hosts']; readonly may: boolean }

export function Hosts({ hosts, may }: HostsProps) {
  const t = useWords(callbackWords)
  const [adding, setAdding] = useState(false)
  return (
    <section className="sys-hosts">
      <div className="table-head">
        <div>
          <h2 className="l">{t('hosts')}</h2>
          <p className="q">{t('hostsLead')}</p>
        </div>
        {may && !adding ? <Button onPress={() => setAdding(true)}>{t('allow')}</Button> : null}
      </div>
      {adding ? <HostForm onDone={() => setAdding(false)} /> : null}
      {hosts.length > 0 ? <HostTable hosts={hosts} may={may} /> : <p className="q">{t('noHosts')}</p>}
    </section>
  )
}

function HostForm({ onDone }: { readonly onDone: () => void }) {
  const t = useWords(callbackWords)
  const allow = useCommand('callback.allowHost', {
    onDone: () => {
      tell(t('allowed'))
      onDone()
    },
  })
  return (
    <Form
      label={t('allow')}
      send={t('allow')}
      busy={allow.isPending}
      problem={allow.error}
      onCancel={onDone}
      onSend={(value) =>
        allow.mutate({
          input: {
            ...{ host: value('host'), port: Number(value('port')), reason: value('reason') },
            inside: value('inside') === 'on',
          },
        })
      }
    >
      <div className="row2">
        <LineField name="host" label={t('host')} help={t('hostHelp')} required maxLength={253} />
        <LineField
          name="port"
          label={t('port')}
          help="443"
          type="number"
          min={1}
          max={65_535}
          defaultValue={443}
          required
        />
      </div>
      <LineField name="reason" label={t('reason')} required minLength={2} maxLength={120} />
      <TickField name="inside" label={t('insideTick')} />
    </Form>
  )
}

function HostTable({ hosts, may }: HostsProps) {
  const t = useWords(callbackWords)
  const end = useCommand('callback.endHost', { onDone: () => tell(t('disallowed')) })
  return (
    <>
      <ProblemNote problem={end.error} />
      <table className="t n-table">
        <thead>
          <tr>
            <th>{t('host')}</th>
            <th>{t('reason')}</th>
            <th>{t('inside')}</th>
            <th>
              <span className="vh">{t('disallow')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {hosts.map(({ id, host, port, inside, reason }) => (
            <tr key={id}>
              <td className="n-first sys-url">
                {host}
                {port === 443 ? '' : `:${port}`}
              </td>
              <td>{reason}</td>
              <td className="nw">{t(inside ? 'inside' : 'outside')}</td>
              <td className="num">
                {may ? (
                  <button
                    type="button"
                    className="tool"
                    disabled={end.isPending}
                    aria-label={t('disallowOf', { name: host })}
                    onClick={() => end.mutate({ input: { id } })}
                  >
                    {t('disallow')}
                  </button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
