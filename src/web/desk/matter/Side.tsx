// Beside the story: photos, the reporter, who handles it, where it is.
import { Link } from '@tanstack/react-router'
import { matterLife } from '#modules/matter/lifecycle.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { levelNames, wayWords } from '#web/parts/matter-words.ts'
import { Photos } from '#web/parts/Photo.tsx'
import { clockTime } from '#web/parts/when.ts'
import { useMay } from '#web/session.ts'
import { Facts } from '../parts/Facts.tsx'
import type { Matter } from './Record.tsx'
import { Reporter } from './Reporter.tsx'
import { matterWords } from './words.ts'

export function Side({ matter }: { readonly matter: Matter }) {
  const t = useWords(matterWords)
  return (
    <aside className="side">
      <div>
        <h2>{t('sidePhotos')}</h2>
        {matter.photoList.length > 0 ? (
          <Photos matterId={matter.id} photos={matter.photoList} />
        ) : (
          <p className="s q">{t('noPhotos')}</p>
        )}
      </div>
      <Reporter matter={matter} />
      <Hands matter={matter} />
      <Together matter={matter} />
      <Where matter={matter} />
      <Dispute matter={matter} />
    </aside>
  )
}

function Hands({ matter }: { readonly matter: Matter }) {
  const t = useWords(matterWords)
  const lang = useLang()
  const { handlerName, leaderName, helpers, level, returns, lateTimes, acknowledged, steps } = matter
  const agencyName = pick(matter.agencyName, matter.agencyNameEn, lang)
  const deskName = pick(matter.deskName ?? '', matter.deskNameEn ?? '', lang)
  const checker = steps.findLast(({ move }) => move === 'verify')?.actorName
  /** Who had it first stays with it to the end, whoever handles it later. */
  const first = pick(matter.firstName ?? '', matter.firstNameEn ?? '', lang)
  return (
    <div>
      <h2>{t('hands')}</h2>
      <Facts
        facts={[
          [t('leader'), leaderName],
          [t('agency'), agencyName],
          [t('leadDesk'), deskName && t('deskOfArea', { area: deskName })],
          [t('handler'), handlerName || t('nobody')],
          [t('helpers'), helpers.map(({ name }) => name).join(lang === 'zh' ? '、' : ', ')],
          first && first !== handlerName && [t('firstHand'), t('firstStays', { who: first })],
          [t('checker'), checker],
          [t('levelFact'), levelNames[level]?.[lang]],
          returns > 0 && [t('returns'), t('times', { count: returns })],
          lateTimes > 0 && [t('lateTimes'), t(acknowledged ? 'lateSeen' : 'lateUnseen', { count: lateTimes })],
        ]}
      />
    </div>
  )
}

/** Others that are the same thing. */
function Together({ matter: { mergedInto, merged } }: { readonly matter: Matter }) {
  const t = useWords(matterWords)
  if (!mergedInto && merged.length === 0) return null
  const link = ({ id, no }: { id: string; no: string }) => (
    <Link key={id} to="/desk/matters/$id" params={{ id }} className="nw">
      {no}
    </Link>
  )
  return (
    <div>
      <h2>{t('mergedHead')}</h2>
      <Facts
        facts={[
          mergedInto && [t('mergedInto'), link(mergedInto)],
          merged.length > 0 && [t('mergedHere'), merged.map(link)],
        ]}
      />
    </div>
  )
}

function Where({ matter: { path, placeName, reportedAt, gridId, way } }: { readonly matter: Matter }) {
  const t = useWords(matterWords)
  const lang = useLang()
  const now = useNow()
  const said = path
    .slice(1)
    .map(({ name, nameEn }) => pick(name, nameEn, lang))
    .join(' › ')
  return (
    <div>
      <h2>{t('where')}</h2>
      <p className="s">
        {gridId ? (
          <Link to="/desk/areas/{-$id}" params={{ id: gridId }}>
            {said}
          </Link>
        ) : (
          said
        )}
      </p>
      <Facts
        facts={[
          [t('place'), placeName],
          [t('came'), wayWords[way][lang]],
          [t('reportedAt'), clockTime(reportedAt, now, lang)],
        ]}
      />
    </div>
  )
}

/** A matter that is a quarrel between two goes on as a file of its own, with what is known here. */
function Dispute({ matter: { id, gridId, state } }: { readonly matter: Matter }) {
  const t = useWords(matterWords)
  const may = useMay()
  if (!may('mediation.apply') || !gridId || !matterLife.states[state].open) return null
  return (
    <div>
      <h2>{t('dispute')}</h2>
      <p className="s">
        <Link to="/desk/dispute" search={{ matter: id }}>
          {t('toDispute')}
        </Link>
      </p>
    </div>
  )
}
