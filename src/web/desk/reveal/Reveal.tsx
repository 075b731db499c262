// One person in full: a reason that is there already is chosen, a field is asked for, and it stands here until the page is left.
import { useState } from 'react'
import { ask, type Output, useAnswer } from '#web/call.ts'
import { CallProblem } from '#web/call-problem.ts'
import { useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { useMay } from '#web/session.ts'
import { Facts } from '../parts/Facts.tsx'
import { revealWords } from './words.ts'

type Field = Output<'register.reveal'>['values'][number]['field']
type Reason = Output<'register.reasons'>['reasons'][number]
type Shown = { readonly values: Output<'register.reveal'>['values']; readonly problem?: CallProblem | undefined }

type RevealProps = {
  readonly id: string
  /** Fields that are filled. */
  readonly fields: readonly Field[]
}

export function Reveal({ id, fields }: RevealProps) {
  const t = useWords(revealWords)
  const may = useMay()('register.reveal')
  const { data, refetch } = useAnswer('register.reasons', { id }, { enabled: may })
  if (!may || !data) return null
  return (
    <section className="register-part">
      <h2>{t('title')}</h2>
      {data.reasons.length === 0 ? (
        <p className="q">{t('noReason')}</p>
      ) : (
        <>
          <p className="q">{t('help', { left: data.left })}</p>
          <Asking key={id} id={id} fields={fields} reasons={data.reasons} onLooked={() => void refetch()} />
        </>
      )}
    </section>
  )
}

type AskingProps = RevealProps & { readonly reasons: readonly Reason[]; readonly onLooked: () => void }

function Asking({ id, fields, reasons, onLooked }: AskingProps) {
  const t = useWords(revealWords)
  const [chosen, setChosen] = useState(0)
  const [{ values, problem }, setShown] = useState<Shown>({ values: [] })
  const reason = reasons[Math.min(chosen, reasons.length - 1)]!
  const look = (field: Field) =>
    void ask('register.reveal', { id, fields: [field], for: { kind: reason.kind, id: reason.id } })
      .then((answer) => {
        setShown((was) => ({ values: [...was.values.filter((one) => one.field !== field), ...answer.values] }))
        onLooked()
      })
      .catch((failed: unknown) => {
        if (!(failed instanceof CallProblem)) throw failed
        setShown((was) => ({ ...was, problem: failed }))
      })
  const left = fields.filter((field) => !values.some((one) => one.field === field))
  return (
    <>
      {reasons.length > 1 ? (
        <label className="f">
          {t('for')}
          <select value={chosen} onChange={({ target }) => setChosen(Number(target.value))}>
            {reasons.map((one, at) => (
              <option key={one.id} value={at}>
                {t(one.kind, one)}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <p>
          {t('for')}: {t(reason.kind, reason)}
        </p>
      )}
      <div className="can">
        {left.map((field) => (
          <Button key={field} onPress={() => look(field)}>
            {t('show', { what: t(field) })}
          </Button>
        ))}
        {values.length > 0 ? <Button onPress={() => setShown({ values: [] })}>{t('hide')}</Button> : null}
      </div>
      <div role="status" className="register-facts">
        <Facts facts={values.map(({ field, value }) => [t(field), value])} />
      </div>
      <ProblemNote problem={problem ?? null} />
    </>
  )
}
