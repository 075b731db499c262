// Services and tools as people type them: a line each, parts apart by a slash.
export type Service = { readonly zh: string; readonly en: string }
export type NewTool = Service & { readonly id?: string; readonly total: number }

const partsOf = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => line.split(/[/／]/u).map((part) => part.trim()))

/** Undefined when a line is not Chinese and English. */
export function readServices(text: string): Service[] | undefined {
  const lines = partsOf(text)
  if (lines.some((parts) => parts.length !== 2 || parts.some((part) => !part))) return undefined
  return lines.map(([zh, en]) => ({ zh: zh!, en: en! }))
}

/** Undefined when a line is not Chinese, English and a number from 1. A known Chinese name keeps its id. */
export function readTools(
  text: string,
  known: readonly { readonly id: string; readonly zh: string }[],
): NewTool[] | undefined {
  const lines = partsOf(text)
  if (lines.some((parts) => parts.length !== 3 || !/^[1-9]\d{0,2}$/.test(parts[2]!) || !parts[0] || !parts[1]))
    return undefined
  return lines.map(([zh, en, total]) => {
    const id = known.find((tool) => tool.zh === zh)?.id
    return { ...(id ? { id } : {}), zh: zh!, en: en!, total: Number(total) }
  })
}
