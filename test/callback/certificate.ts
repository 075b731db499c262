// A certificate for `localhost` that signs itself, written by hand in DER, so that no key lies in the repository.
import { createSign, generateKeyPairSync } from 'node:crypto'

const tlv = (tag: number, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  const { length } = body
  const head =
    length < 128 ? [tag, length] : length < 256 ? [tag, 0x81, length] : [tag, 0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from(head), body])
}
const sequence = (...parts: Buffer[]) => tlv(0x30, ...parts)
const oid = (hex: string) => tlv(0x06, Buffer.from(hex, 'hex'))
const utc = (text: string) => tlv(0x17, Buffer.from(text))

/** ecdsa-with-SHA256, commonName, subjectAltName. */
const [ECDSA, NAME, ALT_NAME] = [oid('2a8648ce3d040302'), oid('550403'), oid('551d11')]

export function certificate(host: string): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = sequence(tlv(0x31, sequence(NAME, tlv(0x0c, Buffer.from(host)))))
  const alt = tlv(0x04, sequence(tlv(0x82, Buffer.from(host))))
  const body = sequence(
    tlv(0xa0, tlv(0x02, Buffer.of(2))),
    tlv(0x02, Buffer.of(1)),
    ...[sequence(ECDSA), name, sequence(utc('200101000000Z'), utc('490101000000Z')), name],
    publicKey.export({ type: 'spki', format: 'der' }),
    tlv(0xa3, sequence(sequence(ALT_NAME, alt))),
  )
  const signature = createSign('sha256').update(body).sign(privateKey)
  const whole = sequence(body, sequence(ECDSA), tlv(0x03, Buffer.of(0), signature))
  const lines = whole.toString('base64').replace(/.{1,64}/g, '$&\n')
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}-----END CERTIFICATE-----\n`,
  }
}
