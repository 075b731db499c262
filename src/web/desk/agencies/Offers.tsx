// Rulings that nobody has made a rule of: one press makes the next such matter find its way by itself.
import { Link } from '@tanstack/react-router'
import { localDay } from '#kernel/clock.ts'
import { type Output, useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { useMe } from '#web/session.ts'
import { useKindName } from './use-kind-name.ts'
import { agencyWords } from './words.ts'

type Offer = Output<'matter.routes'>['offers'][number]
const MOST_OF_A_BASIS = 200

export function Offers({ offers }: { readonly offers: readonly Offer[] }) {
  const t = useWords(agencyWords)
  if (offers.length === 0) return null
  return (
    <section className="rulings" aria-label={t('offers', { count: offers.length })}>
      <h2>{t('offers', { count: offers.length })}</h2>
      <ul>
        {offers.map((offer) => (
          <OfferLine key={offer.matterId} offer={offer} />
        ))}
      </ul>
    </section>
  )
}

function OfferLine({ offer }: { readonly offer: Offer }) {
  const t = useWords(agencyWords)
  const kind = useKindName()
  const today = localDay(useNow())
  const post = useMe().data?.posts[0]
  const accept = useCommand('matter.setRoute', { onDone: () => tell(t('routeSaved')) })
  const basis = t('ruledOn', { no: offer.no, ruling: offer.ruling })
  return (
    <li>
      <div>
        <b>{t('offer', { no: offer.no, kind: kind(offer.kind), agency: offer.agencyName })}</b>
        <span className="sub-line q s">
          {offer.ruling} {post ? t('offerWhere', { area: post.areaName }) : null}{' '}
          <Link to="/desk/matters/$id" params={{ id: offer.matterId }}>
            {offer.no}
          </Link>
        </span>
        <ProblemNote problem={accept.error} />
      </div>
      {post ? (
        <Button
          busy={accept.isPending}
          aria-label={t('acceptOf', { no: offer.no })}
          onPress={() =>
            accept.mutate({
              input: {
                ...{ version: 0, kind: offer.kind, areaId: post.areaId, agencyId: offer.agencyId, direct: false },
                ...{ basis: [...basis].slice(0, MOST_OF_A_BASIS).join(''), from: today, to: null },
                learnedFrom: offer.matterId,
              },
            })
          }
        >
          {t('accept')}
        </Button>
      ) : null}
    </li>
  )
}
