// People in a list, masked, page by page.
import { Link } from '@tanstack/react-router'
import { type Input, usePages } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { Empty, PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { type Person, usePersonLine } from './person-line.ts'
import { registerWords } from './words.ts'

type Asked = Omit<Input<'register.people'>, 'areaId'>

export function PeopleList({
  at,
  asked,
  chosen,
}: {
  readonly at: string
  readonly asked: Asked
  readonly chosen: string | undefined
}) {
  const t = useWords(registerWords)
  const line = usePersonLine()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePages('register.people', {
    areaId: at,
    ...asked,
  })
  if (!data) return error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : <SkeletonList rows={8} />
  const people = data.pages.flatMap((page): readonly Person[] => page.people)
  if (people.length === 0) return <Empty title={t('none')}>{t('noneText')}</Empty>
  return (
    <>
      <ul className="q-list">
        {people.map((person) => (
          <li key={person.id} className={person.id === chosen ? 'on' : ''}>
            <Link
              to="/desk/register/{-$id}"
              params={{ id: person.id }}
              search={true}
              resetScroll={false}
              aria-current={person.id === chosen ? 'true' : undefined}
            >
              <b>{person.name}</b>
              <span className="sub">
                {line(person)}
                <br />
                {person.address}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {hasNextPage ? (
        <p className="q-foot">
          <Button look="plain" busy={isFetchingNextPage} onPress={() => void fetchNextPage()}>
            {t('more')}
          </Button>
        </p>
      ) : null}
    </>
  )
}
