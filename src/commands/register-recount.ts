// `bin/linli register recount [--mend]`: kept counts of every district compared with the rows, and mended when asked.
import { parseArgs } from 'node:util'
import { asLinli } from './found-tenant.ts'
import type { Opened } from './open-house.ts'

type Counted = {
  readonly faults: readonly { gridId: string; class: string; kept: number; real: number }[]
  readonly mended: boolean
}

export async function recountRegister(
  opened: Opened,
  args: readonly string[],
  say: (line: string) => void,
): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { mend: { type: 'boolean' } } })
  const { rows } = await opened.db.pool.query<{ id: string; name: string }>('select id, name from tenant order by code')
  for (const { id, name } of rows) {
    const { faults, mended } = await asLinli(opened.house, id)<Counted>('register.recount', {
      mend: values.mend ?? false,
    })
    for (const one of faults) say(`${name} ${one.gridId} ${one.class}: ${one.kept} → ${one.real}`)
    if (faults.length === 0) say(`${name}：各网格的数都对 · every count is right`)
    else if (mended) say(`${name}：改正了 ${faults.length} 处 · mended`)
    else {
      say(`${name}：${faults.length} 处不符，加 --mend 改正 · differ; --mend corrects them`)
      process.exitCode = 2
    }
  }
}
