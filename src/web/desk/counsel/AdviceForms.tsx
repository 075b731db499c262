// Noting advice, referring somebody to legal aid, and noting what the centre answered.
import { localDay } from '#kernel/clock.ts'
import { AID_GROUND_CODES, AID_GROUNDS, OUTCOMES, TOPIC_CODES, TOPICS, WAYS } from '#modules/counsel/words.ts'
import { type Output, useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { tell } from '#web/parts/Toast.tsx'
import { LineField, PickField, ProseField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { adviceWords } from './advice-words.ts'

export type Advice = Output<'counsel.advice'>
export type AdviceLine = Advice['latest'][number]

type Done = { readonly onDone: () => void }
const oneOf = <T extends string>(among: readonly T[], value: string): T =>
  among.find((one) => one === value) ?? among[0]!

/** Who it is: asked for where it is wanted, and told what becomes of it. */
function PersonFields({ required }: { readonly required: boolean }) {
  const t = useWords(adviceWords)
  return (
    <>
      <LineField name="name" label={t('name')} help={t('nameHelp')} maxLength={60} required={required} />
      <LineField name="phone" type="tel" label={t('phone')} maxLength={20} required={required} />
    </>
  )
}

const personOf = (value: (name: string) => string) => ({
  ...(value('name') ? { name: value('name') } : {}),
  ...(value('phone') ? { phone: value('phone') } : {}),
})

export function NoteForm({ communities, onDone }: Done & Pick<Advice, 'communities'>) {
  const t = useWords(adviceWords)
  const lang = useLang()
  const today = localDay(useNow())
  const note = useCommand('counsel.noteAdvice', { onDone: () => [tell(t('noted')), onDone()] })
  return (
    <Form
      label={t('note')}
      send={t('note')}
      busy={note.isPending}
      problem={note.error}
      onCancel={onDone}
      onSend={(value) =>
        note.mutate({
          input: {
            ...{ areaId: value('area'), on: value('on'), way: oneOf(WAYS, value('way')) },
            ...{ topic: oneOf(TOPIC_CODES, value('topic')), outcome: oneOf(OUTCOMES, value('outcome')) },
            ...personOf(value),
          },
        })
      }
    >
      <PickField
        name="area"
        label={t('area')}
        options={communities.map((one) => ({ value: one.id, label: pick(one.name, one.nameEn, lang) }))}
      />
      <LineField name="on" type="date" label={t('on')} required defaultValue={today} max={today} />
      <PickField name="way" label={t('way')} options={WAYS.map((value) => ({ value, label: t(`way.${value}`) }))} />
      <PickField
        name="topic"
        label={t('topic')}
        options={TOPIC_CODES.map((value) => ({ value, label: TOPICS[value][lang] }))}
      />
      <PickField
        name="outcome"
        label={t('outcome')}
        options={OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
      />
      <PersonFields required={false} />
    </Form>
  )
}

type OfOne = Done & { readonly one: AdviceLine }

export function ReferForm({ one, centres, onDone }: OfOne & Pick<Advice, 'centres'>) {
  const t = useWords(adviceWords)
  const lang = useLang()
  const today = localDay(useNow())
  const refer = useCommand('counsel.referAid', { onDone: () => [tell(t('referred')), onDone()] })
  return (
    <Form
      label={t('refer')}
      send={t('refer')}
      busy={refer.isPending}
      problem={refer.error}
      onCancel={onDone}
      onSend={(value) =>
        refer.mutate({
          input: {
            ...{ id: one.id, version: one.version, centreId: value('centre'), on: value('on') },
            ...{ ground: oneOf(AID_GROUND_CODES, value('ground')), letterNo: value('letter'), ...personOf(value) },
          },
        })
      }
    >
      <PickField
        name="ground"
        label={t('ground')}
        options={AID_GROUND_CODES.map((value) => ({
          value,
          label: `${AID_GROUNDS[value][lang]}（${AID_GROUNDS[value].basis}）`,
        }))}
      />
      <PickField
        name="centre"
        label={t('centre')}
        options={centres.map(({ id, zh, en }) => ({ value: id, label: pick(zh, en, lang) }))}
      />
      <LineField name="on" type="date" label={t('on')} required defaultValue={today} min={one.on} max={today} />
      <LineField name="letter" label={t('letterNo')} maxLength={40} />
      {one.named ? null : <PersonFields required />}
    </Form>
  )
}

export function AnswerForm({ one, gives, onDone }: OfOne & { readonly gives: boolean }) {
  const t = useWords(adviceWords)
  const today = localDay(useNow())
  const options = { onDone: () => [tell(t('answered')), onDone()] }
  const [accept, refuse] = [useCommand('counsel.acceptAid', options), useCommand('counsel.refuseAid', options)]
  const label = t(gives ? 'accept' : 'refuse')
  return (
    <Form
      label={label}
      send={label}
      busy={accept.isPending || refuse.isPending}
      problem={accept.error ?? refuse.error}
      onCancel={onDone}
      onSend={(value) => {
        const input = { id: one.id, version: one.version, on: value('on') }
        if (gives) accept.mutate({ input })
        else refuse.mutate({ input: { ...input, words: value('why') } })
      }}
    >
      <LineField
        name="on"
        type="date"
        label={t('answeredOn')}
        required
        defaultValue={today}
        min={one.referredOn ?? one.on}
        max={today}
      />
      {gives ? null : <ProseField name="why" label={t('why')} help={t('whyHelp')} required maxLength={300} />}
    </Form>
  )
}

export function CentreForm({ onDone }: Done) {
  const t = useWords(adviceWords)
  const set = useCommand('counsel.setCentre', { onDone: () => [tell(t('centreNoted')), onDone()] })
  return (
    <Form
      label={t('addCentre')}
      send={t('addCentre')}
      busy={set.isPending}
      problem={set.error}
      onCancel={onDone}
      onSend={(value) => set.mutate({ input: { zh: value('zh'), phone: value('phone'), address: value('address') } })}
    >
      <LineField name="zh" label={t('centreName')} required minLength={2} maxLength={60} />
      <LineField name="phone" label={t('phone')} required minLength={5} maxLength={30} />
      <LineField name="address" label={t('address')} maxLength={120} />
    </Form>
  )
}
