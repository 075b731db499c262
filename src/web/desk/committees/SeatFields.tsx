// How somebody sits in a committee: mode, way, head, versed in what, certificate, until when.
import { localDay } from '#kernel/clock.ts'
import { modeWords, wayWords } from '#modules/committee/words.ts'
import type { Output } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { ChoiceField, LineField, TickField } from '../parts/Field.tsx'
import type { Values } from '../parts/Form.tsx'
import type { Mediator } from './Seats.tsx'
import { committeeWords } from './words.ts'

const MODES = ['full_time', 'part_time', 'invited'] as const
const WAYS = ['elected', 'hired'] as const
const FAMILIES = ['dispute', 'language'] as const

export type Skill = Output<'committee.kinds'>['skills'][number]

export const seatSaid = (value: Values, skills: readonly Skill[]) => {
  const ticked = (family: Skill['family']) =>
    skills.flatMap((skill) => (skill.family === family && value(skill.code) === 'on' ? [skill.code] : []))
  return {
    certificate: value('certificate'),
    mode: MODES.find((mode) => mode === value('mode')) ?? 'part_time',
    way: WAYS.find((way) => way === value('way')) ?? 'elected',
    head: value('head') === 'on',
    skills: ticked('dispute'),
    languages: ticked('language'),
    from: value('from'),
    to: value('to'),
  }
}

type SeatFieldsProps = { readonly skills: readonly Skill[]; readonly until: string; readonly seat?: Mediator }

export function SeatFields({ skills, until, seat }: SeatFieldsProps) {
  const t = useWords(committeeWords)
  const lang = useLang()
  const today = localDay(useNow())
  const has = new Set([...(seat?.skills ?? []), ...(seat?.languages ?? [])])
  return (
    <>
      <div className="row2">
        <ChoiceField
          name="mode"
          label={t('mode')}
          initial={seat?.mode ?? 'part_time'}
          options={MODES.map((value) => ({ value, label: modeWords[value][lang] }))}
        />
        <ChoiceField
          name="way"
          label={t('way')}
          initial={seat?.way ?? 'elected'}
          options={WAYS.map((value) => ({ value, label: wayWords[value][lang] }))}
        />
      </div>
      <TickField name="head" label={t('isHead')} initial={seat?.head ?? false} />
      {FAMILIES.map((family) => (
        <fieldset key={family} className="f">
          <legend>{t(family === 'dispute' ? 'skills' : 'languages')}</legend>
          <div className="choices">
            {skills
              .filter((skill) => skill.family === family && (!skill.retired || has.has(skill.code)))
              .map(({ code, zh, en }) => (
                <TickField key={code} name={code} label={pick(zh, en, lang)} initial={has.has(code)} />
              ))}
          </div>
        </fieldset>
      ))}
      <LineField name="certificate" label={t('certificate')} defaultValue={seat?.certificate} maxLength={40} />
      <div className="row2">
        <LineField name="from" label={t('from')} type="date" defaultValue={seat?.from ?? today} required />
        <LineField name="to" label={t('to')} type="date" defaultValue={seat?.to ?? until} required />
      </div>
    </>
  )
}
