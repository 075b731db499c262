// One kind: names, limit, proof, what becomes public, the words it is guessed by.
import { type Input, useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import { lines } from '../areas/lines.ts'
import { Form, type Values } from '../parts/Form.tsx'
import { CALLS, KindFields, PROOFS } from './KindFields.tsx'
import type { Kind } from './KindTable.tsx'
import { inMinutes } from './limit-units.ts'
import { kindWords } from './words.ts'

type KindFormProps = {
  readonly kind: Kind | undefined
  readonly may: boolean
  readonly onDone: (code: string) => void
  readonly onCancel: () => void
}

const kindOf = (value: Values, kind: Kind | undefined): Input<'matter.setKind'> => ({
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
  onMenu: value('onMenu') === 'on',
  effectDays: Math.round(Number(value('effectDays')) || 0),
  retired: value('retired') === 'on',
})

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
          onSend={(value) => save.mutate({ input: kindOf(value, kind) })}
        >
          <KindFields kind={kind} />
        </Form>
      </fieldset>
    </>
  )
}
