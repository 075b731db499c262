// A rotation in a process of its own, made to be killed: node test/keys/rotate-child.ts OWNER_URL KEY_FILE FILES
import { asOwner } from '#kernel/backup/owner.ts'
import { openKeys } from '#kernel/keys/keys.ts'
import { rotate } from '#kernel/keys/rotate.ts'
import { sealed } from '#modules/index.ts'

const [ownerUrl = '', keyFile = '', filesDir = ''] = process.argv.slice(2)
const { signal } = new AbortController()
const profile = process.env.LINLI_CRYPTO === 'sm' ? 'sm' : 'aes'
const found = await asOwner(ownerUrl, signal, (client) =>
  rotate({ client, keys: openKeys(keyFile, profile), keyFile, filesDir, sealed, signal, step: () => {} }),
)
process.stdout.write(`${JSON.stringify(found)}\n`)
