// One duty of one area: what it is, who holds it, and changing that in place.
import { useState } from 'react'
import { pick, useLang, useWords } from '#web/lang.ts'
import { Mark } from '#web/parts/State.tsx'
import { AppointForm } from './AppointForm.tsx'
import type { ChainLevel } from './ChainRecord.tsx'
import { EndForm } from './EndForm.tsx'
import { dutyWords } from './words.ts'

export type Duty = ChainLevel['duties'][number]
export type Holder = Duty['holders'][number]

type DutyRowProps = { readonly duty: Duty; readonly areaId: string; readonly can: readonly string[] }
type Open = { readonly form: 'appoint' | 'end'; readonly holder: Holder | undefined }

export function DutyRow({ duty, areaId, can }: DutyRowProps) {
  const t = useWords(dutyWords)
  const lang = useLang()
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const name = pick(duty.zh, duty.en, lang)
  return (
    <div className="duty">
      <div className="duty-name">
        <b>{name}</b>
        <span className="s q">{pick(duty.dutiesZh, duty.dutiesEn, lang)}</span>
      </div>
      <ul className="duty-holders">
        {duty.holders.map((holder) => (
          <HolderRow key={holder.id} holder={holder} can={can} onOpen={(form) => setOpen({ form, holder })} />
        ))}
        {duty.holders.length === 0 ? (
          <li>
            {duty.gap ? (
              <Mark shape="missing" tone="need">
                {t('gap')}
              </Mark>
            ) : (
              <span className="q">{t('nobody')}</span>
            )}
          </li>
        ) : null}
      </ul>
      {can.includes('appoint') ? (
        <button
          type="button"
          className="tool"
          aria-expanded={open?.form === 'appoint'}
          onClick={() => setOpen({ form: 'appoint', holder: undefined })}
        >
          {t(duty.holders.length > 0 ? 'appointMore' : 'appoint')}
        </button>
      ) : (
        <span />
      )}
      {open?.form === 'appoint' ? (
        <AppointForm
          key={open.holder?.id}
          areaId={areaId}
          duty={duty}
          standsInFor={open.holder}
          onDone={close}
          onCancel={close}
        />
      ) : null}
      {open?.form === 'end' && open.holder ? (
        <EndForm holder={open.holder} duty={name} onDone={close} onCancel={close} />
      ) : null}
    </div>
  )
}

type HolderRowProps = {
  readonly holder: Holder
  readonly can: readonly string[]
  readonly onOpen: (form: Open['form']) => void
}

function HolderRow({ holder, can, onOpen }: HolderRowProps) {
  const t = useWords(dutyWords)
  const lang = useLang()
  return (
    <li>
      <span>{pick(holder.name, holder.nameEn, lang)}</span>
      {holder.standsInFor ? <span className="st tag">{t('standsIn')}</span> : null}
      {holder.phone ? <span className="nw">{holder.phone}</span> : null}
      <span className="s q nw">
        {holder.to ? t('termTo', { from: holder.from, to: holder.to }) : t('term', { from: holder.from })}
      </span>
      {can.includes('appoint') && !holder.standsInFor ? (
        <button type="button" className="tool" onClick={() => onOpen('appoint')}>
          {t('standIn')}
        </button>
      ) : null}
      {can.includes('end') ? (
        <button type="button" className="tool" onClick={() => onOpen('end')}>
          {t('end')}
        </button>
      ) : null}
    </li>
  )
}
