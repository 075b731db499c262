// Those who sit, and that somebody sits no longer.
import { type Output, useAnswer, useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { counselFormWords } from './form-words.ts'
import { rotationWords } from './rotation-words.ts'

type Sitter = Output<'counsel.sitters'>['sitters'][number]

export function Sitting({ areaId }: { readonly areaId: string }) {
  const t = useWords(rotationWords)
  const form = useWords(counselFormWords)
  const { data } = useAnswer('counsel.sitters', { areaId })
  return (
    <section className="sitting">
      <h2>{t('sitting')}</h2>
      {data?.sitters.length === 0 ? <p className="q">{form('noSitters')}</p> : null}
      <ul className="counsel-rows">
        {data?.sitters.map((one) => (
          <One key={one.id} sitter={one} />
        ))}
      </ul>
    </section>
  )
}

function One({ sitter }: { readonly sitter: Sitter }) {
  const t = useWords(rotationWords)
  const form = useWords(counselFormWords)
  const lang = useLang()
  const { id, version } = sitter
  const end = useCommand('counsel.endSitter', { onDone: () => tell(t('sitterEnded')) })
  return (
    <li>
      <span>
        <b>{pick(sitter.name, sitter.nameEn, lang)}</b>{' '}
        <span className="s q">{[form(sitter.kind), sitter.firm].filter(Boolean).join(' · ')}</span>
      </span>
      {end.error ? <ProblemNote problem={end.error} /> : null}
      {sitter.can.includes('endSitter') ? (
        <span className="counsel-acts">
          <Button look="plain" busy={end.isPending} onPress={() => end.mutate({ input: { id, version } })}>
            {t('endSitter')}
          </Button>
        </span>
      ) : null}
    </li>
  )
}
