// Which committee it is handed up to: those above the one that has it now, the next tier first.
import { useAnswer } from '#web/call.ts'
import { useLang } from '#web/lang.ts'
import { PickField } from '../parts/Field.tsx'
import { tierWords } from './words.ts'

type HigherFieldProps = { readonly id: string; readonly name: string; readonly label: string; readonly above: number }

export function HigherField({ id, name, label, above }: HigherFieldProps) {
  const lang = useLang()
  const { data } = useAnswer('mediation.committees', { id })
  const options = (data?.committees ?? [])
    .filter(({ tier, here }) => tier > above && !here)
    .toSorted((a, b) => a.tier - b.tier)
    .map((one) => ({
      value: one.id,
      label: `${tierWords[one.tier as keyof typeof tierWords]?.[lang] ?? ''} ${one.name}`.trim(),
    }))
  return <PickField name={name} label={label} options={options} required />
}
