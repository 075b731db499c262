// What a portrait tells, and how its numbers are written.
import type { Output } from '#web/call.ts'

export type Portrait = Output<'register.portrait'>

/** 2116045 as “2,116,045”. */
export const spaced = (n: number): string => n.toLocaleString('en-US')
