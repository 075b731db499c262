// The plain frame of pages before signing in: the mark, the language, one sheet.
import type { ReactNode } from 'react'
import { showLang, useLang, useWords } from '#web/lang.ts'
import { Drawing } from '#web/parts/Icon.tsx'
import { frameWords } from '../frame/words.ts'
import { signInWords } from './words.ts'
import './sign-in.css'

export function Door({ children }: { readonly children: ReactNode }) {
  const t = useWords(signInWords)
  const frame = useWords(frameWords)
  const lang = useLang()
  return (
    <>
      <header className="top">
        <span className="mark">
          <Drawing name="mark" />
          {frame('product')}
        </span>
        <div className="me door-lang">
          <button
            type="button"
            lang={lang === 'zh' ? 'en' : 'zh-CN'}
            onClick={() => showLang(lang === 'zh' ? 'en' : 'zh', true)}
          >
            {t(lang === 'zh' ? 'toEnglish' : 'toChinese')}
          </button>
        </div>
      </header>
      <main className="door">{children}</main>
    </>
  )
}
