// Something that opens beneath its button: Escape and a press elsewhere close it, and Escape gives the focus back.
import { type RefObject, useEffect, useRef, useState } from 'react'

type Disclosure<E extends HTMLElement> = {
  readonly open: boolean
  readonly toggle: () => void
  readonly close: () => void
  /** Of the element around button and list. */
  readonly place: RefObject<E | null>
}

export function useDisclosure<E extends HTMLElement>(): Disclosure<E> {
  const [open, setOpen] = useState(false)
  const place = useRef<E>(null)
  useEffect(() => {
    if (!open) return
    const away = (event: Event) => {
      if (event.target instanceof Node && !place.current?.contains(event.target)) setOpen(false)
    }
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      place.current?.querySelector<HTMLElement>('[aria-expanded]')?.focus()
      setOpen(false)
    }
    document.addEventListener('pointerdown', away)
    document.addEventListener('focusin', away)
    document.addEventListener('keydown', press)
    return () => {
      document.removeEventListener('pointerdown', away)
      document.removeEventListener('focusin', away)
      document.removeEventListener('keydown', press)
    }
  }, [open])
  return { open, toggle: () => setOpen((was) => !was), close: () => setOpen(false), place }
}
