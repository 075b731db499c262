// The headers that every answer carries.

const POLICY = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `img-src 'self' data: blob:`,
  `media-src 'self' blob:`,
  `font-src 'self'`,
  `connect-src 'self'`,
  `manifest-src 'self'`,
  `worker-src 'self'`,
  `form-action 'self'`,
  `base-uri 'none'`,
  `frame-ancestors 'none'`,
].join('; ')

/** Camera, microphone and place are asked for by our own resident and field pages only. */
const PERMISSIONS = [
  'accelerometer',
  'autoplay',
  'display-capture',
  'gyroscope',
  'hid',
  'magnetometer',
  'midi',
  'payment',
  'serial',
  'usb',
  'xr-spatial-tracking',
]
  .map((name) => `${name}=()`)
  .concat('camera=(self)', 'geolocation=(self)', 'microphone=(self)')
  .join(', ')

export function securityHeaders(https: boolean): Readonly<Record<string, string>> {
  return {
    // Unless an answer says otherwise, nobody keeps it: it may hold what somebody reported.
    'cache-control': 'no-store',
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
    'permissions-policy': PERMISSIONS,
    ...(https ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  }
}

/** For stored files: shown, never run, never framed. */
export const FILE_POLICY = `default-src 'none'; sandbox; frame-ancestors 'none'`
