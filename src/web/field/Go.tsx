// A link between the field's pages: a real address, followed without reading the page anew.
import type { AnchorHTMLAttributes, MouseEvent, ReactNode } from 'react'
import { addressOf, go } from './way.ts'

type GoProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
  readonly to: string
  readonly stay?: boolean
  readonly replace?: boolean
  readonly children: ReactNode
}

export function Go({ to, stay = false, replace = false, children, ...rest }: GoProps) {
  const follow = (event: MouseEvent) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    go(to, { stay, replace })
  }
  return (
    <a {...rest} href={addressOf(to)} onClick={follow}>
      {children}
    </a>
  )
}
