// Whom a grid worker calls: who else holds a duty for his grid, nearest first, with a phone to tap.
import { type Output, useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { Icon } from '#web/parts/Icon.tsx'
import { meWords } from './words.ts'

type Level = Output<'duty.chain'>['chain'][number]
type Duty = Level['duties'][number]

const NEAREST_FIRST: readonly string[] = ['grid', 'community', 'subdistrict']
const HOUR_MS = 3_600_000

export function WhoToCall({ areaId, mine }: { readonly areaId: string; readonly mine: string }) {
  const t = useWords(meWords)
  const { data } = useAnswer('duty.chain', { areaId }, { staleMs: HOUR_MS })
  const levels = NEAREST_FIRST.flatMap((level) => data?.chain.filter((each) => each.level === level) ?? [])
  const anybody = levels.some(({ duties }) =>
    duties.some(({ holders, gap }) => gap || holders.some(({ accountId }) => accountId !== mine)),
  )
  if (!anybody) return null
  return (
    <section>
      <h2>{t('whoToCall')}</h2>
      <ul className="sheet lines">
        {levels.flatMap((level) =>
          level.duties.map((duty) => (
            <DutyLines key={`${level.areaId} ${duty.kind}`} level={level} duty={duty} mine={mine} />
          )),
        )}
      </ul>
    </section>
  )
}

function DutyLines({ level, duty, mine }: { readonly level: Level; readonly duty: Duty; readonly mine: string }) {
  const t = useWords(meWords)
  const lang = useLang()
  const what = `${pick(level.areaName, level.areaNameEn, lang)} ${pick(duty.zh, duty.en, lang)}`
  if (duty.gap) return <li>{t('vacant', { duty: what })}</li>
  return duty.holders
    .filter(({ accountId }) => accountId !== mine)
    .map((holder) => (
      <li key={holder.id}>
        <span>
          {pick(holder.name, holder.nameEn, lang)}
          <small>{what}</small>
        </span>
        {holder.phone ? (
          <a className="btn" href={`tel:${holder.phone}`}>
            <Icon name="phone" />
            <span className="nw">{holder.phone}</span>
          </a>
        ) : (
          <small>{t('noPhone')}</small>
        )}
      </li>
    ))
}
