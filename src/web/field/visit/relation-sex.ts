// Who is met at most doors, and what the word for him says of his sex already: it is not asked again.

export const HEAD = '02'

/** GB/T 4761; those who are rarely met are entered at the desk. `undefined`: the word does not say. */
export const RELATIONS: readonly (readonly [code: string, sex: 1 | 2 | undefined])[] = [
  ['02', undefined],
  ['12', 2],
  ['11', 1],
  ['20', 1],
  ['30', 2],
  ['51', 1],
  ['52', 2],
  ['38', 2],
  ['28', 1],
  ['41', 1],
  ['42', 2],
  ['97', undefined],
  ['99', undefined],
]

export const sexOf = (relation: string): 1 | 2 | undefined => RELATIONS.find(([code]) => code === relation)?.[1]
