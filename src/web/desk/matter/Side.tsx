// Beside the story: photos, the reporter, who handles it, where it is.
import { Link } from '@tanstack/react-router'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Photos } from '#web/parts/Photo.tsx'
import { clockTime } from '#web/parts/when.ts'
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
      <Where matter={matter} />
    </aside>
  )
}

function Hands({ matter: { handlerName, lateTimes, steps } }: { readonly matter: Matter }) {
  const t = useWords(matterWords)
  const checker = steps.findLast(({ move }) => move === 'verify')?.actorName
  return (
    <div>
      <h2>{t('hands')}</h2>
      <Facts
        facts={[
          [t('handler'), handlerName || t('nobody')],
          [t('checker'), checker],
          lateTimes > 0 && [t('lateTimes'), t('lateCount', { count: lateTimes })],
        ]}
      />
    </div>
  )
}

function Where({ matter: { path, placeName, reportedAt, gridId } }: { readonly matter: Matter }) {
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
          [t('reportedAt'), clockTime(reportedAt, now, lang)],
        ]}
      />
    </div>
  )
}
