// Keys of commands in the browser: the only place of a page that draws by chance.

/**
 * A fresh key of 32 hex digits. Not crypto.randomUUID, which a page has only over https and on the own machine,
 * while a phone may try Linli over a plain local network.
 */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
