// A text of one thing a line as a list, without blanks and repeats.
export const lines = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((one) => one.trim())
      .filter(Boolean),
  ),
]
