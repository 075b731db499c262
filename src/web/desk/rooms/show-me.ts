// On a narrow screen a panel opens below its table, out of sight: this brings it there. Given to React as a `ref`.
const NARROW = '(max-width: 860px)'

export const showMe = (node: HTMLElement | null): void => {
  if (node && matchMedia(NARROW).matches) node.scrollIntoView({ block: 'start' })
}

/** Puts the cursor into the first field of a form that has just been opened. */
export const focusFirst = (node: HTMLElement | null): void => node?.querySelector<HTMLElement>('input, select')?.focus()
