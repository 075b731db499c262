// `bin/linli demo city`: where to write the invented city's files, how many rows, which chance.
import { parseArgs } from 'node:util'
import { writeCityApart } from './city-thread.ts'
import { usualCity, WHOLE_ROWS } from './write-city.ts'

/** `linli demo city --out DIR [--rows N] [--seed N] [--faults KINDS] [--xlsx]` */
export async function cityCommand(args: readonly string[], say: (line: string) => void): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      out: { type: 'string' },
      rows: { type: 'string' },
      seed: { type: 'string' },
      faults: { type: 'string' },
      xlsx: { type: 'boolean' },
    },
  })
  if (!values.out) throw new Error('demo city：请写明输出目录 --out DIR · say where to: --out DIR')
  const number = (name: 'rows' | 'seed' | 'faults', least: number, most: number): number => {
    const given = Number(values[name] ?? usualCity[name])
    if (!Number.isInteger(given) || given < least || given > most)
      throw new Error(
        `demo city：--${name} 应在 ${least} 到 ${most} 之间 · --${name} is a number from ${least} to ${most}`,
      )
    return given
  }
  const options = {
    ...usualCity,
    ...{ rows: number('rows', 500, WHOLE_ROWS), seed: number('seed', 0, 2 ** 31 - 1), faults: number('faults', 0, 20) },
    xlsx: values.xlsx ?? false,
  }
  await writeCityApart(values.out, options, say)
  say(`写好了：${values.out} · written`)
}
