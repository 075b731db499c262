// The request for a pause or more time that waits for this reader.
import type { Output } from '#web/call.ts'

type Matter = Output<'matter.get'>

export const waitingFor = ({
  requests,
  can,
}: Pick<Matter, 'requests' | 'can'>): Matter['requests'][number] | undefined =>
  requests.find(({ decision, what }) => decision === null && can.includes(what))
