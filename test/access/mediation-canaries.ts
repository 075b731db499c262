// Canaries in what the parties of a dispute told: each name and number, each story, and what each side said alone.
import { mediation } from '#modules/mediation/contract.ts'
import type { Street } from '#test/street.ts'
import type { Canaries, Nest } from './canaries.ts'

const DAY = '2026-11-18'

/** What a file of the matrix is opened with; its nest takes the file's id once there is one. */
export function toldThere(canaries: Canaries) {
  const nest: Nest = { subject: '', district: '990101' }
  const party = (side: 'applicant' | 'respondent') => ({ side, name: canaries.name(nest), phone: canaries.phone(nest) })
  return {
    nest,
    facts: `楼道口停了两辆旧车${canaries.text('statement', nest)}`,
    requests: `搬走${canaries.text('statement', nest)}`,
    parties: [party('applicant'), party('respondent')],
  }
}

/** Both sides speak alone with whoever mediates: what was said is shown by `mediation.notes` and by nothing else. */
export async function speakAlone(street: Street, canaries: Canaries, id: string, nest: Nest): Promise<void> {
  const lead = street.as('zhaoguilan')
  const { parties } = await lead.do(mediation.get, { id })
  for (const party of parties)
    await lead.do(mediation.note, {
      ...{ id, partyId: party.id, heldOn: DAY },
      words: `其实想搬走${canaries.text('aside', nest)}`,
    })
}
