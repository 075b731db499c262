// What the study module promises: figures of disputes, the form they are sent in, meetings, measures and sweeps.
import { contract } from '#kernel/contract.ts'
import { figuresPromises } from './contract/figures.ts'
import { meetingPromises } from './contract/meetings.ts'

export const study = contract('study', { ...figuresPromises, ...meetingPromises })
