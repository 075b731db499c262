// Fields of a form: label, help, control, error, in that order.
import { type ComponentProps, type ReactNode, useContext, useId } from 'react'
import { Shape } from '#web/parts/State.tsx'
import { WrongFields } from './Form.tsx'

type FieldProps = { readonly name: string; readonly label: string; readonly help?: string | undefined }
type Wiring = {
  readonly id: string
  readonly name: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean | undefined
}

/** Label, help, control, error. `children` gets what ties the control to them. */
export function Field({
  name,
  label,
  help,
  children,
}: FieldProps & { readonly children: (wiring: Wiring) => ReactNode }) {
  const id = useId()
  const wrong = useContext(WrongFields)[name]
  const described = [help && `${id}-help`, wrong && `${id}-err`].filter(Boolean).join(' ')
  return (
    <div className={wrong ? 'f bad' : 'f'}>
      <label htmlFor={id}>{label}</label>
      {help ? (
        <span className="help" id={`${id}-help`}>
          {help}
        </span>
      ) : null}
      {children({ id, name, 'aria-describedby': described || undefined, 'aria-invalid': wrong ? true : undefined })}
      {wrong ? (
        <span className="err" id={`${id}-err`}>
          <Shape name="missing" />
          {wrong}
        </span>
      ) : null}
    </div>
  )
}

type LineProps = FieldProps & Omit<ComponentProps<'input'>, 'name' | 'id' | 'children'>

export const LineField = ({ name, label, help, ...rest }: LineProps) => (
  <Field name={name} label={label} help={help}>
    {(wiring) => <input autoComplete="off" {...rest} {...wiring} />}
  </Field>
)

type ProseProps = FieldProps & Omit<ComponentProps<'textarea'>, 'name' | 'id' | 'children'>

export const ProseField = ({ name, label, help, ...rest }: ProseProps) => (
  <Field name={name} label={label} help={help}>
    {(wiring) => <textarea rows={3} {...rest} {...wiring} />}
  </Field>
)

type Option = { readonly value: string; readonly label: string }
type PickProps = FieldProps & { readonly options: readonly Option[] } & Omit<
    ComponentProps<'select'>,
    'name' | 'id' | 'children'
  >

/** One of many. */
export const PickField = ({ name, label, help, options, ...rest }: PickProps) => (
  <Field name={name} label={label} help={help}>
    {(wiring) => (
      <select {...rest} {...wiring}>
        {options.map(({ value, label: word }) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </select>
    )}
  </Field>
)

type ChoiceProps = FieldProps & {
  readonly options: readonly Option[]
  readonly onChange?: (value: string) => void
  readonly initial?: string
}

/** One of few, all visible. */
export function ChoiceField({ name, label, help, options, initial, onChange }: ChoiceProps) {
  const wrong = useContext(WrongFields)[name]
  return (
    <fieldset className={wrong ? 'f bad' : 'f'}>
      <legend>{label}</legend>
      {help ? <span className="help">{help}</span> : null}
      <div className="choices">
        {options.map(({ value, label: word }) => (
          <label className="choice" key={value}>
            <input
              type="radio"
              name={name}
              value={value}
              required
              defaultChecked={value === initial}
              onChange={() => onChange?.(value)}
            />
            {word}
          </label>
        ))}
      </div>
      {wrong ? (
        <span className="err">
          <Shape name="missing" />
          {wrong}
        </span>
      ) : null}
    </fieldset>
  )
}

type TickProps = {
  readonly name: string
  readonly label: string
  readonly initial?: boolean
  readonly onChange?: (ticked: boolean) => void
}

/** Yes or no. */
export const TickField = ({ name, label, initial = false, onChange }: TickProps) => (
  <label className="tick">
    <input
      type="checkbox"
      name={name}
      defaultChecked={initial}
      onChange={(event) => onChange?.(event.currentTarget.checked)}
    />
    {label}
  </label>
)
