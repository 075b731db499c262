// One item of the access list.
import { type Input, useCommand } from '#web/call.ts'
import { type Say, useLang, useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { LineField, TickField } from '../parts/Field.tsx'
import { Form, type Values } from '../parts/Form.tsx'
import type { Item } from './AccessListPage.tsx'
import { kindWords } from './words.ts'

const BOTH = ['name', 'lead', 'basis', 'frequency', 'standard', 'feedback'] as const
type BothName = (typeof BOTH)[number]
const LABELS = {
  name: 'item',
  lead: 'lead1',
  basis: 'basis',
  frequency: 'frequency',
  standard: 'standard',
  feedback: 'feedback',
} as const satisfies Record<BothName, keyof typeof kindWords>
const DUTIES = ['find', 'pass_on', 'assist', 'tell'] as const

type ItemFormProps = FormProps & { readonly item: Item | undefined; readonly may: boolean }

const bothOf = (value: Values, name: BothName) => ({ zh: value(`${name}.zh`), en: value(`${name}.en`) })

/** A new item usually comes in a language pair; the English line may stay empty. */
function BothFields({
  name,
  item,
  t,
}: {
  readonly name: BothName
  readonly item: Item | undefined
  readonly t: Say<typeof kindWords>
}) {
  const label = t(LABELS[name])
  return (
    <>
      <LineField
        name={`${name}.zh`}
        label={`${label}${t('inChinese')}`}
        defaultValue={item?.[name].zh}
        required
        maxLength={200}
      />
      <LineField
        name={`${name}.en`}
        label={`${label}${t('inEnglish')}`}
        defaultValue={item?.[name].en}
        maxLength={300}
      />
    </>
  )
}

const itemOf = (value: Values, item: Item | undefined): Input<'matter.setItem'> => ({
  ...(item ? { id: item.id } : {}),
  version: item?.version ?? 0,
  kind: value('kind'),
  name: bothOf(value, 'name'),
  lead: bothOf(value, 'lead'),
  basis: bothOf(value, 'basis'),
  frequency: bothOf(value, 'frequency'),
  standard: bothOf(value, 'standard'),
  feedback: bothOf(value, 'feedback'),
  duties: DUTIES.filter((duty) => value(`duty.${duty}`) === 'on'),
  documentNo: value('documentNo'),
  validFrom: value('validFrom'),
  validTo: value('validTo') || null,
})

function ItemFields({ item }: { readonly item: Item | undefined }) {
  const t = useWords(kindWords)
  return (
    <>
      <LineField
        name="kind"
        label={t('code')}
        help={t('codeHelp')}
        pattern="\d{2,6}"
        inputMode="numeric"
        defaultValue={item?.kind}
        required
        maxLength={6}
      />
      <BothFields name="name" item={item} t={t} />
      <BothFields name="lead" item={item} t={t} />
      <BothFields name="basis" item={item} t={t} />
      <fieldset className="f">
        <legend>{t('duties')}</legend>
        <div className="choices">
          {DUTIES.map((duty) => (
            <TickField
              key={duty}
              name={`duty.${duty}`}
              label={t(`duty.${duty}`)}
              initial={item?.duties.includes(duty) ?? false}
            />
          ))}
        </div>
      </fieldset>
      <BothFields name="frequency" item={item} t={t} />
      <BothFields name="standard" item={item} t={t} />
      <BothFields name="feedback" item={item} t={t} />
      <LineField name="documentNo" label={t('documentNo')} defaultValue={item?.documentNo} required maxLength={60} />
      <div className="row2">
        <LineField name="validFrom" label={t('validFrom')} type="date" defaultValue={item?.validFrom} required />
        <LineField name="validTo" label={t('validTo')} type="date" defaultValue={item?.validTo ?? ''} />
      </div>
    </>
  )
}

export function ItemForm({ item, may, onDone, onCancel }: ItemFormProps) {
  const t = useWords(kindWords)
  const lang = useLang()
  const save = useCommand('matter.setItem', {
    onDone: ({ name }) => {
      tell(t('itemSaved', { name: name[lang] || name.zh }))
      onDone()
    },
  })
  return (
    <>
      <p className="s q">{item ? item.documentNo : t('newItem')}</p>
      <h2 className="l">{item ? item.name[lang] || item.name.zh : t('newItem')}</h2>
      <fieldset disabled={!may}>
        <Form
          label={t('item')}
          send={t('save')}
          busy={save.isPending}
          problem={save.error}
          onCancel={onCancel}
          onSend={(value) => save.mutate({ input: itemOf(value, item) })}
        >
          <ItemFields item={item} />
        </Form>
      </fieldset>
    </>
  )
}
