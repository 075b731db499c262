// People whom other bodies have seconded, and ending it.
import { useState } from 'react'
import { type Output, useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import { Form } from '../parts/Form.tsx'
import { teamWords } from './words.ts'

type Seconded = Output<'duty.seconded'>['people'][number]

export function SecondedTable({ people }: { readonly people: readonly Seconded[] }) {
  const t = useWords(teamWords)
  if (people.length === 0) return <p className="q">{t('noSeconded')}</p>
  return (
    <div className="means-scroll">
      <table className="t stacks">
        <thead>
          <tr>
            <th>{t('person')}</th>
            <th>{t('task')}</th>
            <th>{t('area')}</th>
            <th>{t('phone')}</th>
            <th>{t('term')}</th>
            <th>
              <span className="vh">{t('end')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((one) => (
            <SecondedRow key={one.id} one={one} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function SecondedRow({ one }: { readonly one: Seconded }) {
  const t = useWords(teamWords)
  const lang = useLang()
  const [open, setOpen] = useState(false)
  const name = pick(one.name, one.nameEn, lang)
  return (
    <>
      <tr>
        <td>
          <b className="nw">{name}</b>
          <span className="sub-line s q">{pick(one.bodyName, one.bodyNameEn, lang)}</span>
        </td>
        <td>{pick(one.taskZh, one.taskEn, lang)}</td>
        <td className="nw">{pick(one.areaName, one.areaNameEn, lang)}</td>
        <td className="nw">{one.phone}</td>
        <td className="nw">{one.to ? t('termTo', { from: one.from, to: one.to }) : t('since', { from: one.from })}</td>
        <td className="num">
          {one.can.includes('endSecondment') ? (
            <button type="button" className="tool" aria-expanded={open} onClick={() => setOpen(!open)}>
              {t('end')}
              <span className="vh"> {name}</span>
            </button>
          ) : null}
        </td>
      </tr>
      {open ? (
        <tr className="opened">
          <td colSpan={6}>
            <EndForm one={one} name={name} onCancel={() => setOpen(false)} />
          </td>
        </tr>
      ) : null}
    </>
  )
}

type EndFormProps = { readonly one: Seconded; readonly name: string; readonly onCancel: () => void }

function EndForm({ one, name, onCancel }: EndFormProps) {
  const t = useWords(teamWords)
  const end = useCommand('duty.endSecondment', { onDone: () => tell(t('endedSecond')) })
  const title = t('endTitle', { name })
  return (
    <Form
      label={title}
      send={t('end')}
      look="danger"
      busy={end.isPending}
      problem={end.error}
      onCancel={onCancel}
      consequence={t('endSecondNote')}
      onSend={() => end.mutate({ input: { id: one.id } })}
    >
      <h3>{title}</h3>
    </Form>
  )
}
