// The head of a record: number and kind, title, place.
import { Link } from '@tanstack/react-router'
import { pick, useLang, useWords } from '#web/lang.ts'
import { Icon } from '#web/parts/Icon.tsx'
import { MatterState } from '#web/parts/State.tsx'
import { copyAddress } from '../parts/copy-address.ts'
import type { Matter } from './Record.tsx'
import { matterWords } from './words.ts'

export function Head({ matter }: { readonly matter: Matter }) {
  const t = useWords(matterWords)
  const lang = useLang()
  const { id, no, kind, kindZh, kindEn, title, address, gridId, gridName, handlerName, state, round } = matter
  return (
    <header>
      <div className="id">
        <span className="nw">{no}</span>
        <span>{t('kindLine', { kind: pick(kindZh, kindEn, lang), code: kind })}</span>
        <MatterState state={state} round={round} />
        <span className="tools">
          <button type="button" className="tool" onClick={() => print()}>
            <Icon name="print" />
            {t('print')}
          </button>
          <button type="button" className="tool" onClick={() => void copyAddress(`/desk/matters/${id}`, lang)}>
            <Icon name="doc" />
            {t('copy')}
          </button>
        </span>
      </div>
      <h1 tabIndex={-1}>{title}</h1>
      <p>
        {address}
        {gridId ? (
          <>
            {lang === 'zh' ? '，' : ', '}
            <Link to="/desk/duty/{-$id}" params={{ id: gridId }}>
              {gridName}
            </Link>
          </>
        ) : null}
        {handlerName ? ` ${handlerName}` : null}
      </p>
    </header>
  )
}
