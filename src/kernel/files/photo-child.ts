// The child process that decodes strangers' pictures: what crashes or bloats here does not touch the server.
import sharp from 'sharp'

sharp.cache(false)
sharp.concurrency(1)

const LONG_SIDE = 1600
const SMALL_SIDE = 360

/** Decoded and encoded anew: place, camera, comments and anything appended to the file are gone. */
async function redraw(bytes: Uint8Array) {
  const picture = sharp(bytes, { limitInputPixels: 50e6, failOn: 'error', pages: 1 }).rotate()
  const flat = picture.flatten({ background: '#ffffff' }).toColourspace('srgb')
  const full = await flat
    .clone()
    .resize(LONG_SIDE, LONG_SIDE, { fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 78, mozjpeg: true })
    .toBuffer({ resolveWithObject: true })
  const small = await sharp(full.data)
    .resize(SMALL_SIDE, SMALL_SIDE, { fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 72 })
    .toBuffer()
  return { full: full.data, small, width: full.info.width, height: full.info.height }
}

process.on('message', async (message: { no: number; bytes: Uint8Array }) => {
  try {
    process.send!({ no: message.no, drawn: await redraw(message.bytes) })
  } catch (error) {
    process.send!({ no: message.no, fault: String(error) })
  }
})
process.on('disconnect', () => process.exit(0))
