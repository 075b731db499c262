// A house whose transactions all run to their end and are then undone: any cell may do anything, and nothing has changed.
import type { PoolClient } from 'pg'
import type { Actor } from '#kernel/access.ts'
import type { House } from '#kernel/door.ts'
import type { Right } from './expected/right.ts'

type Sent = string | { readonly name?: string; readonly text?: string }

/** What a line of the table takes as given, done inside the cell's own transaction, after the asker's scope is set. */
export type Given = { readonly text: string; readonly values: readonly unknown[] }

/** Whoever convened a panel mediates its file; whoever sits on one has the seat that has said nothing. */
const PANELS = {
  'the asker convened the panel': `with file as (
      update mediation set mediator_ids = array[$1::uuid] where id = (select mediation_id from panel where id = $2))
    update panel set convened_by = $1 where id = $2`,
  'the asker sits on the panel': `with seat as (
      update panel_member set account_id = $1 where panel_id = $2 and state = 'asked')
    update panel set member_ids = array[$1::uuid], convened_by = id where id = $2`,
} as const

export const givenOf = (given: Right['given'], actor: Actor, matter: string): Given | undefined => {
  switch (given) {
    case 'nobody works the grid':
      return {
        text: `update post set ended_at = now() where tenant_id = nullif($1, '')::uuid and role = 'grid_worker'`,
        values: [actor.tenant],
      }
    case 'it was only spoken':
      return { text: `update matter set words = '（语音）' where id = $1`, values: [matter] }
    case 'the asker handles it':
      return { text: 'update matter set handler_id = $1 where id = $2', values: [actor.id, matter] }
    case 'the asker mediates it':
      return {
        text: `with one as (update mediation set mediator_ids = array_prepend($1::uuid, mediator_ids) where id = $2 returning *)
          insert into mediation_disclosure (tenant_id, id, mediation_id, area_pos, mediator_id, body, key_version, tied, made_at)
          select tenant_id, gen_random_uuid(), id, area_pos, who, '', key_version, false, changed_at from one, unnest(mediator_ids) who`,
        values: [actor.id, matter],
      }
    case 'the asker convened the panel':
    case 'the asker sits on the panel':
      return { text: PANELS[given], values: [actor.id, matter] }
    case 'a second person opened it for the asker':
      return { text: 'update mediation_opening set asked_by = $1 where agreed', values: [actor.id] }
    case 'the asker had a hand in it':
      return { text: 'update matter set hands = array[$1::uuid] where id = $2', values: [actor.id, matter] }
    case 'it is handed to the asker':
      return { text: 'update matter set leader_id = $1 where id = $2', values: [actor.id, matter] }
    case 'the asker helps':
      return { text: 'update matter set helpers = array[$1::uuid] where id = $2', values: [actor.id, matter] }
    case 'two agencies returned it':
      return { text: 'update matter set returns = 2 where id = $1', values: [matter] }
    case 'it was late':
      return { text: 'update matter set late_times = 1 where id = $1', values: [matter] }
    case 'it was late and the asker had a hand in it':
      return {
        text: 'update matter set late_times = 1, hands = array[$1::uuid] where id = $2',
        values: [actor.id, matter],
      }
    case 'its time ran out':
      return {
        text: `update matter_clock set due_at = started_at - interval '1 second' where matter_id = $1 and stopped_at is null`,
        values: [matter],
      }
    case 'its reporter was reminded':
      return { text: 'update matter set warned_at = changed_at where id = $1', values: [matter] }
    case 'its reporter was asked weeks later':
      return { text: 'update matter set effect_asked_at = changed_at where id = $1', values: [matter] }
    case 'the asker asked for it':
      return { text: 'update register_export set asked_by = $1 where not second', values: [actor.id] }
    case 'the asker sent it':
      return { text: 'update register_batch set made_by = $1', values: [actor.id] }
    case 'the asker is on the visit':
      return { text: 'update home_visit set made_by = $1', values: [actor.id] }
    // Not in a row, but in who asks (matrix.ts).
    case 'the asker works at a counter':
    case 'the asker sits there':
    case undefined:
      return undefined
  }
}

/** Marks what this house sends of itself: it is no statement of the server's. */
export const MADE_HERE = '/* given */ '

function dryClient(client: PoolClient, given: Given | undefined): PoolClient {
  const query = (sent: Sent, values?: unknown[]) => {
    if (sent === 'commit') return client.query('rollback').then((done) => ({ ...done, command: 'COMMIT' }))
    const answer = values ? client.query(sent as string, values) : client.query(sent as string)
    if (!given || typeof sent === 'string' || sent.name !== 'scope') return answer
    // Sent at once: the door has more statements on the way, and the circumstance must hold before they are read.
    return Promise.all([answer, client.query(MADE_HERE + given.text, [...given.values])]).then(([scoped]) => scoped)
  }
  return new Proxy(client, {
    get: (target, key) => {
      if (key === 'query') return query
      const value = Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

/** The same house on the same pool; every COMMIT of its door is answered as one and sent as ROLLBACK. */
export function dryHouse(house: House, given?: Given): House {
  const { pool } = house.db
  const dry = new Proxy(pool, {
    get: (target, key) => {
      if (key === 'connect') return async () => dryClient(await target.connect(), given)
      const value = Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return { ...house, db: { ...house.db, pool: dry }, committed: () => {} }
}
