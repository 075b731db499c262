// The face of the study module: its operations and its tables.
import * as figures from './operations/figures.ts'

export const studyModule = {
  name: 'study',
  operations: [...Object.values(figures)],
  look: figures.figures,
  tables: [],
} as const
