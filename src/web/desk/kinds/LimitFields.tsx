// An amount of time, its unit, and which hours count.
import { useWords } from '#web/lang.ts'
import { ChoiceField, LineField, PickField } from '../parts/Field.tsx'
import { inUnits, UNITS } from './limit-units.ts'
import { kindWords } from './words.ts'

type Counting = 'work' | 'always' | 'duty'
type LimitFieldsProps = { readonly minutes: number; readonly counting: Counting; readonly choices: readonly Counting[] }

export function LimitFields({ minutes, counting, choices }: LimitFieldsProps) {
  const t = useWords(kindWords)
  const { amount, unit } = inUnits(minutes, counting)
  return (
    <>
      <div className="row2">
        <LineField
          name="amount"
          label={t('amount')}
          type="number"
          min={1}
          max={10_000}
          step="any"
          defaultValue={amount}
          required
        />
        <PickField
          name="unit"
          label={t('unit')}
          defaultValue={unit}
          options={UNITS.map((value) => ({ value, label: t(`unit.${value}`) }))}
        />
      </div>
      <ChoiceField
        name="counting"
        label={t('counting')}
        initial={counting}
        options={choices.map((value) => ({ value, label: t(`counting.${value}`) }))}
      />
    </>
  )
}
