// 我的: who I am here, whom to call, how this phone shows things, leaving.
import { roleWords } from '#modules/account/words.ts'
import { useLang, useWords } from '#web/lang.ts'
import { PageProblem } from '#web/parts/Problem.tsx'
import { type Me, speak, useMe } from '#web/session.ts'
import { Bones } from '../Bones.tsx'
import { setBig, useBig } from '../big.ts'
import { useTitle } from '../use-title.ts'
import { Leave } from './Leave.tsx'
import { WhoToCall } from './WhoToCall.tsx'
import { meWords } from './words.ts'

export function MePage() {
  const t = useWords(meWords)
  useTitle(t('title'))
  const { data, error, refetch } = useMe()
  if (!data && !error) return <Bones />
  return (
    <main className="me">
      {data ? (
        <>
          <header>
            <h1>{data.name}</h1>
            <p>{data.tenantName}</p>
          </header>
          <Posts posts={data.posts} />
          {data.posts[0] ? <WhoToCall areaId={data.posts[0].areaId} mine={data.id} /> : null}
        </>
      ) : null}
      {error && !data ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
      <ThisPhone />
      <Leave />
    </main>
  )
}

function Posts({ posts }: Pick<Me, 'posts'>) {
  const t = useWords(meWords)
  const lang = useLang()
  return (
    <section>
      <h2>{t('posts')}</h2>
      {posts.length === 0 ? <p>{t('noPosts')}</p> : null}
      <ul className="sheet lines">
        {posts.map((post) => (
          <li key={post.id}>
            {post.areaName} {roleWords[post.role][lang]}
            {post.standsIn ? <small>{t('standsIn')}</small> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function ThisPhone() {
  const t = useWords(meWords)
  const lang = useLang()
  const big = useBig()
  return (
    <section>
      <h2>{t('settings')}</h2>
      <label className="choice">
        <input type="checkbox" checked={big} onChange={(event) => setBig(event.target.checked)} />
        <span>
          {t('big')}
          <small>{t('bigHelp')}</small>
        </span>
      </label>
      <fieldset className="f choices two">
        <legend>{t('lang')}</legend>
        {(['zh', 'en'] as const).map((each) => (
          <label key={each} className="choice" lang={each === 'zh' ? 'zh-CN' : 'en'}>
            <input type="radio" name="lang" checked={lang === each} onChange={() => void speak(each)} />
            {each === 'zh' ? '中文' : 'English'}
          </label>
        ))}
      </fieldset>
    </section>
  )
}
