// The keys with one protection taken out, in a copy of the kernel of their own.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { keysFrom } from '#kernel/keys/keys.ts'

const ROOT = path.join(import.meta.dirname, '../..')

export type MutatedKeys = { readonly keysFrom: typeof keysFrom; remove(): void }

/** Each text of `changes` in one file of kernel/keys is replaced by the next. */
export async function mutatedKeys(name: string, changes: readonly (readonly [string, string])[]): Promise<MutatedKeys> {
  let text = readFileSync(path.join(ROOT, 'src/kernel/keys', name), 'utf8')
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`${name} no longer holds ${from}`)
    text = text.replaceAll(from, to)
  }
  const copy = mkdtempSync(path.join(tmpdir(), 'linli-mutated-'))
  mkdirSync(path.join(copy, 'src'))
  cpSync(path.join(ROOT, 'src/kernel'), path.join(copy, 'src/kernel'), { recursive: true })
  cpSync(path.join(ROOT, 'package.json'), path.join(copy, 'package.json'))
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'))
  writeFileSync(path.join(copy, 'src/kernel/keys', name), text)
  const { keysFrom: made } = await import(/* @vite-ignore */ path.join(copy, 'src/kernel/keys/keys.ts'))
  return { keysFrom: made, remove: () => rmSync(copy, { recursive: true, force: true }) }
}
