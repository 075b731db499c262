// One row of the list of matters that may be given to grids (入格事项清单): what is done there, and on what basis.
import type { Bilingual } from '../kinds/kind.ts'

export type Duty = 'find' | 'report' | 'assist' | 'publicise'

export type AccessItem = {
  /** Code of the kind of matter. */
  kind: string
  name: Bilingual
  /** Lead department (主管部门), which handles what a grid worker may not. */
  department: Bilingual
  basis: Bilingual
  /** 发现、上报、协助、宣传. */
  duties: Duty[]
  frequency: Bilingual
  standard: Bilingual
  limitText: Bilingual
  feedback: Bilingual
  /** First day it holds, `YYYY-MM-DD`. */
  validFrom: string
  /** Number of the document that approved it. */
  document: string
}
