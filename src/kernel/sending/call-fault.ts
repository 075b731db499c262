// Why a call to another system did not go well, as a code.

/**
 * `forbidden`: leads to an address that may not be reached. `noAddress`: its name leads nowhere. `redirect`: it sends
 * elsewhere, which is not followed. `timeout`: no answer in time, so it may have arrived.
 */
export const CALL_FAULTS = [
  'forbidden',
  'noAddress',
  'unreachable',
  'certificate',
  'timeout',
  'redirect',
  'refused',
] as const
export type CallFault = (typeof CALL_FAULTS)[number]
