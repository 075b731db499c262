// What the tests of the journal share: many commands, seals up to the last row, and a kernel with one line changed.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type House, perform } from '#kernel/door.ts'
import type { leafHash } from '#kernel/journal/journal.ts'
import { sealOnce } from '#kernel/journal/sealer.ts'
import { type Fault, type Verdict, verifyJournal } from '#kernel/journal/verify.ts'
import { operations } from '#modules/index.ts'
import type { Street } from './street.ts'

export type Sealing = { readonly sealOnce: typeof sealOnce; readonly verifyJournal: typeof verifyJournal }
export const ours: Sealing = { sealOnce, verifyJournal }

/** A street with a journal that begins now, and a seal file of its own. */
export type Sealed = { readonly street: Street; readonly file: string; readonly era: number }

let files = 0

/** Forgets the journal that the demo left behind, so that a test reads hundreds of rows and not thousands. */
export async function beginJournal(street: Street): Promise<Sealed> {
  await street.owner.query('truncate journal, seal')
  return {
    street,
    file: path.join(path.dirname(street.opened.config.sealFile), `own-${process.pid}-${files++}.jsonl`),
    era: 1,
  }
}

export const verify = ({ street, file }: Sealed, by: Sealing = ours): Promise<Verdict> =>
  by.verifyJournal(street.house.db, street.house.keys, file)

export const seal = ({ street, file, era }: Sealed, by: Sealing = ours): Promise<number> =>
  by.sealOnce(street.house.db, street.house.keys, era, file)

/** Seals until nothing is open, for 3 s at most: a transaction of another test on the same server may hold the horizon. */
export async function sealAll(sealed: Sealed, by: Sealing = ours): Promise<Verdict> {
  const deadline = performance.now() + 3_000
  for (;;) {
    await seal(sealed, by)
    const verdict = await verify(sealed, by)
    if (verdict.unsealed === 0 || performance.now() > deadline) return verdict
    await pause(30)
  }
}

/** So many small commands by three people, ten at once. */
export async function commands({ street, era }: Pick<Sealed, 'street' | 'era'>, count: number): Promise<void> {
  const house: House = { ...street.house, era }
  const people = await Promise.all(['zhouxiaolan', 'chenjing', 'guoqiaoyun'].map((login) => street.as(login).actor()))
  const setLang = operations.get('account.setLang')!
  for (let at = 0; at < count; at += 10)
    await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        perform(house, setLang, people[(at + n) % 3]!, { lang: n % 2 ? 'zh' : 'en' }),
      ),
    )
}

export const isNamed = (faults: readonly Fault[], row: string): boolean =>
  faults.some((fault) => 'row' in fault && fault.row === row)

export type Mutated = Sealing & { readonly leafHash: typeof leafHash; remove(): void }

/** The kernel in a folder of its own, with each text of `changes` in one file of its journal replaced by the next. */
export async function mutatedKernel(name: string, ...changes: string[]): Promise<Mutated> {
  const root = path.join(import.meta.dirname, '..')
  let text = readFileSync(path.join(root, 'src/kernel/journal', name), 'utf8')
  for (let at = 0; at < changes.length; at += 2) {
    if (!text.includes(changes[at]!)) throw new Error(`${name} no longer holds ${changes[at]}`)
    text = text.replace(changes[at]!, changes[at + 1]!)
  }
  const copy = mkdtempSync(path.join(tmpdir(), 'linli-mutated-'))
  mkdirSync(path.join(copy, 'src'))
  cpSync(path.join(root, 'src/kernel'), path.join(copy, 'src/kernel'), { recursive: true })
  cpSync(path.join(root, 'package.json'), path.join(copy, 'package.json'))
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'))
  writeFileSync(path.join(copy, 'src/kernel/journal', name), text)
  const kernel = (of: string) => import(/* @vite-ignore */ path.join(copy, 'src/kernel/journal', of))
  const [journal, sealer, verifier] = await Promise.all(['journal.ts', 'sealer.ts', 'verify.ts'].map(kernel))
  return { ...journal, ...sealer, ...verifier, remove: () => rmSync(copy, { recursive: true, force: true }) }
}
