// Why a message could not be sent, as a code: what a provider says in words may name its receiver, so it is never kept.

/** `timeout`: no answer came, so it may have been sent. `refused`: this address is not served, and trying again would not help. */
export const SEND_FAULTS = ['notConfigured', 'unreachable', 'timeout', 'busy', 'badAnswer', 'refused'] as const
export type SendFault = (typeof SEND_FAULTS)[number]

export class SendProblem extends Error {
  readonly fault: SendFault

  constructor(fault: SendFault) {
    super(`send.${fault}`)
    this.fault = fault
  }
}
