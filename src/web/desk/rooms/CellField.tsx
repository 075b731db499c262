// A field in a row of fields: its name is for those who listen, what is wrong stands under it.
import { type ComponentProps, useContext, useId } from 'react'
import { Shape } from '#web/parts/State.tsx'
import { WrongFields } from '../parts/Form.tsx'

type CellProps = { readonly name: string; readonly label: string } & Omit<ComponentProps<'input'>, 'name' | 'id'>

export function CellField({ name, label, ...rest }: CellProps) {
  const id = useId()
  const wrong = useContext(WrongFields)[name]
  return (
    <div className={wrong ? 'f bad cell' : 'f cell'}>
      <label htmlFor={id} className="cell-name">
        {label}
      </label>
      <input
        id={id}
        name={name}
        autoComplete="off"
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? `${id}-err` : undefined}
        {...rest}
      />
      {wrong ? (
        <span className="err" id={`${id}-err`}>
          <Shape name="missing" />
          {wrong}
        </span>
      ) : null}
    </div>
  )
}
