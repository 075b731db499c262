// A matter that is being read: what the list already told of it, in the places where it will stand.
import { type Output, queries } from '#web/call.ts'
import { Bones, BonesCards } from '../Bones.tsx'
import { Head } from './Head.tsx'

type Row = Output<'matter.list'>['matters'][number]

const knownRow = (id: string): Row | undefined =>
  queries
    .getQueriesData<Output<'matter.list'>>({ queryKey: ['matter.list'] })
    .flatMap(([, answer]) => answer?.matters ?? [])
    .find((row) => row.id === id)

export function Coming({ id }: { readonly id: string }) {
  const row = knownRow(id)
  if (!row) return <Bones />
  return (
    <main className="record" aria-busy="true">
      {row.photos > 0 ? <i className="bone photo-bone" /> : null}
      <Head matter={row} />
      <BonesCards />
    </main>
  )
}
