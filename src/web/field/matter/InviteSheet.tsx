// 请人一起办: which agencies, and what for. They see the matter from then on; it stays with whoever leads it.
import { useState } from 'react'
import { useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import { useDraft } from '../draft/use-draft.ts'
import { Sheet } from '../Sheet.tsx'
import { useSend } from '../use-send.ts'
import { moreWords } from './more-words.ts'
import type { SheetProps } from './RecordSheet.tsx'
import { SayBody } from './SayBody.tsx'
import { draftName } from './use-settled-drafts.ts'

type Fields = { readonly agencyIds: readonly string[]; readonly reason: string }
const EMPTY: Fields = { agencyIds: [], reason: '' }
/** More than a thumb scrolls through: then there is a search. */
const MANY = 8
const HOUR_MS = 3_600_000

export function InviteSheet({ matter, account, onClose }: SheetProps) {
  const t = useWords(moreWords)
  const page = `/matters/${matter.id}?do=invite`
  const draft = useDraft({ name: draftName(account, 'invite', matter), title: matter.title, page }, EMPTY)
  const { agencyIds, reason } = draft.fields
  const send = useSend(
    'matter.invite',
    () => {
      onClose()
      tell(t('invited'))
    },
    draft,
  )
  const missing = agencyIds.length === 0 ? t('needAgency') : reason.trim().length < 5 ? t('needReason') : undefined
  return (
    <Sheet title={t('invite')} onClose={onClose}>
      <Agencies matter={matter} chosen={agencyIds} onChange={(next) => draft.change({ agencyIds: next })} />
      <SayBody
        label={t('inviteReason')}
        value={reason}
        most={1000}
        onChange={(next) => draft.change({ reason: next })}
        missing={missing}
        draft={draft}
        send={send}
        busyLabel={t('inviting')}
        act={t('inviteSend', { count: agencyIds.length })}
        onSend={() => send.mutate({ id: matter.id, agencyIds: [...agencyIds], reason })}
      />
    </Sheet>
  )
}

type AgenciesProps = {
  readonly matter: SheetProps['matter']
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

function Agencies({ matter, chosen, onChange }: AgenciesProps) {
  const t = useWords(moreWords)
  const lang = useLang()
  const [typed, setTyped] = useState('')
  const { data, error } = useAnswer('agency.list', {}, { staleMs: HOUR_MS })
  const helping = matter.helpers.map(({ id }) => id)
  const offered = (data?.agencies ?? []).filter(
    (one) => !one.retired && !helping.includes(one.id) && one.name !== matter.agencyName,
  )
  const shown = offered.filter(
    ({ id, name, nameEn }) =>
      chosen.includes(id) || `${name} ${nameEn}`.toLowerCase().includes(typed.trim().toLowerCase()),
  )
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id].slice(0, 10))
  return (
    <fieldset className="f agencies">
      <legend>{t('inviteWho')}</legend>
      {offered.length > MANY ? (
        <input
          type="search"
          aria-label={t('inviteFind')}
          placeholder={t('inviteFind')}
          maxLength={20}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      ) : null}
      {shown.slice(0, MANY).map(({ id, name, nameEn }) => (
        <label key={id} className="choice">
          <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
          {pick(name, nameEn, lang)}
        </label>
      ))}
      <p role="status">{error ? error.message : data && shown.length === 0 ? t('inviteNone') : ''}</p>
    </fieldset>
  )
}
