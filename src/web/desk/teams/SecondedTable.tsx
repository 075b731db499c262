// People whom other bodies have seconded, and ending it.
import { type Output, useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { teamWords } from './words.ts'

type Seconded = Output<'duty.seconded'>['people'][number]

export function SecondedTable({ people }: { readonly people: readonly Seconded[] }) {
  const t = useWords(teamWords)
  const lang = useLang()
  const end = useCommand('duty.endSecondment', { onDone: () => tell(t('saved')) })
  if (people.length === 0) return <p className="q">{t('noSeconded')}</p>
  return (
    <div className="means-scroll">
      <ProblemNote problem={end.error} />
      <table className="t">
        <thead>
          <tr>
            <th>{t('person')}</th>
            <th>{t('task')}</th>
            <th>{t('area')}</th>
            <th>{t('phone')}</th>
            <th>{t('term')}</th>
            <th>
              <span className="vh">{t('end')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((one) => (
            <tr key={one.id}>
              <td>
                <b className="nw">{pick(one.name, one.nameEn, lang)}</b>
                <span className="sub-line s q">{pick(one.bodyName, one.bodyNameEn, lang)}</span>
              </td>
              <td>{pick(one.taskZh, one.taskEn, lang)}</td>
              <td className="nw">{pick(one.areaName, one.areaNameEn, lang)}</td>
              <td className="nw">{one.phone}</td>
              <td className="nw">
                {one.to ? t('termTo', { from: one.from, to: one.to }) : t('since', { from: one.from })}
              </td>
              <td className="num">
                {one.can.includes('endSecondment') ? (
                  <button
                    type="button"
                    className="tool"
                    disabled={end.isPending}
                    onClick={() => end.mutate({ input: { id: one.id } })}
                  >
                    {t('end')}
                  </button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
