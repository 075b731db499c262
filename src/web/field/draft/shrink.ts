// Makes a photo small on the phone before it is sent: a stairwell's network carries 300 kB, not 8 MB.

const LONGEST = 1600
const QUALITY = 0.8

/** What this browser cannot open, most often HEIC. */
export class UnreadablePhoto extends Error {}

/** A JPEG of at most 1600 px a side, turned upright, without the place and time that cameras write into files. */
export async function shrink(photo: Blob): Promise<Blob> {
  const picture = await createImageBitmap(photo, { imageOrientation: 'from-image' }).catch(() => {
    throw new UnreadablePhoto()
  })
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  const paint = canvas.getContext('2d')
  if (!paint) throw new UnreadablePhoto()
  paint.imageSmoothingQuality = 'high'
  paint.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new UnreadablePhoto())), 'image/jpeg', QUALITY),
  )
}
