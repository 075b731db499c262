// What each line about declarations of relatives asks; 周晓岚 has declared somebody, and taken another back.
import { kin } from '#modules/kin/contract.ts'
import type { Street } from '#test/street.ts'
import type { Ask } from './inputs.ts'

export type KinWorld = { readonly declared: string }

export async function kinThere(street: Street): Promise<KinWorld> {
  const zhou = street.as('zhouxiaolan')
  const { id } = await zhou.do(kin.declare, { tie: 'relative', phone: '13800007777' })
  const gone = await zhou.do(kin.declare, { tie: 'relative', phone: '13800007778' })
  await zhou.do(kin.end, { id: gone.id })
  return { declared: id }
}

export const kinInputs: Readonly<Record<string, (ask: Ask) => Record<string, unknown>>> = {
  'kin.mine': () => ({}),
  'kin.declare': () => ({ tie: 'relative', name: '周女士', phone: '13800007779' }),
  'kin.end': ({ world }) => ({ id: world.declared }),
  'kin.list': ({ world, id }) => ({ accountId: id(world.account) }),
  'kin.attempts': () => ({}),
  'kin.gather': ({ world }) => ({ id: world.declared }),
  'kin.attempted': ({ world }) => ({ accountId: world.account, subjectId: world.declared, operation: 'matter.get' }),
  'kin.look': ({ world }) => ({ id: world.mediations.applied.id }),
}
