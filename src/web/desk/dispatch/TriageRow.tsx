// One matter to hand on: what, where, since when; the chosen one shows its words, the suggestion and what may be the same.
import { Link } from '@tanstack/react-router'
import { type Output, useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { Photos } from '#web/parts/Photo.tsx'
import { Mark } from '#web/parts/State.tsx'
import { TimeLeftCells } from '#web/parts/TimeLeft.tsx'
import { clockTime } from '#web/parts/when.ts'
import { namesOf } from '../matter/lies-with.ts'
import { limitOf } from '../matter/limit.ts'
import type { Same } from './same.ts'
import { dispatchWords } from './words.ts'

export type Row = Output<'matter.list'>['matters'][number]
export type TriageDo = {
  readonly send: () => void
  readonly choose: () => void
  readonly decline: () => void
  readonly merge: () => void
  readonly leave: () => void
}

type TriageRowProps = {
  readonly row: Row
  readonly chosen: boolean
  readonly same: Same | undefined
  readonly acts: TriageDo
  readonly onChoose: () => void
}

/** Nobody but the desk has it: no rule fits and its grid has no worker today. */
const isNobodys = ({ route, liesWith }: Row): boolean => !route && liesWith?.who === 'desk' && !liesWith.taken

export function TriageRow({ row, chosen, same, acts, onChoose }: TriageRowProps) {
  const t = useWords(dispatchWords)
  const lang = useLang()
  const now = useNow()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: j and k move the choice; a click does the same
    <li
      className={chosen ? 'sheet on' : 'sheet'}
      data-id={row.id}
      aria-current={chosen || undefined}
      onClick={onChoose}
    >
      <div className="ti">
        <b title={row.title}>{row.title}</b>
        {row.returns > 0 ? (
          <Mark shape="returned" tone="need">
            {t('returnedTimes', { count: row.returns })}
          </Mark>
        ) : (
          <TimeLeftCells limit={limitOf(row)} />
        )}
      </div>
      <p className="sub">
        {[row.address, pick(row.kindZh, row.kindEn, lang), clockTime(row.reportedAt, now, lang)]
          .filter(Boolean)
          .join(lang === 'zh' ? '，' : ', ')}
      </p>
      <Why row={row} chosen={chosen} />
      {chosen ? <Chosen row={row} same={same} acts={acts} /> : null}
    </li>
  )
}

function Why({ row, chosen }: { readonly row: Row; readonly chosen: boolean }) {
  const t = useWords(dispatchWords)
  const nobodys = isNobodys(row)
  const lang = useLang()
  const lies = namesOf(row.liesWith, lang)
  if (row.returns >= 2) return <p className="because">{t('needsRuling')}</p>
  if (nobodys)
    return (
      <p className="because">
        <Mark shape="missing" tone="need">
          {t('nobody')}
        </Mark>{' '}
        {t(row.returns > 0 ? 'returnedText' : 'nobodyText', {
          who: lies ? t('deskOfArea', { area: lies }) : t('theDesk'),
        })}
      </p>
    )
  if (row.route) return <p className="because">{t('byRule', { basis: row.route.basis })}</p>
  if (row.state === 'handling') return <p className="because">{t('atDesk')}</p>
  return (
    <p className="because">
      {t('noRule')} {chosen ? t('withGrid', { grid: lies || pick(row.gridName, row.gridNameEn, lang) }) : null}
    </p>
  )
}

function Chosen({ row, same, acts }: Pick<TriageRowProps, 'row' | 'same' | 'acts'>) {
  const t = useWords(dispatchWords)
  const { data } = useAnswer('matter.get', { id: row.id })
  const may = (move: string) => row.can.includes(move)
  return (
    <>
      {data && data.words !== row.title ? <blockquote>{data.words}</blockquote> : null}
      {data && data.photoList.length > 0 ? (
        <div className="row-photos">
          <Photos matterId={row.id} photos={data.photoList.slice(0, 3)} />
        </div>
      ) : null}
      {same && may('merge') ? (
        <p className="same">
          <span>
            {t(same.said ? 'sameSaid' : 'same')} {same.title} <span className="q nw">{same.no}</span>
          </span>
          <button type="button" className="tool" onClick={acts.merge} aria-keyshortcuts="m">
            {t('mergeInto')}{' '}
            <span aria-hidden="true">
              <kbd>m</kbd>
            </span>
          </button>
        </p>
      ) : null}
      <div className="go">
        {may('dispatch') && row.returns < 2 ? (
          row.route ? (
            <>
              <Button look="primary" hotkey="Enter" onPress={acts.send}>
                {t('sendTo', { agency: row.route.agencyName })}
              </Button>
              <Button hotkey="d" onPress={acts.choose}>
                {t('otherAgency')}
              </Button>
            </>
          ) : (
            <Button look="primary" hotkey="Enter" onPress={acts.choose}>
              {t('chooseFor')}
            </Button>
          )
        ) : null}
        {may('decline') ? (
          <Button look="plain" hotkey="x" onPress={acts.decline}>
            {t('decline')}
          </Button>
        ) : null}
        <Button look="plain" hotkey="l" onPress={acts.leave}>
          {t('leave')}
        </Button>
        <Link to="/desk/matters/$id" params={{ id: row.id }} className="tool">
          {t('open')}
        </Link>
      </div>
    </>
  )
}
