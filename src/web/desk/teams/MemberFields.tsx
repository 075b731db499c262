// The members of a team, a line each.
import { useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { TickField } from '../parts/Field.tsx'
import type { Team } from './TeamGap.tsx'
import { teamWords } from './words.ts'

/** `known`: a member who is there already. */
export type Draft = { readonly key: number; readonly known: Team['members'][number] | undefined }

type MemberFieldsProps = {
  readonly drafts: readonly Draft[]
  readonly areaId: string
  readonly onDrafts: (drafts: Draft[]) => void
}

const SEATS = ['head', 'deputy', 'member'] as const

export function MemberFields({ drafts, areaId, onDrafts }: MemberFieldsProps) {
  const t = useWords(teamWords)
  const lang = useLang()
  const bodies = useAnswer('duty.bodies', {}, { staleMs: 60_000 })
  const next = Math.max(-1, ...drafts.map(({ key }) => key)) + 1
  return (
    <fieldset className="f" data-area={areaId}>
      <legend>{t('who')}</legend>
      {drafts.map(({ key, known }) => (
        <div className="team-member" key={key}>
          <input
            name={`name-${key}`}
            aria-label={t('person')}
            placeholder={t('person')}
            defaultValue={known?.name}
            maxLength={40}
          />
          <select name={`seat-${key}`} aria-label={t('seat')} defaultValue={known?.seat ?? 'member'}>
            {SEATS.map((seat) => (
              <option key={seat} value={seat}>
                {t(seat)}
              </option>
            ))}
          </select>
          <select
            name={`body-${key}`}
            aria-label={t('body')}
            key={bodies.data ? 'read' : 'waiting'}
            defaultValue={known?.bodyId ?? ''}
          >
            <option value="">{t('body')} –</option>
            {bodies.data?.bodies.map(({ id, name, nameEn }) => (
              <option key={id} value={id}>
                {pick(name, nameEn, lang)}
              </option>
            ))}
          </select>
          <input
            name={`task-${key}`}
            aria-label={t('task')}
            placeholder={t('task')}
            defaultValue={known?.taskZh}
            maxLength={40}
          />
          <TickField name={`shown-${key}`} label={t('shown')} initial={known?.shown ?? false} />
          <button type="button" className="tool" onClick={() => onDrafts(drafts.filter((one) => one.key !== key))}>
            {t('takeOut')}
          </button>
        </div>
      ))}
      <button type="button" className="tool" onClick={() => onDrafts([...drafts, { key: next, known: undefined }])}>
        {t('addMember')}
      </button>
    </fieldset>
  )
}
