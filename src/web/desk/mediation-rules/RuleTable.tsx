// A list of rules: what each is called, its number where it has one, on what it rests, and the way to change it.
import { useWords } from '#web/lang.ts'
import { mediationRuleWords } from './words.ts'
import './mediation-rules.css'

export type RuleLine = {
  readonly key: string
  readonly name: string
  readonly number?: string
  readonly basis?: string
  readonly retired?: boolean
}

type Props = {
  readonly title: string
  readonly lines: readonly RuleLine[]
  /** Missing for whoever may only read. */
  readonly onEdit?: ((key: string) => void) | undefined
  readonly onAdd?: (() => void) | undefined
}

export function RuleTable({ title, lines, onEdit, onAdd }: Props) {
  const t = useWords(mediationRuleWords)
  const numbers = lines.some(({ number }) => number)
  return (
    <section className="mediation-rules">
      <h2>{title}</h2>
      <table className="t">
        <thead>
          <tr>
            <th>{t(lines.some(({ basis }) => basis) ? 'whatBasis' : 'what')}</th>
            {numbers ? <th>{t('number')}</th> : null}
            {onEdit ? (
              <th>
                <span className="vh">{t('edit')}</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, name, number, basis, retired }) => (
            <tr key={key}>
              <td>
                {name} {retired ? <span className="st tag">{t('retired')}</span> : null}
                {basis ? <span className="s q basis">{basis}</span> : null}
              </td>
              {numbers ? <td className="nw">{number}</td> : null}
              {onEdit ? (
                <td className="num">
                  <button
                    type="button"
                    className="tool"
                    aria-label={`${t('edit')} ${name}`}
                    onClick={() => onEdit(key)}
                  >
                    {t('edit')}
                  </button>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
      {onAdd ? (
        <p>
          <button type="button" className="tool" onClick={onAdd}>
            {t('add')}
          </button>
        </p>
      ) : null}
    </section>
  )
}
