// From where a request comes. What a proxy says is believed only of proxies that the settings name.
import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net'

export type Proxies = { readonly trusts: (address: string) => boolean }

/** `10.0.0.0/8 ::1 192.168.1.4`. Throws with the setting's name when one is no address. */
export function readProxies(text: string | undefined): Proxies {
  const list = new BlockList()
  const parts = text?.split(/[\s,]+/).filter(Boolean) ?? []
  for (const part of parts) {
    const [address = '', bits] = part.split('/')
    const family = isIPv4(address) ? 'ipv4' : isIPv6(address) ? 'ipv6' : undefined
    const most = family === 'ipv4' ? 32 : 128
    if (!family || (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) <= most)))
      throw new Error(`LINLI_TRUSTED_PROXIES: ${part} is not an address`)
    list.addSubnet(address, bits === undefined ? most : Number(bits), family)
  }
  return { trusts: (address) => parts.length > 0 && list.check(address, isIPv4(address) ? 'ipv4' : 'ipv6') }
}

/** An address of either family as one text; IPv4 as itself also where it comes wrapped into IPv6. */
const plain = (address: string): string | undefined => {
  const bare = address.trim().replace(/^\[|\](:\d+)?$/g, '')
  const four = bare.replace(/^::ffff:/i, '')
  if (isIPv4(four)) return four
  const withoutPort = /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(four)?.[1]
  if (withoutPort) return plain(withoutPort)
  return isIP(bare) ? bare : undefined
}

/**
 * The address of whoever asks: of the connection, or behind trusted proxies the last one that none of them vouches for.
 * Undefined inside a process, where nobody asks from anywhere, and where a trusted proxy named none that is one.
 */
export function clientAddress(
  connection: string | undefined,
  forwarded: string | null,
  { trusts }: Proxies,
): string | undefined {
  const near = connection && plain(connection)
  if (!near || !trusts(near) || !forwarded) return near
  let last = near
  for (const said of forwarded.split(',').reverse()) {
    const address = plain(said)
    // What stands further left was written by somebody nobody vouches for.
    if (!address) return last
    last = address
    if (!trusts(address)) return address
  }
  return last
}

/** What is counted as one: an IPv6 line has a whole /64 to choose from. */
export function countedAs(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail ? tail.split(':') : []
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  const groups = [...left, ...Array<string>(zeros).fill('0'), ...right]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group || '0', 16).toString(16))
    .join(':')}::/64`
}
