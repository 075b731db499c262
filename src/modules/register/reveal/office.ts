// By which office somebody looks at a person, and what counts as one household.
import { type Actor, covers, type Post } from '#kernel/access.ts'
import type { PersonRow } from '../people/store.ts'
import { LIMITED } from './limits.ts'

/** His narrowest post over the person: the office that the person is told of. */
export const officeOver = (actor: Actor, pos: number): Post | undefined =>
  actor.posts
    .filter((post) => (LIMITED as readonly string[]).includes(post.role) && covers(post, pos))
    .sort((a, b) => a.end - a.pos - (b.end - b.pos))[0]

export const houseOf = (row: Pick<PersonRow, 'id' | 'home_id' | 'household_id'>): string =>
  row.household_id ?? row.home_id ?? row.id
