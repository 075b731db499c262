// Goals V1 and V5: what is installed is locked, small, licensed and said why; no secret lies in the repository.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT, readTree, type Source, sourceOf } from './house/source.ts'

type Locked = {
  readonly version?: string
  readonly integrity?: string
  readonly resolved?: string
  readonly link?: boolean
  readonly dev?: boolean
  readonly devOptional?: boolean
  readonly optional?: boolean
  readonly license?: string
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  readonly libc?: readonly string[]
  readonly dependencies?: Readonly<Record<string, string>>
}
type Lock = { readonly packages: Readonly<Record<string, Locked>> }
type Manifest = Readonly<
  Record<'dependencies' | 'optionalDependencies' | 'devDependencies', Readonly<Record<string, string>>>
>

const read = (name: string) => readFileSync(path.join(ROOT, name), 'utf8')
const tree = readTree()
const lock: Lock = JSON.parse(read('package-lock.json'))
const manifest: Manifest = JSON.parse(read('package.json'))
const reasons = read('docs/decisions/dependencies.md')

const MOST_PACKAGES = 120
const MOST_DIRECT = 30

/** The linter's own binaries for machines on which nobody here has installed it; without a hash npm asks for it anew. */
const NO_INTEGRITY =
  /^node_modules\/@biomejs\/cli-(android|darwin|win32)-|^node_modules\/@biomejs\/cli-linux-(arm64|x64)-musl$|^node_modules\/@myriaddreamin\/typst-ts-node-compiler-/

const FREE = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'OFL-1.1',
  'Unlicense',
  'CC0-1.0',
  'BlueOak-1.0.0',
  'Python-2.0',
])
/** Used as libraries of their own and never changed: libvips beside sharp, and what builds the pages on our machine. */
const FREE_AS_A_LIBRARY: readonly [RegExp, string][] = [
  [/\/@img\/sharp-/, 'LGPL-3.0-or-later'],
  [/\/(lightningcss|axe-core|@axe-core\/playwright)/, 'MPL-2.0'],
]

const isFree = (name: string, license: string): boolean =>
  license
    .replace(/[()]/g, '')
    .split(' AND ')
    .every((one) =>
      one
        .split(' OR ')
        .some((id) => FREE.has(id) || FREE_AS_A_LIBRARY.some(([where, what]) => what === id && where.test(name))),
    )

/** What a 64-bit Linux server gets. */
const installed = ([, { os, cpu, libc }]: readonly [string, Locked]) =>
  (!os || os.includes('linux')) && (!cpu || cpu.includes('x64')) && (!libc || libc.includes('glibc'))

function lockFaults({ packages }: Lock): string[] {
  const faults: string[] = []
  const running = Object.entries(packages).filter(([name, one]) => name && !one.dev && !one.devOptional)
  for (const [name, one] of Object.entries(packages)) {
    if (!name) continue
    if (!one.integrity && !NO_INTEGRITY.test(name)) faults.push(`${name} has no integrity`)
    if (one.resolved || one.link) faults.push(`${name} comes from ${one.resolved ?? 'a link'}`)
    for (const [other, range] of Object.entries(one.dependencies ?? {}))
      if (/^(git|github|https?|file|link)|\//.test(range)) faults.push(`${name} wants ${other} from ${range}`)
    if (!isFree(name, one.license ?? 'none')) faults.push(`${name} is licensed ${one.license ?? 'not at all'}`)
  }
  const onLinux = running.filter(installed).length
  if (onLinux > MOST_PACKAGES) faults.push(`${onLinux} packages run`)
  return faults
}

function manifestFaults({ dependencies, optionalDependencies, devDependencies }: Manifest, why: string): string[] {
  const faults: string[] = []
  const direct = Object.keys({ ...dependencies, ...optionalDependencies })
  // One program in four builds is one program to look after.
  const programs = new Set(direct.map((name) => name.replace(/[-/](linux|darwin)-(x64|arm64)$/, '')))
  if (programs.size > MOST_DIRECT) faults.push(`${programs.size} direct dependencies`)
  const rows = why.split('\n').filter((row) => row.startsWith('|'))
  const named = (name: string) =>
    rows.some(
      (row) =>
        row.split('|')[1]!.includes(name) ||
        row.split('|')[1]!.includes(`\`${name.replace(/^.*?(?=(linux|darwin)-)/, '')}\``),
    )
  for (const name of direct) if (!named(name)) faults.push(`${name} has no line in docs/decisions/dependencies.md`)
  for (const [name, range] of Object.entries({ ...dependencies, ...optionalDependencies, ...devDependencies }))
    if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(range)) faults.push(`${name} is not one version: ${range}`)
  return faults
}

