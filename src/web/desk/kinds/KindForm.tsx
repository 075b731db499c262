// One kind: names, limit, proof, what becomes public, the words it is guessed by.
import { useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import { lines } from '../areas/lines.ts'
import { ChoiceField, LineField, PickField, ProseField, TickField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import type { Kind } from './KindTable.tsx'
import { LimitFields } from './LimitFields.tsx'
import { inMinutes } from './limit-units.ts'
import { kindWords } from './words.ts'

const CALLS = ['110', '119', '120'] as const
const PROOFS = ['photo', 'text', 'none'] as const

type KindFormProps = {
  readonly kind: Kind | undefined
  readonly may: boolean
  readonly onDone: (code: string) => void
  readonly onCancel: () => void
}

export function KindForm({ kind, may, onDone, onCancel }: KindFormProps) {
  const t = useWords(kindWords)
  const lang = useLang()
  const save = useCommand('matter.setKind', {
    onDone: (saved) => {
      tell(t('saved', { name: pick(saved.zh, saved.en, lang) }))
      onDone(saved.code)
    },
  })
  return (
    <>
      <p className="s q">{kind ? `${t('code')} ${kind.code}` : t('newKind')}</p>
      <h2 className="l">{kind ? pick(kind.zh, kind.en, lang) : t('newKind')}</h2>
      <fieldset disabled={!may}>
        <Form
          label={t('kind')}
          send={t('save')}
          busy={save.isPending}
          problem={save.error}
          onCancel={onCancel}
          onSend={(value) =>
            save.mutate({
              input: {
                code: kind?.code ?? value('code'),
                version: kind?.version ?? 0,
                family: value('family'),
                zh: value('zh'),
                en: value('en'),
                hintZh: value('hintZh'),
                hintEn: value('hintEn'),
                public: value('public') === 'on',
                publicZh: value('publicZh'),
                publicEn: value('publicEn'),
                limitMinutes: inMinutes(Number(value('amount')), value('unit')),
                counting: value('counting') === 'always' ? 'always' : 'work',
                proof: PROOFS.find((proof) => proof === value('proof')) ?? 'photo',
                emergency: CALLS.find((call) => call === value('emergency')) ?? null,
                words: lines(value('words')),
                retired: value('retired') === 'on',
              },
            })
          }
        >
          {kind ? null : (
            <LineField
              name="code"
              label={t('code')}
              help={t('codeHelp')}
              pattern="\d{2,6}"
              inputMode="numeric"
              required
              maxLength={6}
            />
          )}
          <LineField name="zh" label={t('zh')} defaultValue={kind?.zh} required maxLength={40} />
          <LineField name="en" label={t('en')} defaultValue={kind?.en} required maxLength={80} />
          <LineField name="family" label={t('family')} defaultValue={kind?.family} required maxLength={40} />
          <LimitFields
            minutes={kind?.limitMinutes ?? 840}
            counting={kind?.counting ?? 'work'}
            choices={['work', 'always']}
          />
          <ChoiceField
            name="proof"
            label={t('proof')}
            initial={kind?.proof ?? 'photo'}
            options={PROOFS.map((value) => ({ value, label: t(`proof.${value}`) }))}
          />
          <PickField
            name="emergency"
            label={t('callLabel')}
            defaultValue={kind?.emergency ?? ''}
            options={[{ value: '', label: t('callNone') }, ...CALLS.map((value) => ({ value, label: value }))]}
          />
          <TickField name="public" label={t('publicTick')} initial={kind?.public ?? true} />
          <LineField name="publicZh" label={t('publicZh')} defaultValue={kind?.publicZh} maxLength={60} />
          <LineField name="publicEn" label={t('publicEn')} defaultValue={kind?.publicEn} maxLength={120} />
          <LineField name="hintZh" label={t('hintZh')} defaultValue={kind?.hintZh} maxLength={120} />
          <LineField name="hintEn" label={t('hintEn')} defaultValue={kind?.hintEn} maxLength={200} />
          <ProseField
            name="words"
            label={t('words')}
            help={t('wordsHelp')}
            rows={6}
            defaultValue={kind?.words.join('\n')}
          />
          {kind ? <TickField name="retired" label={t('retire')} initial={kind.retired} /> : null}
        </Form>
      </fieldset>
    </>
  )
}
