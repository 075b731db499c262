// People who are in the register already, beside what the file says of them: both masked, with the names of what differs.
import { type Output, useAnswer, useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { Compare } from './Compare.tsx'
import { importWords } from './words.ts'

type Offer = Output<'register.offers'>['offers'][number]

function Side({ title, side }: { readonly title: string; readonly side: Offer['there'] }) {
  return (
    <div>
      <span className="s q sub-line">{title}</span>
      <b>{side.name}</b> {side.birthYear ?? ''}
      <span className="sub-line">{side.phone}</span>
      <span className="sub-line">{side.address}</span>
    </div>
  )
}

export function Offers({ id }: { readonly id: string }) {
  const t = useWords(importWords)
  const { data, error } = useAnswer('register.offers', { batchId: id }, { keep: true })
  const settle = useCommand('register.settleOffer', { onDone: () => tell(t('settled')) })
  const ways = [
    ['taken', 'take'],
    ['apart', 'apart'],
    ['left', 'leave'],
  ] as const
  const fieldName = (field: string) => t(`field.${field}` as 'field.name')
  return (
    <section>
      <h3>{t('offersTitle')}</h3>
      <ProblemNote problem={settle.error ?? error} />
      <ul className="imp-offers">
        {data?.offers.map((offer) => (
          <li key={offer.id}>
            <div className="imp-sides">
              <Side title={t('there')} side={offer.there} />
              <Side title={t('inFile')} side={offer.sent} />
            </div>
            <Compare offer={offer} />
            {offer.differ.length > 0 ? (
              <p className="s">{t('differ', { fields: offer.differ.map(fieldName).join(t('commaSign')) })}</p>
            ) : null}
            <div className="can">
              {ways.map(([way, word]) => (
                <Button
                  key={way}
                  busy={settle.isPending && settle.variables?.input.id === offer.id}
                  onPress={() => settle.mutate({ input: { id: offer.id, version: offer.version, way } })}
                >
                  {t(word)}
                </Button>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
