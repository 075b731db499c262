// 一社区一法律顾问: which communities lack one, who stands by the others, and how often he came this quarter.
import { type ReactNode, useState } from 'react'
import { localDay } from '#kernel/clock.ts'
import { type Output, useAnswer, useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { useMe } from '#web/session.ts'
import { AppointForm, LogForm } from './AdviserForms.tsx'
import { adviserWords } from './adviser-words.ts'
import { quarterOf } from './quarter.ts'

export type Community = Output<'counsel.advisers'>['communities'][number]
export type Post = Community['posts'][number]

const isAdviser = ({ role }: Post) => role === 'adviser'

export function Advisers({ tabs }: { readonly tabs: ReactNode }) {
  const t = useWords(adviserWords)
  const areaId = useMe().data?.posts[0]?.areaId
  const today = localDay(useNow())
  const asked = { areaId: areaId ?? '', from: quarterOf(today), to: today }
  const { data, error, refetch } = useAnswer('counsel.advisers', asked, { keep: true, enabled: areaId !== undefined })
  const [appointing, setAppointing] = useState(false)
  return (
    <main className="one">
      <section className="sheet page-note advisers">
        {tabs}
        <h1>{t('title')}</h1>
        {data ? <Lack communities={data.communities} /> : null}
        {data?.can.includes('appointAdviser') && !appointing ? (
          <p>
            <Button onPress={() => setAppointing(true)}>{t('appoint')}</Button>
          </p>
        ) : null}
        {data && areaId && appointing ? (
          <AppointForm areaId={areaId} communities={data.communities} onDone={() => setAppointing(false)} />
        ) : null}
        {data ? <Table communities={data.communities} /> : null}
        {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : <SkeletonText lines={9} />}
      </section>
    </main>
  )
}

/** What is to be done, in a sentence. */
function Lack({ communities }: { readonly communities: readonly Community[] }) {
  const t = useWords(adviserWords)
  const lang = useLang()
  const names = (list: readonly Community[]) =>
    list.map((one) => pick(one.name, one.nameEn, lang)).join(lang === 'zh' ? '、' : ', ')
  const lacking = communities.filter(({ posts }) => !posts.some(isAdviser))
  const unseen = communities.filter(({ posts, services }) => posts.some(isAdviser) && services === 0)
  return (
    <p className="counsel-gap">
      {lacking.length
        ? t('gap', { count: lacking.length, names: names(lacking) })
        : t('all', { count: communities.length })}{' '}
      {unseen.length ? t('notCome', { names: names(unseen) }) : ''}
    </p>
  )
}

function Table({ communities }: { readonly communities: readonly Community[] }) {
  const lang = useLang()
  return (
    <ul className="counsel-rows advisers-rows">
      {communities.map((one) => (
        <li key={one.id}>
          <h2>{pick(one.name, one.nameEn, lang)}</h2>
          <OneCommunity community={one} />
        </li>
      ))}
    </ul>
  )
}

function OneCommunity({ community }: { readonly community: Community }) {
  const t = useWords(adviserWords)
  const lang = useLang()
  const { posts, services, minutes, came, last } = community
  const hours = Math.round(minutes / 6) / 10
  const savvy = posts.filter((one) => !isAdviser(one))
  return (
    <div>
      {posts.filter(isAdviser).map((one, at) => (
        <OnePost key={one.id} post={one}>
          {at === 0 && services > 0 ? (
            <p className="s">
              {t('came')} {t('sum', { services, hours, came })} {last ? t('last', { day: last }) : ''}
            </p>
          ) : null}
        </OnePost>
      ))}
      {posts.some(isAdviser) ? null : <p className="q">{t('nobody')}</p>}
      {savvy.length ? (
        <p className="s q">
          {t('savvy')} {savvy.map((one) => pick(one.name, one.nameEn, lang)).join(lang === 'zh' ? '、' : ', ')}
        </p>
      ) : null}
    </div>
  )
}

/** What was done this quarter stands between whom it is and what may be recorded. */
function OnePost({ post, children }: { readonly post: Post; readonly children: ReactNode }) {
  const t = useWords(adviserWords)
  const lang = useLang()
  const [logging, setLogging] = useState(false)
  const { id, version } = post
  const end = useCommand('counsel.endAdviser', { onDone: () => tell(t('ended')) })
  return (
    <div>
      <p>
        <b>{pick(post.name, post.nameEn, lang)}</b>{' '}
        <span className="s q">
          {[post.firm, pick(post.hoursZh, post.hoursEn, lang), t('until', { day: post.to })]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      {children}
      {logging ? <LogForm id={id} onDone={() => setLogging(false)} /> : null}
      {post.can.length && !logging ? (
        <p className="counsel-acts">
          {post.can.includes('logService') ? <Button onPress={() => setLogging(true)}>{t('log')}</Button> : null}
          {post.can.includes('endAdviser') ? (
            <Button look="plain" busy={end.isPending} onPress={() => end.mutate({ input: { id, version } })}>
              {t('end')}
            </Button>
          ) : null}
        </p>
      ) : null}
    </div>
  )
}
