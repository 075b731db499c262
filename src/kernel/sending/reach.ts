// Which internet addresses a call to somebody else's server may reach: what lies behind our own walls is not among them.
import { BlockList, isIP } from 'node:net'

/** `inside`: of this machine or an intranet, only for a host that an administrator marked so. `never`: for nobody. */
export type Reach = 'outside' | 'inside' | 'never'

function listOf(nets: readonly string[]): BlockList {
  const list = new BlockList()
  for (const net of nets) {
    const [address = '', bits = ''] = net.split('/')
    list.addSubnet(address, Number(bits), address.includes(':') ? 'ipv6' : 'ipv4')
  }
  return list
}

/** RFC 1918, loopback, carrier-grade NAT (RFC 6598), unique local (RFC 4193). */
const INSIDE = listOf(['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '127.0.0.0/8'])
const INSIDE_6 = listOf(['::1/128', 'fc00::/7'])

/**
 * IANA's special-purpose registry, multicast, and addresses under which clouds hand out a machine's own secrets
 * (169.254.169.254 lies in link-local; Alibaba's and Azure's do not, AWS's of IPv6 lies among the unique local ones).
 */
const NEVER = listOf([
  ...['0.0.0.0/8', '169.254.0.0/16', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '198.18.0.0/15'],
  ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
  ...['100.100.100.200/32', '168.63.129.16/32'],
])
const NEVER_6 = listOf([
  'fd00:ec2::254/128',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  '2620:4f:8000::/48',
])
/** The only part of IPv6 that is given out; mapped, compatible and translated IPv4 lies outside of it. */
const GIVEN_OUT_6 = listOf(['2000::/3'])

/** By the address alone. What is no plain IPv4 or IPv6 address, or carries a zone, reaches nothing. */
export function reachOf(address: string): Reach {
  const family = isIP(address)
  if (family === 4) {
    if (NEVER.check(address, 'ipv4')) return 'never'
    return INSIDE.check(address, 'ipv4') ? 'inside' : 'outside'
  }
  if (family !== 6 || address.includes('%') || NEVER_6.check(address, 'ipv6')) return 'never'
  if (INSIDE_6.check(address, 'ipv6')) return 'inside'
  return GIVEN_OUT_6.check(address, 'ipv6') ? 'outside' : 'never'
}
