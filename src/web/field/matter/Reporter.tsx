// Who reported, masked; the full number is one deliberate tap away and leaves a record.
import { useWords } from '#web/lang.ts'
import { Go } from '../Go.tsx'
import type { Matter } from './Record.tsx'
import { matterWords } from './words.ts'

export function Reporter({ matter }: { readonly matter: Matter }) {
  const t = useWords(matterWords)
  const { name, phone } = matter.reporter
  return (
    <section className="rep sheet">
      <div>
        <p>{name ? `${t('reporter')} ${name}` : t('reporter')}</p>
        <p className="s">{phone ? <span className="nw">{phone}</span> : t('noPhone')}</p>
      </div>
      {matter.can.includes('reveal') ? (
        <Go to={`/matters/${matter.id}?do=call`} stay className="btn plain">
          {t('seeNumber')}
        </Go>
      ) : null}
    </section>
  )
}
