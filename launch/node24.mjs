// Finds a Node that is new enough for Linli.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const LEAST = 24

/**
 * The program to run: this Node if it is new enough, else the one that came with the packages.
 * @param {string} root
 * @returns {string}
 */
export function node24(root) {
  if (Number(process.versions.node.split('.')[0]) >= LEAST) return process.execPath
  const name = `node-${process.platform}-${process.arch}`
  const brought = join(root, 'node_modules', name, 'bin/node')
  let why = `${name}: not installed`
  if (existsSync(brought)) {
    const { status, error, stderr } = spawnSync(brought, ['--version'], { encoding: 'utf8' })
    if (status === 0) return brought
    why = `${name}: ${error?.message ?? stderr.trim()}`
  }
  throw new Error(
    `邻里需要 Node ${LEAST}，本机的是 ${process.version}，随包附带的也不能在本机（${process.platform} ${process.arch}）运行。\n` +
      `请从 https://nodejs.org/zh-cn/download 安装 Node ${LEAST}，或用发行版的软件包，然后再次运行。\n` +
      `Linli needs Node ${LEAST}. This machine has ${process.version}, and the one that comes with Linli does not run here.\n` +
      `Install Node ${LEAST} from https://nodejs.org/en/download or from your distribution, then run this again.\n(${why})`,
  )
}
