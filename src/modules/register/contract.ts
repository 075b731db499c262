// What the register promises: people, homes, organisations and their ties, masked; and counts of them.
import { contract } from '#kernel/contract.ts'
import { importPromises } from './contract/import.ts'
import { peoplePromises } from './contract/people.ts'

export const register = contract('register', { ...peoplePromises, ...importPromises })
