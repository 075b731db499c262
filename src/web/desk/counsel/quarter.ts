/** The first day of the quarter that a day lies in. */
export const quarterOf = (day: string): string => {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return `${year}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`
}
