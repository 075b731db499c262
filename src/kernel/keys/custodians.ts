// Three people each keep a passphrase. What cannot be undone, the end of an old root key, takes the words of two of them.
import { scryptSync, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { newBytes } from '../ids.ts'
import { writeSecret } from './key-file.ts'

export const CUSTODIANS = 3
export const NEEDED = 2
const LEAST = 12
/** 32 MB and about 0.1 s for each guess; whoever reads these hashes could read the key beside them. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 2 ** 26 } as const

/** Beside the root key, so that whoever keeps one keeps the other. */
export const custodiansFile = (keyFile: string): string => path.join(path.dirname(keyFile), 'custodians')

const hash = (word: string, salt: Buffer) => scryptSync(word.normalize('NFKC').trim(), salt, 32, COST)

const said = (zh: string, en: string) => new Error(`${zh}\n${en}`)

const matches = (word: string, line: string): boolean => {
  const [salt = '', right = ''] = line.split(' ')
  return timingSafeEqual(hash(word, Buffer.from(salt, 'hex')), Buffer.from(right, 'hex'))
}

const read = (file: string): string[] => (existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [])

export const areSet = (file: string): boolean => read(file).length === CUSTODIANS

/** Throws unless these are the words of two different custodians. */
export function refuseUnlessTwo(file: string, words: readonly string[]): void {
  const lines = read(file)
  if (lines.length !== CUSTODIANS)
    throw said('还没有设定三位保管人：bin/linli keys custodians', 'No custodians are set: bin/linli keys custodians')
  const who = new Set(words.map((word) => lines.findIndex((line) => matches(word, line))).filter((at) => at >= 0))
  if (who.size < NEEDED)
    throw said(
      '要有三位保管人中两位各自的口令，这里不够。',
      'The words of two of the three custodians are needed; these are not.',
    )
}

/** Where three are set already, two of them have to agree. */
export function setCustodians(file: string, words: readonly string[], present: readonly string[]): void {
  const plain = words.map((word) => word.normalize('NFKC').trim())
  if (
    plain.length !== CUSTODIANS ||
    plain.some((word) => [...word].length < LEAST) ||
    new Set(plain).size !== CUSTODIANS
  )
    throw said(
      `要三个不同的口令，每个至少 ${LEAST} 个字符。`,
      `Three different passphrases are needed, of at least ${LEAST} characters each.`,
    )
  if (areSet(file)) refuseUnlessTwo(file, present)
  const lines = plain.map((word) => {
    const salt = newBytes(16)
    return `${salt.toString('hex')} ${hash(word, salt).toString('hex')}`
  })
  writeSecret(file, `${lines.join('\n')}\n`)
}
