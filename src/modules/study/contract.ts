// What the study module promises: figures of disputes and the form they are sent in.
import { contract } from '#kernel/contract.ts'
import { figuresPromises } from './contract/figures.ts'

export const study = contract('study', { ...figuresPromises })
