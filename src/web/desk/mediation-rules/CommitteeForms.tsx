// Adds or changes a kind of committee with its norm, and a skill or language of mediators.
import { type Output, useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import { LineField, PickField, TickField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { mediationRuleWords } from './words.ts'

export type Kind = Output<'committee.kinds'>['kinds'][number]
export type Skill = Output<'committee.kinds'>['skills'][number]

type Of<T> = { readonly one: T | undefined; readonly onDone: () => void }
const LEVELS = ['district', 'subdistrict', 'community'] as const
const LAST_SORT = 100

function Names({ one }: { readonly one: Kind | Skill | undefined }) {
  const t = useWords(mediationRuleWords)
  return (
    <>
      {one ? null : <LineField name="code" label={t('code')} required pattern="[a-z_]{2,30}" maxLength={30} />}
      <LineField name="zh" label={t('zh')} required maxLength={40} defaultValue={one?.zh} />
      <LineField name="en" label={t('en')} required maxLength={80} defaultValue={one?.en} />
      <LineField
        name="sort"
        type="number"
        min={-10_000}
        max={10_000}
        label={t('sort')}
        required
        defaultValue={one?.sort ?? LAST_SORT}
      />
      {one ? <TickField name="retired" label={t('retire')} initial={one.retired} /> : null}
    </>
  )
}

/** How many members it may have, and how many of them are to be full-time. */
function HowMany({ one }: { readonly one: Kind | undefined }) {
  const t = useWords(mediationRuleWords)
  return (
    <>
      <div className="row2">
        <LineField
          name="membersMin"
          type="number"
          min={0}
          max={99}
          label={t('membersMin')}
          required
          defaultValue={one?.membersMin ?? 3}
        />
        <LineField
          name="membersMax"
          type="number"
          min={0}
          max={99}
          label={t('membersMax')}
          defaultValue={one?.membersMax ?? ''}
        />
      </div>
      <LineField
        name="fullTime"
        type="number"
        min={0}
        max={99}
        label={t('fullTime')}
        required
        defaultValue={one?.fullTime ?? 0}
      />
    </>
  )
}

export function CommitteeKindForm({ one, onDone }: Of<Kind>) {
  const t = useWords(mediationRuleWords)
  const lang = useLang()
  const save = useCommand('committee.setKind', { onDone: () => [tell(t('saved')), onDone()] })
  const title = one ? pick(one.zh, one.en, lang) : t('add')
  return (
    <Form
      label={title}
      send={t('save')}
      busy={save.isPending}
      problem={save.error}
      onCancel={onDone}
      onSend={(value) =>
        save.mutate({
          input: {
            ...{ code: one?.code ?? value('code'), zh: value('zh'), en: value('en'), sort: Number(value('sort')) },
            ...{ basis: value('basis'), normBasis: value('normBasis'), stamp: value('stamp') === 'on' },
            ...{ level: LEVELS.find((level) => level === value('level')) ?? null, tier: Number(value('tier')) },
            ...{ membersMin: Number(value('membersMin')), fullTime: Number(value('fullTime')) },
            membersMax: value('membersMax') === '' ? null : Number(value('membersMax')),
            ...{ retired: value('retired') === 'on', version: one?.version ?? 0 },
          },
        })
      }
    >
      <h2 className="l">{title}</h2>
      <Names one={one} />
      <LineField name="basis" label={t('basis')} required maxLength={200} defaultValue={one?.basis} />
      <PickField
        name="level"
        label={t('level')}
        defaultValue={one?.level ?? ''}
        options={[
          { value: '', label: t('level.any') },
          ...LEVELS.map((value) => ({ value, label: t(`level.${value}`) })),
        ]}
      />
      <LineField name="tier" type="number" min={1} max={3} label={t('tier')} required defaultValue={one?.tier ?? 2} />
      <TickField name="stamp" label={t('stamp')} initial={one?.stamp ?? true} />
      <HowMany one={one} />
      <LineField name="normBasis" label={t('normBasis')} required maxLength={200} defaultValue={one?.normBasis} />
    </Form>
  )
}

const FAMILIES = ['dispute', 'language'] as const

export function SkillForm({ one, onDone }: Of<Skill>) {
  const t = useWords(mediationRuleWords)
  const lang = useLang()
  const save = useCommand('committee.setSkill', { onDone: () => [tell(t('saved')), onDone()] })
  const title = one ? pick(one.zh, one.en, lang) : t('add')
  return (
    <Form
      label={title}
      send={t('save')}
      busy={save.isPending}
      problem={save.error}
      onCancel={onDone}
      onSend={(value) =>
        save.mutate({
          input: {
            ...{ code: one?.code ?? value('code'), zh: value('zh'), en: value('en'), sort: Number(value('sort')) },
            family: one?.family ?? FAMILIES.find((family) => family === value('family')) ?? 'language',
            ...{ retired: value('retired') === 'on', version: one?.version ?? 0 },
          },
        })
      }
    >
      <h2 className="l">{title}</h2>
      {one ? null : (
        <PickField
          name="family"
          label={t('family')}
          options={FAMILIES.map((value) => ({ value, label: t(`family.${value}`) }))}
        />
      )}
      <Names one={one} />
    </Form>
  )
}
