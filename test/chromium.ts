// A Chromium for the stories and screenshots, with fonts that can draw Chinese, on any machine that can have one.
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { type Browser, chromium, type LaunchOptions } from 'playwright-core'

/** Chromium without its own windows: with them each visitor costs more than a second of computing before he sees a page. */
const SHELL = '/usr/bin/chromium-headless-shell'
const SYSTEM = [
  SHELL,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Nothing that asks the outside world, and no sandbox: as root, in a container, there is none. */
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const APT = '/usr/bin/apt-get'
/** Where there is no network it may wait for ever. */
const APT_MS = 120_000

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const installed = (): string | undefined => [process.env.CHROMIUM, ...SYSTEM].find((file) => file && canRun(file))

/** Debian's package; gives what apt said when it failed, undefined when it worked. */
function aptInstall(name: string): string | undefined {
  if (process.getuid?.() !== 0 || !canRun(APT)) return 'neither root nor apt-get'
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', '--no-remove', name]]) {
    const { status, stdout, stderr } = spawnSync(APT, args, { encoding: 'utf8', env, timeout: APT_MS })
    if (status !== 0) return `apt-get ${args.join(' ')}: ${`${stdout}${stderr}`.trim().slice(-1000)}`
  }
  return undefined
}

/** The Chromium that npm can bring, if somebody added that package. */
async function packed(): Promise<string | undefined> {
  const name = '@sparticuz/chromium'
  try {
    const found = (await import(name)) as { default: { executablePath(): Promise<string> } }
    return await found.default.executablePath()
  } catch {
    return undefined
  }
}

async function find(): Promise<string> {
  const there = installed()
  if (there) return there
  const said = aptInstall('chromium-headless-shell') && aptInstall('chromium')
  const brought = installed() ?? (await packed())
  if (brought) return brought
  throw new Error(
    `没有 Chromium，浏览器测试无法运行：请安装 chromium，或用环境变量 CHROMIUM 指出它在哪里。\n` +
      `There is no Chromium for the browser tests: install it (Debian: apt-get install chromium; npm: @sparticuz/chromium), ` +
      `or name its program in CHROMIUM.\n(${said})`,
  )
}

/** Without a font for Chinese a page shows boxes and every width is wrong. */
function ensureFonts(): void {
  const list = () => spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim()
  if (process.platform !== 'linux' || list()) return
  const said = aptInstall('fonts-noto-cjk')
  if (said)
    console.warn(`没有中文字体，页面上的汉字将显示为方框 no font for Chinese, characters will be boxes (${said})`)
}

/** Before the tests of a machine that is there for tests alone: the quick one is fetched even where another stands. */
export function fetchShell(): void {
  if (!process.env.CHROMIUM && !canRun(SHELL)) aptInstall('chromium-headless-shell')
}

let found: Promise<string> | undefined

/**
 * The program file of a Chromium: CHROMIUM, the system's, one from Debian's packages when we are root, or npm's.
 * Throws saying what is missing.
 */
export const chromiumPath = (): Promise<string> => (found ??= find())

/** Opens it without a window. `options` add to ours; close what you opened. */
export async function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  const executablePath = await chromiumPath()
  ensureFonts()
  return chromium.launch({ executablePath, ...options, args: [...ARGUMENTS, ...(options.args ?? [])] })
}
