// A birth day as it is typed at a door: eight digits, since a calendar of thirty years ago is many taps away.

/** 19790302, 1979-3-2, 1979.03.02 → 1979-03-02; '' for nothing; undefined when it is no day. */
export function readBirthDay(typed: string): string | undefined {
  const text = typed.trim()
  if (text === '') return ''
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? /^(\d{4})\D(\d{1,2})\D(\d{1,2})\D?$/.exec(text)
  if (!parts) return undefined
  const day = `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}`
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : undefined
}
