// The members of a team, a few fields each.
import { useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { LineField, PickField, TickField } from '../parts/Field.tsx'
import type { Team } from './TeamGap.tsx'
import { teamWords } from './words.ts'

/** `known`: a member who is there already. */
export type Draft = { readonly key: number; readonly known: Team['members'][number] | undefined }

type MemberFieldsProps = {
  readonly drafts: readonly Draft[]
  readonly onDrafts: (drafts: Draft[]) => void
}

const SEATS = ['head', 'deputy', 'member'] as const

export function MemberFields({ drafts, onDrafts }: MemberFieldsProps) {
  const t = useWords(teamWords)
  const next = Math.max(-1, ...drafts.map(({ key }) => key)) + 1
  return (
    <fieldset className="f">
      <legend>{t('who')}</legend>
      {drafts.map((draft, at) => (
        <OneMember
          key={draft.key}
          draft={draft}
          at={at + 1}
          {...(drafts.length > 1 ? { onDrop: () => onDrafts(drafts.filter((one) => one !== draft)) } : {})}
        />
      ))}
      <button type="button" className="tool" onClick={() => onDrafts([...drafts, { key: next, known: undefined }])}>
        {t('addMember')}
      </button>
    </fieldset>
  )
}

type OneMemberProps = { readonly draft: Draft; readonly at: number; readonly onDrop?: () => void }

function OneMember({ draft: { key, known }, at, onDrop }: OneMemberProps) {
  const t = useWords(teamWords)
  const lang = useLang()
  const bodies = useAnswer('duty.bodies', {}, { staleMs: 60_000 })
  return (
    <fieldset className="team-member">
      <legend className="s q">{t('memberNo', { at })}</legend>
      <LineField name={`name-${key}`} label={t('person')} defaultValue={known?.name} required maxLength={40} />
      <LineField name={`nameEn-${key}`} label={t('personEn')} defaultValue={known?.nameEn} maxLength={80} />
      <PickField
        name={`seat-${key}`}
        label={t('seat')}
        defaultValue={known?.seat ?? 'member'}
        options={SEATS.map((seat) => ({ value: seat, label: t(seat) }))}
      />
      <PickField
        name={`body-${key}`}
        label={t('body')}
        key={bodies.data ? 'read' : 'waiting'}
        defaultValue={known?.bodyId ?? ''}
        options={[
          { value: '', label: t('ownBody') },
          ...(bodies.data?.bodies ?? []).map(({ id, name, nameEn }) => ({
            value: id,
            label: pick(name, nameEn, lang),
          })),
        ]}
      />
      <LineField name={`task-${key}`} label={t('task')} defaultValue={known?.taskZh} maxLength={40} />
      <LineField name={`taskEn-${key}`} label={t('taskEn')} defaultValue={known?.taskEn} maxLength={80} />
      <div className="team-member-end">
        <TickField name={`shown-${key}`} label={t('shown')} initial={known?.shown ?? false} />
        {onDrop ? (
          <button type="button" className="tool" onClick={onDrop}>
            {t('takeOut')}
            <span className="vh"> {known?.name ?? at}</span>
          </button>
        ) : null}
      </div>
    </fieldset>
  )
}
