// Those whose word counts, to choose from: who represents a group or speaks for a party is left out.
import type { Option } from './fields.ts'
import type { File } from './MediationRecord.tsx'

export const principalsOf = (file: File): Option[] =>
  file.parties
    .filter(({ represents, agentOf }) => !represents && !agentOf)
    .map(({ id, name }) => ({ value: id, label: name }))
