// Kinds by family; limits stand right aligned, so that they can be compared.
import { Fragment } from 'react'
import type { Output } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { limitWords } from '#web/parts/when.ts'
import { kindWords } from './words.ts'

export type Kind = Output<'matter.kinds'>['kinds'][number]

type KindTableProps = {
  readonly kinds: readonly Kind[]
  readonly chosen: string | undefined
  readonly onOpen: (code: string) => void
}

export function KindTable({ kinds, chosen, onOpen }: KindTableProps) {
  const t = useWords(kindWords)
  const families = Map.groupBy(kinds, ({ family }) => family)
  return (
    <table className="t keeps-head">
      <thead>
        <tr>
          <th>{t('code')}</th>
          <th>{t('kind')}</th>
          <th className="num">{t('limit')}</th>
          <th>{t('proof')}</th>
          <th>{t('public')}</th>
          <th>{t('onMenuShort')}</th>
          <th className="num">{t('effectShort')}</th>
          <th>{t('emergency')}</th>
        </tr>
      </thead>
      <tbody>
        {[...families].map(([family, list]) => (
          <Fragment key={family}>
            <tr className="family">
              <td colSpan={8}>{family}</td>
            </tr>
            {list.map((kind) => (
              <KindRow key={kind.code} kind={kind} chosen={kind.code === chosen} onOpen={() => onOpen(kind.code)} />
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

type KindRowProps = { readonly kind: Kind; readonly chosen: boolean; readonly onOpen: () => void }

function KindRow({ kind, chosen, onOpen }: KindRowProps) {
  const t = useWords(kindWords)
  const lang = useLang()
  return (
    <tr className={chosen ? 'is-on' : ''}>
      <td className="nw">{kind.code}</td>
      <td>
        <button type="button" className="row-open" aria-expanded={chosen} onClick={onOpen}>
          {pick(kind.zh, kind.en, lang)}
        </button>{' '}
        {kind.retired ? <span className="st tag">{t('retired')}</span> : null}
      </td>
      <td className="num">{limitWords(kind.limitMinutes, kind.counting, lang)}</td>
      <td className="nw">{t(`proof.${kind.proof}`)}</td>
      <td className="nw">{t(kind.public ? 'yes' : 'no')}</td>
      <td className="nw">{kind.onMenu ? t('yes') : ''}</td>
      <td className="num">{kind.effectDays > 0 ? t('effectIn', { count: kind.effectDays }) : ''}</td>
      <td className="nw">{kind.emergency ?? ''}</td>
    </tr>
  )
}
