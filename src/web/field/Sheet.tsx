// A sheet that comes up from the thumb's edge. Its content stays reachable above the keyboard; back and a tap beside it close it.
import type { ReactNode } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useWords } from '#web/lang.ts'
import { fieldWords } from './words.ts'

type SheetProps = { readonly title: string; readonly onClose: () => void; readonly children: ReactNode }

export function Sheet({ title, onClose, children }: SheetProps) {
  const t = useWords(fieldWords)
  return (
    <ModalOverlay className="dim" isOpen isDismissable onOpenChange={(open) => (open ? undefined : onClose())}>
      <Modal className="up">
        <Dialog>
          <header>
            <Heading slot="title" level={2} className="l">
              {title}
            </Heading>
            <button type="button" className="btn plain" onClick={onClose}>
              {t('close')}
            </button>
          </header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** The foot of a sheet: its one action, always in reach of the thumb. */
export const SheetFoot = ({ children }: { readonly children: ReactNode }) => <div className="foot">{children}</div>
