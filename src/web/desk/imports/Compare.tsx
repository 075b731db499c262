// What differs of two entries, in full, for whoever says whether they are one: asked for by a button, gone when he moves on.
import { useState } from 'react'
import { ask, type Output } from '#web/call.ts'
import { CallProblem } from '#web/call-problem.ts'
import { useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { useMay } from '#web/session.ts'
import { Facts } from '../parts/Facts.tsx'
import { importWords } from './words.ts'

type Offer = Output<'register.offers'>['offers'][number]
type Compared = Output<'register.compareOffer'>
type Field = Compared['there'][number]['field']

const FIELDS: readonly Field[] = ['name', 'phone', 'birth', 'homePlace', 'need']
/** Behind equal masks they may differ, so they are always compared. */
const ALWAYS: readonly Field[] = ['name', 'phone', 'birth']

export function Compare({ offer }: { readonly offer: Offer }) {
  const t = useWords(importWords)
  const may = useMay()('register.compareOffer')
  const [compared, setCompared] = useState<Compared>()
  const [problem, setProblem] = useState<CallProblem>()
  const fields = FIELDS.filter((field) => ALWAYS.includes(field) || offer.differ.includes(field))
  if (!may) return null
  const look = () =>
    void ask('register.compareOffer', { id: offer.id, fields })
      .then((answer) => {
        setProblem(undefined)
        setCompared(answer)
      })
      .catch((failed: unknown) => {
        if (!(failed instanceof CallProblem)) throw failed
        setProblem(failed)
      })
  const side = (values: Compared['there']) => (
    <Facts facts={values.map(({ field, value }) => [t(`field.${field}` as 'field.name'), value])} />
  )
  return (
    <div role="status">
      {compared ? (
        <>
          <div className="imp-sides">
            {side(compared.there)}
            {side(compared.sent)}
          </div>
          <p className="s q">{t('compareLeft', { left: compared.left })}</p>
          <Button look="plain" onPress={() => setCompared(undefined)}>
            {t('hideFull')}
          </Button>
        </>
      ) : (
        <p className="s q">
          <Button onPress={look}>{t('compare')}</Button> {t('compareHelp')}
        </p>
      )}
      <ProblemNote problem={problem ?? null} />
    </div>
  )
}
