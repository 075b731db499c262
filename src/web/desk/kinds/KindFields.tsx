// The fields of a kind.
import { useWords } from '#web/lang.ts'
import { ChoiceField, LineField, PickField, ProseField, TickField } from '../parts/Field.tsx'
import type { Kind } from './KindTable.tsx'
import { LimitFields } from './LimitFields.tsx'
import { kindWords } from './words.ts'

export const CALLS = ['110', '119', '120'] as const
export const PROOFS = ['photo', 'text', 'none'] as const

export function KindFields({ kind }: { readonly kind: Kind | undefined }) {
  const t = useWords(kindWords)
  return (
    <>
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
      <LaterFields kind={kind} />
      {kind ? <TickField name="retired" label={t('retire')} initial={kind.retired} /> : null}
    </>
  )
}

/** What Linli makes of a kind by itself: guessing it by words, offering it, asking whether it still holds. */
function LaterFields({ kind }: { readonly kind: Kind | undefined }) {
  const t = useWords(kindWords)
  return (
    <>
      <ProseField
        name="words"
        label={t('words')}
        help={t('wordsHelp')}
        rows={6}
        defaultValue={kind?.words.join('\n')}
      />
      <TickField name="onMenu" label={t('onMenu')} initial={kind?.onMenu ?? false} />
      <LineField
        name="effectDays"
        label={t('effectDays')}
        help={t('effectHelp')}
        type="number"
        min={0}
        max={365}
        defaultValue={kind?.effectDays ?? 0}
        required
      />
    </>
  )
}