/** Packages that the server's own code asks for and a production install would not bring. */
function missing(tree: readonly Source[], { dependencies, optionalDependencies }: Manifest): string[] {
  const has = new Set(Object.keys({ ...dependencies, ...optionalDependencies }))
  return tree
    .filter(
      (file) =>
        /^(src|demo)\//.test(file.path) &&
        !file.path.endsWith('.test.ts') &&
        !/^src\/web\/(?!resident)/.test(file.path),
    )
    .flatMap((file) =>
      file.loads
        .filter((name) => !name.startsWith('node:') && !/^(src|demo|test|bench)\//.test(name))
        .map((name) =>
          name
            .split('/')
            .slice(0, name.startsWith('@') ? 2 : 1)
            .join('/'),
        )
        .filter((name) => !has.has(name))
        .map((name) => `${file.path} imports ${name}`),
    )
}

describe('packages', () => {
  test('are locked with a hash, from one source, free, few', () => {
    const all = Object.entries(lock.packages).filter(([name, one]) => name && !one.dev && !one.devOptional)
    console.info(
      `supply: ${all.filter(installed).length} packages run on Linux, ${all.length} with those of other machines`,
    )
    expect(lockFaults(lock)).toEqual([])
  })

  test('that are asked for are exact versions, at most 30, each with its reason', () => {
    expect(manifestFaults(manifest, reasons)).toEqual([])
  })

  test('that the server imports are ones it will have', () => {
    expect(missing(tree, manifest)).toEqual([])
  })

  test('run nothing while they are installed', () => {
    expect(read('.npmrc').split('\n')).toEqual(
      expect.arrayContaining(['ignore-scripts=true', 'omit-lockfile-registry-resolved=true', 'save-exact=true']),
    )
  })

  const withPackage = (name: string, one: Locked): Lock => ({
    packages: { ...lock.packages, [`node_modules/${name}`]: one },
  })
  const sound: Locked = { version: '1.0.0', integrity: 'sha512-x', license: 'MIT' }
  const { integrity: _, ...bare } = sound
  test.each<[string, Lock]>([
    ['one added by hand without a hash', withPackage('a', bare)],
    ['one from an address', withPackage('a', { ...sound, resolved: 'https://example.org/a.tgz' })],
    ['one that wants another from a repository', withPackage('a', { ...sound, dependencies: { b: 'github:c/b' } })],
    ['one that is not free', withPackage('a', { ...sound, license: 'SSPL-1.0' })],
    ['one without a licence', withPackage('a', { version: '1.0.0', integrity: 'sha512-x' })],
    [
      'far too many',
      {
        packages: {
          ...lock.packages,
          ...Object.fromEntries(Array.from({ length: 90 }, (_, at) => [`node_modules/x${at}`, sound])),
        },
      },
    ],
  ])('it would be noticed: %s', (_, broken) => {
    expect(lockFaults(broken)).not.toEqual([])
  })

  test('it would be noticed: a dependency without a reason, a loose version, an import of what is not there', () => {
    const more = { ...manifest, dependencies: { ...manifest.dependencies, 'left-pad': '1.3.0' } }
    expect(manifestFaults(more, reasons)).toHaveLength(1)
    expect(
      manifestFaults({ ...manifest, dependencies: { ...manifest.dependencies, zod: '^4.6.7' } }, reasons),
    ).toHaveLength(1)
    expect(missing([sourceOf(['src/a.ts', `import x from 'left-pad/x.js'`])], manifest)).toHaveLength(1)
  })
})

const SECRETS: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /\b(ghp|gho|ghs|github_pat|glpat|npm|xox[abprs])[_-][A-Za-z0-9_-]{20,}/,
  /\bsk-[A-Za-z0-9_-]{24,}/,
  /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\./,
  /\b[a-z][a-z0-9+]*:\/\/[^\s:/@"'`${}]+:[^\s:/@"'`${}]{6,}@(?!localhost|127\.)/,
  /(?:[Pp]assw(?:or)?d|PASSWORD|[Ss]ecret|SECRET|[Tt]oken|TOKEN|[Kk]ey|KEY)["']?\s*[:=]\s*["'](?=\S*[a-z])(?=\S*[A-Z])(?=\S*\d)[\w+/=]{16,}["']/,
  /["'`](?:[0-9a-f]{64}|[A-Za-z0-9+/]{43}=)["'`]/,
]
/** Said aloud: the demo's own, which production refuses, and what tests make up. */
const NO_SECRETS = ['LINLIDEMOLINLIDEMOLINLIDEMOLINLI', '0123456789abcdef0123456789abcdef', '0'.repeat(64)]

const secretsIn = (tree: readonly Source[]): string[] =>
  tree.flatMap((file) =>
    file.text.split('\n').flatMap((line, at) => {
      const found = SECRETS.map((secret) => secret.exec(line)?.[0]).find((one) => one !== undefined)
      return found && !NO_SECRETS.some((known) => found.includes(known))
        ? [`${file.path}:${at + 1} ${found.slice(0, 12)}…`]
        : []
    }),
  )

describe('secrets', () => {
  test('none lies in the repository', () => {
    expect(secretsIn(tree.filter((file) => !/^(package-lock\.json|test\/supply\.test\.ts)$/.test(file.path)))).toEqual(
      [],
    )
  })

  test.each([
    ['a private key', ['-----BEGIN', 'OPENSSH PRIVATE KEY-----'].join(' ')],
    ['a root key', `const key = '${'4f'.repeat(32)}'`],
    ['a password in an address', ['DATABASE_URL=postgres://linli:hunter22', 'db.example/linli'].join('@')],
    ['a token', `token: 'Zk3${'x9Qp'.repeat(6)}'`],
  ])('it would be noticed: %s', (_, text) => {
    expect(secretsIn([sourceOf(['docs/a.md', `Some text\n${text}\n`])])).toHaveLength(1)
  })
})
