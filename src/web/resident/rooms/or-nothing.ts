// What is not there leads to a choice of what is, not to a dead end.
import { Problem } from '#kernel/problem.ts'

/** Undefined for what does not exist and for addresses that cannot be read. */
export const orNothing = async <T>(asked: Promise<T>): Promise<T | undefined> =>
  asked.catch((error: unknown) => {
    if (error instanceof Problem && (error.status === 404 || error.status === 400)) return undefined
    throw error
  })
