// A button whose label says what will happen, and which says so while it is happening.
import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { useWords } from '#web/lang.ts'
import { Icon } from './Icon.tsx'
import { partWords } from './words.ts'

export type ButtonProps = Omit<AriaButtonProps, 'children' | 'className' | 'isPending'> & {
  readonly children: ReactNode
  /** One `primary` a page; `danger` only for what cannot be taken back. */
  readonly look?: 'primary' | 'danger' | 'plain'
  readonly busy?: boolean
  /** While busy: 正在派出. */
  readonly busyLabel?: string
  /** The key that presses it, shown on the button. */
  readonly hotkey?: string
  readonly block?: boolean
}

export function Button({ children, look, busy = false, busyLabel, hotkey, block, ...rest }: ButtonProps) {
  const t = useWords(partWords)
  const classes = ['btn', look, busy && 'busy', block && 'block'].filter(Boolean).join(' ')
  return (
    <AriaButton {...rest} className={classes} isPending={busy} {...(hotkey ? { 'aria-keyshortcuts': hotkey } : {})}>
      {busy ? (
        <>
          <Icon name="hourglass" />
          {busyLabel ?? t('busy')}
        </>
      ) : (
        <>
          {children}
          {hotkey ? (
            <span aria-hidden="true">
              <kbd>{hotkey}</kbd>
            </span>
          ) : null}
        </>
      )}
    </AriaButton>
  )
}
