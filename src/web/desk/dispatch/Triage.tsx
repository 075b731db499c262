// The list of what is to be handed on, and the keys by which twenty matters take two minutes.
import { useEffect, useRef, useState } from 'react'
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { Empty } from '#web/parts/Problem.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { spanWords } from '#web/parts/when.ts'
import { Dialog } from '../frame/Dialog.tsx'
import { useKeys } from '../frame/use-keys.ts'
import { DeclineForm } from '../matter/forms/DeclineForm.tsx'
import { KeyStrip } from '../parts/KeyStrip.tsx'
import { AgencyDialog } from './AgencyDialog.tsx'
import { PendingList } from './PendingList.tsx'
import { type Pending, usePending } from './pending.ts'
import { useSame } from './same.ts'
import { type Row, type TriageDo, TriageRow } from './TriageRow.tsx'
import { dispatchWords } from './words.ts'

const KEYS = [
  [['j', 'k'], 'keyMove'],
  [['Enter'], 'keySend'],
  [['d'], 'keyChoose'],
  [['x'], 'keyDecline'],
  [['m'], 'keyMerge'],
  [['l'], 'keyLeave'],
  [['u'], 'keyUndo'],
] as const

type Asked = { readonly what: 'choose' | 'decline'; readonly row: Row }

/** What is left to do, in which order, and which one is looked at. */
function useTriage(rows: readonly Row[], pending: Pending) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [wish, setWish] = useState<string>()
  const place = useRef(0)
  // What two have returned waits for a leader's ruling and stands with the returned ones.
  const open = rows.filter(({ id, returns }) => returns < 2 && !pending.gone.has(id) && !left.has(id))
  const found = open.findIndex(({ id }) => id === wish)
  // What was chosen is gone: the one that has moved into its place is next.
  const at = found >= 0 ? found : Math.min(place.current, Math.max(0, open.length - 1))
  place.current = at
  const go = (to: number) => setWish(open[Math.max(0, Math.min(open.length - 1, to))]?.id)
  return { open, left, setLeft, at, row: open[at], go, choose: setWish }
}

export function Triage({ rows }: { readonly rows: readonly Row[] }) {
  const t = useWords(dispatchWords)
  const [asked, setAsked] = useState<Asked>()
  const list = useRef<HTMLUListElement>(null)
  const pending = usePending((one, problem) => tell(t('failed', { title: one.title, why: problem?.message ?? '' })))
  const triage = useTriage(rows, pending)
  const { row, at, open } = triage
  const same = useSame(row)
  useEffect(() => {
    if (row) list.current?.querySelector(`[data-id="${row.id}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [row])
  const send = (one: Row, agency: { id: string; label: string }) =>
    pending.decide({ what: 'dispatch', id: one.id, title: one.title, agencyId: agency.id, to: agency.label })
  const byRule = (one: Row) => one.route && send(one, { id: one.route.agencyId, label: one.route.agencyName })
  const mayHand = row?.can.includes('dispatch') && row.returns < 2
  const acts: TriageDo = {
    send: () => row && mayHand && (row.route ? byRule(row) : setAsked({ what: 'choose', row })),
    choose: () => row && mayHand && setAsked({ what: 'choose', row }),
    decline: () => row?.can.includes('decline') && setAsked({ what: 'decline', row }),
    merge: () =>
      row?.can.includes('merge') &&
      same &&
      pending.decide({ what: 'merge', id: row.id, title: row.title, into: same.id, to: same.title }),
    leave: () => {
      if (!row) return
      triage.setLeft((now) => new Set([...now, row.id]))
      tell(t('left'))
    },
  }
  useKeys({
    ...{ j: () => triage.go(at + 1), k: () => triage.go(at - 1) },
    ...{ Enter: acts.send, d: acts.choose, x: acts.decline, m: acts.merge, l: acts.leave },
    u: () => tell(t(pending.undo() ? 'takenBack' : 'nothingBack')),
  })
  const ruled = open.filter(({ route, returns, can }) => route && returns < 2 && can.includes('dispatch'))
  return (
    <section aria-label={t('toHand', { count: open.length })}>
      <Head open={open} />
      <PendingList pending={pending} />
      {ruled.length > 1 ? (
        <div className="bulk">
          <span>{t('allSuggested', { count: ruled.length })}</span>
          <Button onPress={() => ruled.forEach(byRule)}>{t('sendSuggested')}</Button>
        </div>
      ) : null}
      <p className="vh" role="status">
        {row ? t('position', { at: at + 1, count: open.length, title: row.title }) : ''}
      </p>
      <ul className="in-list" ref={list}>
        {open.map((one) => (
          <TriageRow
            key={one.id}
            row={one}
            chosen={one.id === row?.id}
            same={one.id === row?.id ? same : undefined}
            acts={acts}
            onChoose={() => triage.choose(one.id)}
          />
        ))}
      </ul>
      {open.length === 0 ? <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty> : null}
      {triage.left.size > 0 ? (
        <p>
          <button type="button" className="tool" onClick={() => triage.setLeft(new Set())}>
            {t('leftOver', { count: triage.left.size })}
          </button>
        </p>
      ) : null}
      <KeyStrip title={t('keys')} keys={KEYS.map(([keys, word]) => [keys, t(word)])} />
      {asked ? <Asking asked={asked} onSend={send} onClose={() => setAsked(undefined)} /> : null}
    </section>
  )
}

type AskingProps = {
  readonly asked: Asked
  readonly onSend: (row: Row, agency: { id: string; label: string }) => void
  readonly onClose: () => void
}

/** What needs more than a key: which agency, or why it is declined. */
function Asking({ asked: { what, row }, onSend, onClose }: AskingProps) {
  const t = useWords(dispatchWords)
  if (what === 'choose')
    return (
      <AgencyDialog
        title={row.title}
        areaId={row.gridId}
        onClose={onClose}
        onChoose={(agency) => {
          onClose()
          onSend(row, agency)
        }}
      />
    )
  return (
    <Dialog label={t('decline')} onClose={onClose}>
      <h2>{row.title}</h2>
      <DeclineForm matter={row} onDone={onClose} onCancel={onClose} />
    </Dialog>
  )
}

/** A number stands off the word before it, a word does not: “等了 48 分钟”, “等了不到 1 分钟”. */
const spaced = (span: string): string => (/^\d|^[a-z]/i.test(span) ? ` ${span}` : span)

function Head({ open }: { readonly open: readonly Row[] }) {
  const t = useWords(dispatchWords)
  const lang = useLang()
  const now = useNow()
  const oldest = open.map(({ reportedAt }) => Date.parse(reportedAt)).sort((a, b) => a - b)[0]
  return (
    <div className="in-head">
      <h1>{t('toHand', { count: open.length })}</h1>
      {oldest ? (
        <span className="s q">{t('oldest', { span: spaced(spanWords((now.getTime() - oldest) / 60_000, lang)) })}</span>
      ) : null}
    </div>
  )
}
