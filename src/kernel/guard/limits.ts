// How often something may be asked for: every limit by its name, with its reason. An operator raises them by LINLI_LIMITS.

export type Limit = {
  /** Above this many, work or patience is asked for. */
  readonly soft?: number
  /** Above this many, nothing goes. */
  readonly most: number
  readonly seconds: number
  /** Counted in the database by all processes together; otherwise by each for itself. */
  readonly shared: boolean
  /** What is counted, by what, and why so many. */
  readonly why: string
}

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Soft limits ask for work or patience, hard ones refuse; between the two lies a whole building behind one address. */
export const LIMITS = {
  signInLogin: {
    ...{ most: 10, seconds: HOUR, shared: true },
    why: 'wrong tries at one login, known or not, from devices it never signed in on: ten guesses an hour find nobody’s password',
  },
  signInPair: {
    ...{ most: 8, seconds: HOUR / 2, shared: true },
    why: 'wrong tries at one login from one address: one guesser does not use up what the login has for all addresses',
  },
  signInAddress: {
    ...{ most: 300, seconds: 10 * MINUTE, shared: true },
    why: 'wrong tries from one address at any login: an office of a hundred behind one address mistypes less, a spray needs more',
  },
  signInDevice: {
    ...{ most: 10, seconds: HOUR, shared: true },
    why: 'wrong tries on a device the login has signed in on: nobody else can use these up, so the owner comes in during an attack',
  },
  signInProcess: {
    ...{ most: 20, seconds: 1, shared: false },
    why: 'passwords looked at by one process: at about 20 ms each, hashing takes less than half of one core whoever tries',
  },
  signInStrangers: {
    ...{ most: 15, seconds: 1, shared: false },
    why: 'of these, passwords from devices that their login never signed in on: however many try, a quarter is left to owners on devices of their own',
  },
  invitationMiss: {
    ...{ most: 30, seconds: HOUR, shared: true },
    why: 'wrong invitations from one address: typed from paper, with mistakes',
  },
  intakeAddress: {
    ...{ soft: 10, most: 200, seconds: 10 * MINUTE, shared: false },
    why: 'anonymous reports from one address: a family reports once, a stairwell a few times; 300 homes behind one address in a flood still get through, each after half a second of work; a report waits for no count of other processes, so each counts for itself',
  },
  intakeCode: {
    ...{ soft: 15, most: 100, seconds: 10 * MINUTE, shared: false },
    why: 'anonymous reports by one printed code: it hangs at one entrance',
  },
  intakeProcess: {
    ...{ soft: 300, most: 1_000_000, seconds: MINUTE, shared: false },
    why: 'anonymous reports that one process takes: above it work is asked of everybody; never refused, since a storm has no limit',
  },
  ticketCode: {
    ...{ most: 60, seconds: HOUR, shared: true },
    why: 'reports by one code that waited instead of working: without script somebody waits, a crowd of programs does not get far',
  },
  passUse: {
    ...{ most: 1, seconds: 20 * MINUTE, shared: true },
    why: 'uses of one solved challenge or one waited ticket',
  },
  ownCodePhone: {
    ...{ most: 3, seconds: HOUR, shared: true },
    why: 'codes asked for one telephone, known or not: nobody’s telephone rings all night, and who did not get the first asks again',
  },
  ownCodeAddress: {
    ...{ most: 30, seconds: HOUR, shared: true },
    why: 'codes asked for from one address: a community’s computer helps many in a morning',
  },
  ownTryPhone: {
    ...{ most: 30, seconds: HOUR, shared: true },
    why: 'tries with a code at one telephone, known or not; what is right or wrong is counted beside the code itself',
  },
  lookUpMiss: {
    ...{ most: 60, seconds: 10 * MINUTE, shared: false },
    why: 'receipts and codes that lead nowhere, from one address: mistyped ones; 100 bits are guessed by nobody, so each process counts for itself',
  },
  uploadAddress: {
    ...{ most: 600, seconds: HOUR, shared: true },
    why: 'megabytes sent without a sign-in from one address: forty reports of photos as phones take them',
  },
  uploadPerson: {
    ...{ most: 3_000, seconds: HOUR, shared: true },
    why: 'megabytes sent by one account: a worker’s whole day of photos at once',
  },
  sheetsPerson: {
    ...{ most: 6_000, seconds: DAY, shared: true },
    why: 'megabytes of sheets for the registers sent by one account: the seven files of a whole city, 600 MB, ten times over',
  },
  sheetsAddress: {
    ...{ most: 20_000, seconds: DAY, shared: true },
    why: 'the same from one address: three who send all they may; a file lies on the disk until it was used',
  },
  systemKey: {
    ...{ most: 120, seconds: MINUTE, shared: true },
    why: 'requests that another system sends under its key',
  },
  askedBySession: {
    ...{ most: 1_200, seconds: MINUTE, shared: false },
    why: 'requests of one session or token: a person opens pages, a program has a pause; counted without asking the database',
  },
  askedByAddress: {
    ...{ most: 6_000, seconds: MINUTE, shared: false },
    why: 'requests of one address, signed in or not: an office behind one address; counted without asking the database',
  },
} as const satisfies Readonly<Record<string, Limit>>

export type LimitName = keyof typeof LIMITS
/** What an operator has set instead of `most` above; `soft` rises with it in proportion. */
export type Raised = Readonly<Partial<Record<LimitName, number>>>

const isName = (name: string): name is LimitName => Object.hasOwn(LIMITS, name)

/** `signInAddress=1000 intakeCode=500`. Throws with the setting's name when one cannot be meant. */
export function readLimits(text: string | undefined): Raised {
  const raised: Partial<Record<LimitName, number>> = {}
  for (const part of text?.split(/[\s,]+/).filter(Boolean) ?? []) {
    const [name = '', count = ''] = part.split('=')
    if (!isName(name)) throw new Error(`LINLI_LIMITS: there is no limit ${name}`)
    if (!/^[1-9]\d{0,8}$/.test(count)) throw new Error(`LINLI_LIMITS: ${name}=${count} is not a number`)
    if (name === 'passUse') throw new Error('LINLI_LIMITS: a pass is used once')
    raised[name] = Number(count)
  }
  return raised
}
