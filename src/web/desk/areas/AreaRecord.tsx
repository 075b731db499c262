// One area: where it lies, its names and codes, what lies below, and what may be done with it.
import { Link } from '@tanstack/react-router'
import { levelWords } from '#modules/area/lifecycle.ts'
import { type Output, useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { type Act, Buttons } from '../parts/Buttons.tsx'
import { RecordHead } from '../parts/RecordHead.tsx'
import { AddAreaForm } from './AddAreaForm.tsx'
import { AreaSide } from './AreaSide.tsx'
import { ChangeAreaForm } from './ChangeAreaForm.tsx'
import { Children } from './Children.tsx'
import { MoveAreaForm, RecodeForm, RetireAreaForm } from './tree-forms.tsx'
import { areaWords } from './words.ts'

export type Area = Output<'area.get'>

export function AreaRecord({ id }: { readonly id: string }) {
  const { data, error, refetch } = useAnswer('area.get', { id })
  if (data) return <Read area={data} />
  return error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : <SkeletonText lines={9} />
}

/** The forms that `can` allows, in the order of their use. */
function useActs(area: Area): Act[] {
  const t = useWords(areaWords)
  const all: Act[] = [
    { id: 'change', label: t('change'), form: (props) => <ChangeAreaForm area={area} {...props} /> },
    { id: 'add', label: t('add'), form: (props) => <AddAreaForm area={area} {...props} /> },
    { id: 'recode', label: t('recode'), form: (props) => <RecodeForm area={area} {...props} /> },
    { id: 'move', label: t('move'), form: (props) => <MoveAreaForm area={area} {...props} /> },
    { id: 'retire', label: t('retire'), look: 'danger', form: (props) => <RetireAreaForm area={area} {...props} /> },
  ]
  return all.filter(({ id }) => area.can.includes(id) && !area.validTo && !(id === 'add' && area.level === 'home'))
}

function Read({ area }: { readonly area: Area }) {
  const t = useWords(areaWords)
  const lang = useLang()
  const acts = useActs(area)
  const facts = (
    <>
      <span>{levelWords[area.level][lang]}</span>
      <span className="nw">{area.code ? t('code', { code: area.code }) : t('noCode')}</span>
      {area.validTo ? <span>{t('ended', { day: area.validTo })}</span> : null}
    </>
  )
  return (
    <>
      <RecordHead facts={facts} title={pick(area.name, area.nameEn, lang)} address={`/desk/areas/${area.id}`}>
        <p className="crumbs s">
          {area.path
            .filter(({ id }) => id !== area.id)
            .map(({ id, name, nameEn }, at) => (
              <span key={id}>
                {at > 0 ? '› ' : ''}
                <Link to="/desk/areas/{-$id}" params={{ id }}>
                  {pick(name, nameEn, lang)}
                </Link>
              </span>
            ))}
        </p>
        <p className="goto s">
          <Link to="/desk" search={{ area: area.id, view: 'open' }}>
            {t('toQueue')}
          </Link>
          <Link to="/desk/duty/{-$id}" params={{ id: area.id }}>
            {t('toDuty')}
          </Link>
          <Link to="/desk/codes/{-$id}" params={{ id: area.id }}>
            {t('toCodes')}
          </Link>
        </p>
      </RecordHead>
      <Buttons acts={acts} />
      <div className={acts.length > 0 ? 'body' : 'body first'}>
        <Children area={area} />
        <AreaSide area={area} />
      </div>
    </>
  )
}
