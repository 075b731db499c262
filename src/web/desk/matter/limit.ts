// The limit that runs on a matter now, from its row in a list or its record.
import type { Output } from '#web/call.ts'
import type { Limit } from '#web/parts/pace.ts'

type Row = Output<'matter.list'>['matters'][number]

export const limitOf = ({
  startedAt,
  warnAt,
  dueAt,
}: Pick<Row, 'startedAt' | 'warnAt' | 'dueAt'>): Limit | undefined =>
  startedAt && warnAt && dueAt ? { startedAt, warnAt, dueAt } : undefined
