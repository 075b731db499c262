// The head of every record: small facts, tools at the right, the title.
import type { ReactNode } from 'react'
import { useLang, useWords } from '#web/lang.ts'
import { Icon } from '#web/parts/Icon.tsx'
import { copyAddress } from './copy-address.ts'
import { deskPartWords } from './words.ts'

type RecordHeadProps = {
  readonly facts: ReactNode
  readonly title: ReactNode
  /** Path of the record, for the colleague it is sent to. */
  readonly address: string
  readonly printed?: boolean
  /** Under the title. */
  readonly children?: ReactNode
}

export function RecordHead({ facts, title, address, printed, children }: RecordHeadProps) {
  const t = useWords(deskPartWords)
  const lang = useLang()
  return (
    <header>
      <div className="id">
        {facts}
        <span className="tools">
          {printed ? (
            <button type="button" className="tool" onClick={() => print()}>
              <Icon name="print" />
              {t('print')}
            </button>
          ) : null}
          <button type="button" className="tool" onClick={() => void copyAddress(address, lang)}>
            <Icon name="doc" />
            {t('copy')}
          </button>
        </span>
      </div>
      <h1 tabIndex={-1}>{title}</h1>
      {children}
    </header>
  )
}
