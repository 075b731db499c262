// Which characters a font can draw, read from its table of characters, so that a test finds what would print as a box.

/** @throws when the font has no table of the usual form (OpenType cmap, format 12). */
export function drawable(font: Buffer): (character: string) => boolean {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, n) => 12 + n * 16)
  const cmap = font.readUInt32BE(tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap')! + 8)
  const at = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, n) => cmap + font.readUInt32BE(cmap + 8 + n * 8))
  const full = at.find((offset) => font.readUInt16BE(offset) === 12)
  if (full === undefined) throw new Error('no table of all characters')
  const groups = Array.from({ length: font.readUInt32BE(full + 12) }, (_, n) => full + 16 + n * 12)
  const ranges = groups.map((group) => [font.readUInt32BE(group), font.readUInt32BE(group + 4)] as const)
  return (character) =>
    ranges.some(([from, to]) => from <= character.codePointAt(0)! && character.codePointAt(0)! <= to)
}
