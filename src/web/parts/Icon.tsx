// A drawing of icons.ts in React. Drawings accompany words and are hidden from screen readers.
import { type IconName, icons } from './icons.ts'

type DrawingProps = { readonly name: IconName; readonly className?: string }

/** The markup is a constant of this repository, so it may be set as it stands. */
export function Drawing({ name, className }: DrawingProps) {
  const { box, body } = icons[name]
  return (
    <svg
      {...(className ? { className } : {})}
      viewBox={box}
      aria-hidden="true"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: constants of icons.ts, never data
      dangerouslySetInnerHTML={{ __html: body }}
    />
  )
}

/** A line drawing beside words, in their colour and size. */
export const Icon = ({ name }: { readonly name: IconName }) => <Drawing name={name} className="i" />
