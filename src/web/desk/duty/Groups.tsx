// The working groups of an area and below.
import { useState } from 'react'
import { type Output, useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { GroupForm } from './GroupForm.tsx'
import { dutyWords } from './words.ts'

export type Group = Output<'duty.groups'>['groups'][number]

export function Groups({ areaId }: { readonly areaId: string }) {
  const t = useWords(dutyWords)
  const [open, setOpen] = useState<string>()
  const { data, error } = useAnswer('duty.groups', { areaId })
  const close = () => setOpen(undefined)
  const may = data?.can.includes('setGroup') ?? false
  return (
    <section className="groups">
      <h2>{t('groups')}</h2>
      <ProblemNote problem={error} />
      {data || error ? null : <SkeletonList rows={2} />}
      {data?.groups.length === 0 ? <p className="q">{t('noGroups')}</p> : null}
      <ul>
        {data?.groups.map((group) => (
          <li key={group.id}>
            <GroupRow group={group} onEdit={may ? () => setOpen(group.id) : undefined} />
            {open === group.id ? (
              <GroupForm group={group} areaId={group.areaId} onDone={close} onCancel={close} />
            ) : null}
          </li>
        ))}
      </ul>
      {may && open !== 'new' ? <Button onPress={() => setOpen('new')}>{t('newGroup')}</Button> : null}
      {open === 'new' ? <GroupForm group={undefined} areaId={areaId} onDone={close} onCancel={close} /> : null}
    </section>
  )
}

const SEATS = ['head', 'deputy', 'member'] as const

function GroupRow({ group, onEdit }: { readonly group: Group; readonly onEdit: (() => void) | undefined }) {
  const t = useWords(dutyWords)
  const lang = useLang()
  const of = (seat: (typeof SEATS)[number]) =>
    group.members.filter((member) => member.seat === seat).map(({ name }) => name)
  const said = SEATS.filter((seat) => of(seat).length > 0).map(
    (seat) => `${t(`seat.${seat}`)} ${of(seat).join(lang === 'zh' ? '、' : ', ')}`,
  )
  return (
    <div className="group">
      <div>
        <b>{pick(group.name, group.nameEn, lang)}</b>
        <span className="s q">{group.areaName}</span>
        {group.purpose ? <p className="s">{group.purpose}</p> : null}
      </div>
      <p>{said.join(lang === 'zh' ? '；' : '; ')}</p>
      {onEdit ? (
        <button type="button" className="tool" onClick={onEdit}>
          {t('editGroup')}
        </button>
      ) : null}
    </div>
  )
}
