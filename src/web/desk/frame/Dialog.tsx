// A small sheet over the page, on the browser's own dialog: it keeps the focus, and Escape closes it.
import { type ReactNode, useEffect, useRef } from 'react'

type DialogProps = { readonly label: string; readonly onClose: () => void; readonly children: ReactNode }

export function Dialog({ label, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the sheet closes it; the key for that is Escape
    <dialog
      ref={dialog}
      className="over sheet"
      aria-label={label}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close()
      }}
    >
      {children}
    </dialog>
  )
}
