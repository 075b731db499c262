// One matter that has time: a row that opens it.
import { Icon } from '#web/parts/Icon.tsx'
import { TimeLeft } from '#web/parts/TimeLeft.tsx'
import { Go } from '../Go.tsx'
import { Led } from '../Led.tsx'
import { limitOf } from './order.ts'
import type { Row } from './Today.tsx'

export function ThenRow({ row, fresh }: { readonly row: Row; readonly fresh: boolean }) {
  const limit = limitOf(row)
  return (
    <Go to={`/matters/${row.id}`} className={fresh ? 'item arrived' : 'item'}>
      <div>
        {row.title}
        <p className="s">{row.address}</p>
        <Led row={row} />
        {limit && row.clock ? <TimeLeft limit={limit} kind={row.clock} /> : null}
      </div>
      <Icon name="next" />
    </Go>
  )
}
