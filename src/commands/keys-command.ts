// `bin/linli keys`: which versions of the root key there are, a new one, everything sealed anew, an old one destroyed.
import { asOwner, refuseUnlessOwner } from '#kernel/backup/owner.ts'
import type { Config } from '#kernel/config.ts'
import type { Keys } from '#kernel/crypto.ts'
import { purposesOf } from '#kernel/ending/endings.ts'
import { withMonths } from '#kernel/ending/month-keys.ts'
import { addVersion, noteInJournal, retireVersion } from '#kernel/keys/change.ts'
import { areSet, custodiansFile, NEEDED, refuseUnlessTwo, setCustodians } from '#kernel/keys/custodians.ts'
import { heldBy, type Rotating, rotate } from '#kernel/keys/rotate.ts'
import { endings, sealed } from '#modules/index.ts'
import { type AskWords, askOnTerminal } from './ask-words.ts'
import { BrokenOff, breakOff } from './break-off.ts'
import { keysOfDatabase } from './database-keys.ts'
import { endingsIn } from './open-house.ts'
import { hasEmbedded, withOwner } from './owner-url.ts'
import { progressLine } from './progress-line.ts'

type Say = (line: string) => void
type Opened = Rotating & { readonly keys: Keys }

const prompt = (n: number) => `第 ${n} 位保管人的口令 passphrase of custodian ${n}`
const agreeing = () =>
  Array.from({ length: NEEDED }, (_, n) => `同意的保管人之${n + 1} an agreeing custodian, ${n + 1}`)

/** The words of those who agree first, if three are set already; then the three new ones. */
async function custodians(config: Config, say: Say, ask: AskWords): Promise<void> {
  const file = custodiansFile(config.keyFile)
  const present = areSet(file) ? NEEDED : 0
  const words = await ask([...agreeing().slice(0, present), prompt(1), prompt(2), prompt(3)])
  setCustodians(file, words.slice(present), words.slice(0, present))
  say('三位保管人的口令已设定 · three custodians are set')
  say(`  只存了摘要 · only hashes are kept: ${file}`)
}

async function show(of: Opened, say: Say): Promise<void> {
  say(`算法 profile: ${of.keys.profile}`)
  const held = await heldBy(of)
  for (const version of of.keys.versions) {
    const own = held.filter((one) => one.version === version).map((one) => `${one.what} ${one.n}`)
    say(
      `  第 ${version} 版 version ${version}${version === of.keys.version ? '（在用 in use）' : ''}: ${own.join(', ') || '0'}`,
    )
  }
  const lost = held.filter((one) => !of.keys.versions.includes(one.version))
  for (const one of lost)
    say(`  打不开 does not open: ${one.what} ${one.n}（第 ${one.version} 版 version ${one.version}）`)
}

async function addOne(of: Opened, say: Say): Promise<void> {
  const version = await addVersion(of)
  say(`根密钥第 ${version} 版已生成，从现在起用它加密 · version ${version} of the root key is made and in use`)
  say(
    `  请另存一份新的密钥文件，并放到每一台机器上 · copy the file to its safe place and to every machine: ${of.keyFile}`,
  )
  say('  然后运行 · then run: bin/linli keys rotate')
}

async function rotateAll(of: Opened, say: Say): Promise<void> {
  const line = progressLine('轮换 rotation')
  try {
    const done = await rotate({ ...of, step: ({ what, rows }) => line.step({ what, rows, bytes: 0 }) })
    line.end()
    await noteInJournal(of.client, 'rotated', of.keys.version)
    for (const one of done.unreadable) say(`  打不开，原样留下 does not open, left as it is: ${one}`)
    say(
      `轮换完成，用时 ${line.seconds().toFixed(1)} 秒 · rotated in ${line.seconds().toFixed(1)} s: ${done.rows} 行 rows, ${done.files} 个文件 files`,
    )
    say(`  旧版本还剩 left on old versions: ${done.unreadable.length}`)
    if (done.unreadable.length) process.exitCode = 2
  } finally {
    line.end()
  }
}

async function retire(of: Opened, given: string | undefined, say: Say, ask: AskWords): Promise<void> {
  const version = Number(given)
  if (!Number.isInteger(version) || version < 1)
    throw new Error('keys retire: 请写明版本号。 Say which version: keys retire N.')
  await retireVersion(of, version, async () => refuseUnlessTwo(custodiansFile(of.keyFile), await ask(agreeing())))
  say(`根密钥第 ${version} 版已销毁 · version ${version} of the root key is destroyed`)
  say('  另存的旧文件也请销毁；用它做的备份从此打不开')
  say('  Destroy its copies too. Backups made with it open no more.')
}

async function onDatabase(
  config: Config,
  act: string,
  given: string | undefined,
  say: Say,
  ask: AskWords,
): Promise<void> {
  if (!config.ownerUrl && !config.appUrl && !hasEmbedded(config))
    throw new Error(`${config.dataDir} 里没有数据库。 There is no database there.`)
  const stop = breakOff()
  try {
    await withOwner(
      config,
      () => {},
      async (ownerUrl) => {
        const own = await keysOfDatabase(config, ownerUrl)
        const keys = withMonths(own, endingsIn(config.endingDir, own).months, purposesOf(endings))
        await asOwner(ownerUrl, stop.signal, async (client) => {
          await refuseUnlessOwner(client)
          const { keyFile, filesDir } = config
          const of = { client, keys, keyFile, filesDir, sealed, signal: stop.signal, step: () => {} }
          if (act === 'show') return show(of, say)
          if (act === 'new') return addOne(of, say)
          if (act === 'rotate') return rotateAll(of, say)
          return retire(of, given, say, ask)
        })
      },
    )
  } catch (error) {
    throw error instanceof BrokenOff && act === 'rotate'
      ? new Error('已中止；已换的都在，再运行一次就接着换。 Broken off; what is done is done, run it again to go on.')
      : error
  } finally {
    stop.done()
  }
}

export async function keysCommand(
  config: Config,
  [act = 'show', given]: readonly string[],
  say: Say,
  ask: AskWords = askOnTerminal,
): Promise<void> {
  if (act === 'custodians') return custodians(config, say, ask)
  if (!['show', 'new', 'rotate', 'retire'].includes(act))
    throw new Error('keys: show | new | rotate | retire N | custodians')
  return onDatabase(config, act, given, say, ask)
}
