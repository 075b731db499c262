// For whom it is reported, when a resident asked for it: folded away, since most of what is seen has nobody behind it.
import { useWords } from '#web/lang.ts'
import { Icon } from '#web/parts/Icon.tsx'
import type { Fields } from './Form.tsx'
import { reportWords } from './words.ts'

type ReporterFieldsProps = { readonly fields: Fields; readonly onChange: (fields: Partial<Fields>) => void }

export function ReporterFields({ fields, onChange }: ReporterFieldsProps) {
  const t = useWords(reportWords)
  return (
    <details className="fold" open={fields.name !== '' || fields.phone !== ''}>
      <summary>
        {t('reporter')}
        <Icon name="down" />
      </summary>
      <div className="f">
        <p className="help">{t('reporterHelp')}</p>
        <label htmlFor="name">{t('name')}</label>
        <input
          id="name"
          maxLength={40}
          autoComplete="off"
          value={fields.name}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </div>
      <div className="f">
        <label htmlFor="phone">{t('phone')}</label>
        <input
          id="phone"
          type="tel"
          inputMode="tel"
          maxLength={14}
          autoComplete="off"
          value={fields.phone}
          onChange={(event) => onChange({ phone: event.target.value })}
        />
      </div>
    </details>
  )
}
