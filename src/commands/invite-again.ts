// A new invitation for somebody whose time ran out, or who lost his second factor and is the last who could invite.
import type { House } from '#kernel/door.ts'
import { asLinli } from './found-tenant.ts'

/** Says the page and until when it can be opened; the invitation before it ends. Throws when nobody has this login. */
export async function inviteAgain(house: House, login: string | undefined, say: (line: string) => void): Promise<void> {
  if (!login) throw new Error('account invite: LOGIN is needed')
  const found = await house.directory.find('login', login)
  if (!found) throw new Error(`account invite: no account ${login}`)
  const ask = asLinli(house, found.tenant)
  const { page, endsAt } = await ask<{ page: string; endsAt: string }>('account.invite', { id: found.subject })
  say(`${login} 请在 ${endsAt} 前打开 · to be opened before then:\n  ${page}`)
}
