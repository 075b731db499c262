import { expect, test } from 'vitest'
import { matter } from '#modules/matter/contract.ts'
import { openStreet } from './street.ts'
test('x', async () => {
  const copy = await openStreet()
  const code = await copy.codeOf('清荷苑3号楼2单元')
  const at = performance.now()
  const r = await Promise.allSettled(Array.from({ length: 32 }, (_, n) => copy.stranger.do(matter.report, { code, words: '冷启动' }, { key: `cold-start-${n}` })))
  console.log(performance.now() - at, r.map((x) => x.status === 'fulfilled' ? 'ok' : x.reason.message).join(' '))
  await copy.close()
})
