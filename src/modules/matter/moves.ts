// The steps of a matter's life, for operations to name.
import { step } from '#kernel/lifecycle.ts'
import { type MatterMove, matterLife } from './lifecycle.ts'

export const stepOf = <M extends MatterMove>(name: M) => step(matterLife, name)
