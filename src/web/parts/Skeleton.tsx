// Bones of a page that is being read, as high as the page itself, so that nothing jumps.
import { useWords } from '#web/lang.ts'
import { partWords } from './words.ts'

/** Widths in per cent of a column; a repeating set looks like text, an equal one like a form. */
const WIDTHS = [72, 56, 80, 48, 64]

const Bone = ({ width }: { readonly width: number }) => <i className="bone" style={{ width: `${width}%` }} />

/** `rows` of a list, each with two lines and something at the right. */
export function SkeletonList({ rows }: { readonly rows: number }) {
  const t = useWords(partWords)
  return (
    <div className="skel" role="status" aria-label={t('reading')}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bones have no other name
        <div className="skel-row" key={row}>
          <Bone width={WIDTHS[row % WIDTHS.length]!} />
          <Bone width={100} />
          <Bone width={WIDTHS[(row + 3) % WIDTHS.length]!} />
        </div>
      ))}
    </div>
  )
}

/** `lines` of text under a title. */
export function SkeletonText({ lines, title = true }: { readonly lines: number; readonly title?: boolean }) {
  const t = useWords(partWords)
  return (
    <div className="skel skel-text" role="status" aria-label={t('reading')}>
      {title ? <i className="bone bone-title" /> : null}
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bones have no other name
        <Bone key={line} width={WIDTHS[line % WIDTHS.length]!} />
      ))}
    </div>
  )
}
