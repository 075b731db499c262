// Copies the address of a record for a colleague.
import { type Lang, say } from '#kernel/words.ts'
import { tell } from '#web/parts/Toast.tsx'
import { deskPartWords } from './words.ts'

/** `path` from the root: '/desk/matters/…'. Browsers copy only on https and on the own machine. */
export const copyAddress = (path: string, lang: Lang): Promise<void> =>
  Promise.resolve(navigator.clipboard?.writeText(new URL(path, location.origin).href)).then(
    () => tell(say(navigator.clipboard ? deskPartWords.copied : deskPartWords.notCopied, lang)),
    () => tell(say(deskPartWords.notCopied, lang)),
  )
