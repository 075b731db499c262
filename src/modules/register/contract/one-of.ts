// One of the codes of a list, as a contract takes it.
import { z } from 'zod'

export const oneOf = (choices: readonly { readonly code: string }[]) => {
  const codes = [...new Set(choices.map((choice) => choice.code))]
  return z.enum(codes as [string, ...string[]])
}
