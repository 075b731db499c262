// What the register promises: people, homes, organisations and their ties, masked; and counts of them.
import { contract } from '#kernel/contract.ts'
import { compoundPromises } from './contract/compounds.ts'
import { correctionPromises } from './contract/corrections.ts'
import { countPromises } from './contract/counts.ts'
import { enteringPromises, historyPromises } from './contract/entering.ts'
import { exportPromises } from './contract/exports.ts'
import { homePromises } from './contract/homes.ts'
import { importPromises } from './contract/import.ts'
import { organisationPromises } from './contract/organisations.ts'
import { peoplePromises } from './contract/people.ts'
import { phoneWayPromises } from './contract/phone-way.ts'
import { portraitPromises } from './contract/portrait.ts'
import { relocationPromises } from './contract/relocations.ts'
import { revealPromises } from './contract/reveal.ts'
import { tiePromises } from './contract/ties.ts'

export const register = contract('register', {
  ...peoplePromises,
  ...enteringPromises,
  ...historyPromises,
  ...relocationPromises,
  ...homePromises,
  ...compoundPromises,
  ...organisationPromises,
  ...tiePromises,
  ...correctionPromises,
  ...phoneWayPromises,
  ...countPromises,
  ...revealPromises,
  ...exportPromises,
  ...portraitPromises,
  ...importPromises,
})
