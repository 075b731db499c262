// Which of several ticks of one field were set.
import type { Values } from '../parts/Form.tsx'
import type { Option } from './fields.ts'

export const ticked = (value: Values, name: string, options: readonly Option[]): string[] =>
  options.filter((one) => value(`${name}-${one.value}`) === 'on').map((one) => one.value)
