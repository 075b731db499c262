// What somebody could ask, of every module in order: for the pages that explain it and the client that asks it.
import { type Described, describe, isAskable, type ProblemCodes } from '#kernel/http/describe.ts'
import { modules } from '#modules/index.ts'

/** The test clock belongs to no module, and what Linli alone does answers nobody. */
export const described = (codes: ProblemCodes): Described[] =>
  modules.flatMap((module) => module.operations.filter(isAskable).map((op) => describe(op, codes)))
