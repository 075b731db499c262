// Hands a matter to an agency: the rule's suggestion stands first, the item of the access list behind it, helpers beside it.
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useAnswer, useCommand } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { AgencyField, AgencyTicks } from '../../parts/AgencyField.tsx'
import { LineField, PickField } from '../../parts/Field.tsx'
import { Form } from '../../parts/Form.tsx'
import type { MoveFormProps } from '../Actions.tsx'
import { moveWords } from '../move-words.ts'
import type { Matter } from '../Record.tsx'
import { formWords } from './words.ts'

type Row = Pick<Matter, 'id' | 'kind' | 'gridId' | 'route'>
export type DispatchFormProps = Omit<MoveFormProps, 'matter'> & { readonly matter: Row }

/** The items under which a kind may be handed out today, the newest first. */
function useItems(kind: string) {
  const lang = useLang()
  const { data, error } = useAnswer('matter.items', {}, { staleMs: 300_000 })
  const items = data?.items
    .filter((item) => item.kind === kind)
    .toSorted((a, b) => b.validFrom.localeCompare(a.validFrom))
    .map(({ id, name, documentNo }) => ({ value: id, label: `${name[lang] || name.zh} · ${documentNo}` }))
  return { items, error }
}

export function DispatchForm({ matter, onDone, onCancel }: DispatchFormProps) {
  const t = useWords(formWords)
  const go = useWords(moveWords)
  const { id, kind, gridId, route } = matter
  const { items, error } = useItems(kind)
  const [lead, setLead] = useState(route?.agencyId)
  const [helpers, setHelpers] = useState<readonly string[]>([])
  const dispatch = useCommand('matter.dispatch', { onDone })
  if (!items) return error ? <ProblemNote problem={error} /> : <SkeletonText lines={4} title={false} />
  if (items.length === 0)
    return (
      <div className="form">
        <p>{t('noItem')}</p>
        <p>
          <Link to="/desk/access-list">{t('toList')}</Link>
        </p>
      </div>
    )
  return (
    <Form
      label={go('do.dispatch')}
      send={t('dispatchSend')}
      busy={dispatch.isPending}
      problem={dispatch.error}
      onCancel={onCancel}
      onSend={(value) =>
        dispatch.mutate({
          input: { id, agencyId: value('lead'), itemId: value('item'), helpers: [...helpers], words: value('words') },
        })
      }
    >
      <p className="s q">{route ? t('byRule', { agency: route.agencyName, basis: route.basis }) : t('noRule')}</p>
      <AgencyField
        name="lead"
        label={t('lead')}
        areaId={gridId}
        initial={route?.agencyId}
        required
        onChange={setLead}
      />
      <PickField name="item" label={t('item')} options={items} />
      <AgencyTicks
        label={t('helpers')}
        areaId={gridId}
        without={lead ? [lead] : []}
        chosen={helpers.filter((one) => one !== lead)}
        onChange={setHelpers}
      />
      <LineField name="words" label={t('dispatchWords')} maxLength={1000} />
    </Form>
  )
}
