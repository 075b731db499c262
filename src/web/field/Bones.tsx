// The page that is being read, in its own proportions; the same bones stand in field.html before the script has come.
import { useWords } from '#web/lang.ts'
import { partWords } from '#web/parts/words.ts'

export function Bones() {
  const t = useWords(partWords)
  return (
    <main className="bones" aria-busy="true">
      <h1 className="vh">{t('reading')}</h1>
      <i className="bone bone-title" />
      <i className="bone bone-line" />
      <BonesCards />
    </main>
  )
}

const Card = () => (
  <div className="sheet">
    <i className="bone" />
    <i className="bone bone-line" />
    <i className="bone bone-button" />
  </div>
)

export const BonesCards = () => (
  <>
    <Card />
    <Card />
  </>
)
