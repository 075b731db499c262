// Choosing an agency that serves a place, by a few characters of its name.
import { useState } from 'react'
import { useWords } from '#web/lang.ts'
import { FindField } from './FindField.tsx'
import { useAgencies } from './use-agencies.ts'
import { deskPartWords } from './words.ts'

type AgencyFieldProps = {
  readonly name: string
  readonly label: string
  readonly areaId: string | null
  readonly initial?: string | undefined
  readonly required?: boolean
  readonly onChange?: (id: string | undefined) => void
}

export function AgencyField({ name, label, areaId, initial, required, onChange }: AgencyFieldProps) {
  const t = useWords(deskPartWords)
  const [words, setWords] = useState('')
  const { agencies, asking, known } = useAgencies(areaId)
  const found = agencies.filter(({ label: said, note }) => words !== '' && `${said} ${note}`.includes(words))
  // What stands in the field at first is an agency of the list, so the field waits for the list.
  if (!known && initial) return null
  return (
    <FindField
      name={name}
      label={label}
      help={t('chooseAgency')}
      found={found}
      asking={asking}
      onWords={setWords}
      initial={agencies.find(({ id }) => id === initial)}
      required={required ?? false}
      onChange={(chosen) => onChange?.(chosen?.id)}
    />
  )
}

type AgencyTicksProps = {
  readonly label: string
  readonly areaId: string | null
  /** Those that cannot be chosen: they have it already. */
  readonly without: readonly string[]
  readonly chosen: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
}

/** Several of them. */
export function AgencyTicks({ label, areaId, without, chosen, onChange }: AgencyTicksProps) {
  const { agencies } = useAgencies(areaId)
  const shown = agencies.filter(({ id }) => !without.includes(id))
  if (shown.length === 0) return null
  return (
    <fieldset className="f ticks">
      <legend>{label}</legend>
      <div className="tick-list">
        {shown.map(({ id, label: name }) => (
          <label className="tick" key={id}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
              }
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
