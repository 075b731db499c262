// Which hosts callbacks may reach: a list that the administrator keeps, each change in the journal.
import { isIP } from 'node:net'
import { holds } from '#kernel/access.ts'
import { newId } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { reachOf } from '#kernel/sending/reach.ts'
import { callback } from '../contract.ts'
import { endHostRow, hostById, hostsOf, insertHost } from '../store.ts'
import { callbackProblems } from '../words.ts'

export const keepers = holds('system_admin')

/** As addresses have it: small letters, an international name in its own spelling, numbers of an address written plainly. */
function nameOf(host: string): string {
  const url = URL.parse(`https://${host}/`)
  const bare = /^[^/?#@\s]+$/.test(host) && url && url.port === '' && url.hostname !== '' && !url.hostname.endsWith('.')
  if (!bare) throw new Problem(callbackProblems.wrongHost, { host: host.slice(0, 80) })
  return url.hostname
}

export const allowHost = operation(callback.allowHost, {
  permit: [keepers],
  async run({ input, actor, tx, now, write }) {
    const { port, inside, reason } = input
    const host = nameOf(input.host)
    const address = host.replace(/^\[|\]$/g, '')
    const reach = isIP(address) ? reachOf(address) : 'outside'
    if (reach === 'never') throw new Problem(callbackProblems.hostNever, { host })
    if (reach === 'inside' && !inside) throw new Problem(callbackProblems.hostInside, { host })
    const known = (await hostsOf(tx, actor.tenant)).find((one) => one.host === host && one.port === port)
    if (known) throw new Problem(callbackProblems.hostKnown, { host: `${host}:${port}` })
    const id = newId()
    write(insertHost({ tenant_id: actor.tenant, id, host, port, inside, reason, made_by: actor.id, made_at: now }))
    return { id }
  },
})

export const endHost = operation(callback.endHost, {
  permit: [keepers],
  async run({ input, actor, tx, now, write }) {
    const row = await hostById(tx, actor.tenant, input.id)
    if (!row) throw new Problem(doorProblems.missing)
    write(endHostRow(actor.tenant, row.id, now))
    return { done: true } as const
  },
})
