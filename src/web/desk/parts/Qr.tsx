// A QR code drawn as one SVG path, so that it is sharp at any size and needs no picture.
import { create } from 'qrcode'
import './qr.css'

/** Light modules around the code that readers need (ISO/IEC 18004, 5.3.8). */
const QUIET = 4

export function Qr({ text, label }: { readonly text: string; readonly label: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const size = modules.size
  let path = ''
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) if (modules.get(y, x)) path += `M${x + QUIET} ${y + QUIET}h1v1h-1z`
  return (
    <div className="qr">
      <svg
        viewBox={`0 0 ${size + 2 * QUIET} ${size + 2 * QUIET}`}
        role="img"
        aria-label={label}
        shapeRendering="crispEdges"
      >
        <path d={path} />
      </svg>
    </div>
  )
}
