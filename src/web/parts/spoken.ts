// What stands for words where somebody only spoke.
export { SPOKEN } from '#modules/matter/lifecycle.ts'
