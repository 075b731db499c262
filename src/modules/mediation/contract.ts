// What the mediation module promises.
import { contract } from '#kernel/contract.ts'
import { after } from './contract/after.ts'
import { agreeing } from './contract/agreeing.ts'
import { avoiding } from './contract/avoiding.ts'
import { file } from './contract/file.ts'
import { meeting } from './contract/meeting.ts'
import { papers } from './contract/papers.ts'
import { partyPage } from './contract/party-page.ts'
import { periods } from './contract/periods.ts'
import { talking } from './contract/talking.ts'
import { ways } from './contract/ways.ts'

export { FollowUp, Mediation, Party, State, Summary } from './contract/shapes.ts'

export const mediation = contract('mediation', {
  ...{ ...file, ...talking, ...meeting, ...agreeing },
  ...{ ...after, ...papers, ...ways, ...partyPage, ...avoiding, ...periods },
})
