// The days of a month as rows of a small calendar that begins on Monday.
export type Cell = { readonly day: string; readonly number: number; readonly weekend: boolean } | undefined

const two = (n: number): string => String(n).padStart(2, '0')

/** Six rows at most; places before the first and after the last day are undefined. `month` is 1 to 12. */
export function monthRows(year: number, month: number): Cell[][] {
  const first = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const cells: Cell[] = Array.from({ length: first }, () => undefined)
  for (let number = 1; number <= count; number++)
    cells.push({ day: `${year}-${two(month)}-${two(number)}`, number, weekend: (first + number - 1) % 7 >= 5 })
  while (cells.length % 7 !== 0) cells.push(undefined)
  return Array.from({ length: cells.length / 7 }, (_, row) => cells.slice(row * 7, row * 7 + 7))
}
