// A referee decides which agency it is; both returns stand above, so that he need not look for them.
import { useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { AgencyField } from '../../parts/AgencyField.tsx'
import { LineField, ProseField } from '../../parts/Field.tsx'
import { Form } from '../../parts/Form.tsx'
import type { MoveFormProps } from '../Actions.tsx'
import { moveWords } from '../move-words.ts'
import { formWords } from './words.ts'

export function RuleForm({ matter, onDone, onCancel }: MoveFormProps) {
  const t = useWords(formWords)
  const go = useWords(moveWords)
  const rule = useCommand('matter.rule', { onDone })
  const returns = matter.steps.filter(({ move }) => move === 'return')
  return (
    <Form
      label={go('do.rule')}
      send={t('ruleSend')}
      busy={rule.isPending}
      problem={rule.error}
      onCancel={onCancel}
      onSend={(value) =>
        rule.mutate({
          input: { id: matter.id, agencyId: value('lead'), ruling: value('ruling'), basis: value('basis') },
        })
      }
    >
      {returns.length > 0 ? (
        <div>
          <b>{t('returned')}</b>
          {returns.map(({ id, actorName, text, detail }) => (
            <p key={id} className="s">
              {actorName}：{text}（{String(detail.basis ?? '')}）
            </p>
          ))}
        </div>
      ) : null}
      <AgencyField name="lead" label={t('ruleLead')} areaId={matter.gridId} required />
      <ProseField name="ruling" label={t('ruling')} help={t('rulingHelp')} required minLength={5} maxLength={2000} />
      <LineField name="basis" label={t('basis')} required minLength={2} maxLength={200} />
    </Form>
  )
}
