// One's own account: posts, language, password, sessions, tokens.
import { roleWords } from '#modules/account/words.ts'
import { useLang, useWords } from '#web/lang.ts'
import { PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { type Me, speak, useMe } from '#web/session.ts'
import { useTitle } from '../frame/use-title.ts'
import { Complained } from './Complained.tsx'
import { Kin } from './Kin.tsx'
import { NoticeWishes } from './NoticeWishes.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import { Sessions } from './Sessions.tsx'
import { Tokens } from './Tokens.tsx'
import { meWords } from './words.ts'
import './me.css'

export function MePage() {
  const t = useWords(meWords)
  const me = useMe()
  useTitle(t('title'))
  return (
    <main className="one">
      <article className="rec sheet">
        {me.data ? (
          <Read me={me.data} />
        ) : me.error ? (
          <PageProblem problem={me.error} onAgain={() => void me.refetch()} />
        ) : (
          <SkeletonText lines={8} />
        )}
      </article>
    </main>
  )
}

function Read({ me }: { readonly me: Me }) {
  const t = useWords(meWords)
  const lang = useLang()
  return (
    <>
      <p className="id">{me.tenantName}</p>
      <h1 tabIndex={-1}>{me.name}</h1>
      <section className="part">
        <h2>{t('posts')}</h2>
        <div>
          {me.posts.length === 0 ? <p className="q">{t('noPosts')}</p> : null}
          <ul>
            {me.posts.map(({ id, role, areaName, standsIn }) => (
              <li key={id}>
                {areaName} {roleWords[role][lang]} {standsIn ? <span className="st tag">{t('standsIn')}</span> : null}
              </li>
            ))}
          </ul>
        </div>
      </section>
      <section className="part">
        <h2 id="my-lang">{t('lang')}</h2>
        <div className="f" role="radiogroup" aria-labelledby="my-lang">
          <span className="help">{t('langHelp')}</span>
          <div className="choices">
            {(['zh', 'en'] as const).map((each) => (
              <label className="choice" key={each} lang={each === 'zh' ? 'zh-CN' : 'en'}>
                <input type="radio" name="lang" checked={lang === each} onChange={() => void speak(each)} />
                {t(each)}
              </label>
            ))}
          </div>
        </div>
      </section>
      <Kin />
      <Complained />
      <section className="part">
        <h2>{t('password')}</h2>
        <PasswordForm />
      </section>
      <NoticeWishes />
      <Sessions />
      <Tokens />
    </>
  )
}
