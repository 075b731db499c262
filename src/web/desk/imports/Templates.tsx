// The seven sheets that can be sent in, each with whom it lists: fetched by one press before anything was ever sent.
import { classWords } from '#modules/register/words.ts'
import { useLang, useWords } from '#web/lang.ts'
import { CLASSES, importWords } from './words.ts'

export function Templates() {
  const t = useWords(importWords)
  const lang = useLang()
  return (
    <section aria-labelledby="imp-templates">
      <h2 id="imp-templates">{t('templatesTitle')}</h2>
      <p className="q">{t('templatesText')}</p>
      <ul className="imp-templates">
        {CLASSES.map((code) => (
          <li key={code}>
            <b>{classWords[code][lang]}</b>
            <span className="s q">{t(`for.${code}`)}</span>
            <a href={`/api/register.template?class=${code}&lang=${lang}`} download>
              {t('fetchTemplate')}
              <span className="vh"> {classWords[code][lang]}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
