// Who could mediate this file instead: suggested with reasons; whoever has to stay out of it is not among them.
import { useAnswer } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { PickField } from '../parts/Field.tsx'
import { mediationWords } from './words.ts'

export function SuggestedField({
  id,
  name,
  label,
  within,
}: {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly within?: string | undefined
}) {
  const t = useWords(mediationWords)
  const { data } = useAnswer('mediation.suggest', { id })
  const options = (data?.suggested ?? [])
    .filter((one) => !within || one.committeeName === within)
    .map((one) => ({
      value: one.accountId,
      label: `${one.name}（${one.committeeName}）`,
    }))
  const out = (data?.avoided ?? []).map((one) => t(one.why === 'near' ? 'outNear' : 'outTied', { name: one.name }))
  return (
    <>
      <PickField name={name} label={label} options={options} required />
      {out.length > 0 ? <p className="help">{out.join(' ')}</p> : null}
    </>
  )
}
