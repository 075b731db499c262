// Rights on accounts and posts. Logins are seen by those who keep accounts or answer for people, inside their own area.
import type { Right } from './right.ts'

const MANAGERS = ['system_admin', 'security_admin'] as const
const READERS_OF_ACCOUNTS = [
  'system_admin',
  'security_admin',
  'audit_admin',
  'subdistrict_staff',
  'community_head',
  'subdistrict_leader',
  'district_staff',
] as const
/** They appoint grid workers, building heads, volunteers and patrol members of their area, and nobody above. */
const APPOINTERS = ['community_head', 'subdistrict_staff'] as const

const managers = [{ roles: MANAGERS, reach: 'area' }] as const
const managersAndDesks = [{ roles: [...MANAGERS, ...APPOINTERS], reach: 'area' }] as const

export const accountRights: Readonly<Record<string, Right>> = {
  'account.signIn': { about: 'secret', holder: true, absent: 'account.wrongSignIn', slow: true },
  'account.signOut': { about: 'oneself', signedIn: true },
  'account.me': { about: 'oneself', signedIn: true },
  'account.setLang': { about: 'oneself', signedIn: true },
  'account.changePassword': { about: 'oneself', signedIn: true, slow: true },
  'account.tokens': { about: 'oneself', signedIn: true },
  'account.addToken': { about: 'oneself', signedIn: true },
  // Ends a session of the asker's own; anybody else's stays, and nothing tells whether there is one.
  'account.endToken': { about: 'oneself', signedIn: true },
  'account.list': { about: 'nothing', lets: [{ roles: READERS_OF_ACCOUNTS, reach: 'district' }], shows: ['login'] },
  'account.get': { about: 'account', lets: [{ roles: READERS_OF_ACCOUNTS, reach: 'area' }], shows: ['login'] },
  'account.add': { about: 'grid', lets: managers, outside: 'door.forbidden', machine: true },
  'account.invite': { about: 'account', lets: managers, machine: true },
  'account.join': { about: 'secret', holder: true, slow: true },
  'account.grant': { about: 'account', lets: managersAndDesks, machine: true },
  'account.grant (a lawyer)': {
    about: 'account',
    lets: managers,
    sees: APPOINTERS,
    machine: true,
  },
  'account.endPost': { about: 'post', lets: managersAndDesks, machine: true },
  'account.endPost (of a desk)': {
    about: 'staff post',
    lets: managers,
    sees: APPOINTERS,
    machine: true,
  },
  'account.disable': { about: 'account', lets: managers },
  'account.enable': { about: 'disabled account', lets: managers },
  'account.addDemo': { about: 'grid', machine: true },
  'account.shift': { about: 'nothing', machine: true },
}
