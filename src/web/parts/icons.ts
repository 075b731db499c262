// Every drawing of Linli: its view box and the marks inside, as data for the html tag and for React alike.

export type Icon = { readonly box: string; readonly body: string }

/** Lines on a grid of 24: the class `i` of parts.css strokes them in the colour of the text. */
const line = (body: string): Icon => ({ box: '0 0 24 24', body })

/** The sign of a state, on a grid of 14. It brings its own weight of line, since that is part of the sign. */
const shape = (body: string): Icon => ({
  box: '0 0 14 14',
  body: `<g fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">${body}</g>`,
})

export const icons = {
  /** Two houses that share a wall. */
  mark: {
    box: '0 0 28 28',
    body: '<path d="M2 13 8.5 5l5.5 6.8L19.5 5 26 13v11.5H2z" fill="var(--pine-700)"/><path d="M6.5 24.5v-7a2 2 0 0 1 4 0v7zM17.5 24.5v-7a2 2 0 0 1 4 0v7z" fill="var(--ground)"/><path d="M14 11.8v12.7" stroke="var(--ground)" stroke-width="1.4"/>',
  },

  pin: line('<path d="M12 21s-7-6.2-7-11.5a7 7 0 0 1 14 0C19 14.8 12 21 12 21z"/><circle cx="12" cy="9.5" r="2.5"/>'),
  flame: line(
    '<path d="M12 21c-4 0-6.5-2.6-6.5-6.2C5.5 10.5 10 9 9.5 3.5c4 1.5 5 4.5 4.7 7 1-.4 1.6-1.4 1.7-2.5 1.7 1.8 2.6 4 2.6 6.6C18.5 18.4 16 21 12 21z"/>',
  ),
  camera: line('<path d="M3 8h4l1.5-2.5h7L17 8h4v11H3z"/><circle cx="12" cy="13" r="3.5"/>'),
  picture: line(
    '<rect x="3.5" y="5" width="17" height="14" rx="1.5"/><circle cx="8.5" cy="10" r="1.6"/><path d="m4 17.5 5-4.5 3.5 3 4-4 4 4"/>',
  ),
  wrench: line(
    '<path d="M14.5 6.5a4.5 4.5 0 0 1 5.8-1.3l-3 3 .5 2.2 2.2.5 1-1a4.5 4.5 0 0 1-6.3 4L8 20.5 3.5 16l6.6-6.7"/>',
  ),
  doc: line('<path d="M6 3h8l4 4v14H6z"/><path d="M14 3v4h4M9 12h6M9 16h6"/>'),
  chat: line('<path d="M4 5h16v11h-8l-4.5 4v-4H4z"/>'),
  bell: line('<path d="M6 17V11a6 6 0 0 1 12 0v6l1.5 2h-15z"/><path d="M10 21.5h4"/>'),
  next: line('<path d="m9 5 7 7-7 7"/>'),
  back: line('<path d="m15 5-7 7 7 7"/>'),
  down: line('<path d="m5 9 7 7 7-7"/>'),
  phone: line(
    '<path d="M6 3h3l1.5 5L8 9.8a12 12 0 0 0 6.2 6.2l1.8-2.5 5 1.5v3a2.5 2.5 0 0 1-2.5 2.5A15.5 15.5 0 0 1 3.5 5.5 2.5 2.5 0 0 1 6 3z"/>',
  ),
  undo: line('<path d="M4 9h10a5.5 5.5 0 0 1 0 11H8"/><path d="M8 5 4 9l4 4"/>'),
  mic: line('<rect x="9" y="3" width="6" height="11" rx="3"/><path d="M5 11a7 7 0 0 0 14 0M12 18v3"/>'),
  search: line('<circle cx="10.5" cy="10.5" r="6"/><path d="m15 15 5.5 5.5"/>'),
  scan: line(
    '<path d="M4 8.5V4h4.5M15.5 4H20v4.5M20 15.5V20h-4.5M8.5 20H4v-4.5"/><path d="M8.5 8.5h2.5v2.5H8.5zM13.5 8.5h2M13.5 13h2v2.5M8.5 15.5h2.5"/>',
  ),
  locate: line(
    '<circle cx="12" cy="12" r="6"/><path d="M12 2.5V6M12 18v3.5M2.5 12H6M18 12h3.5"/><circle cx="12" cy="12" r="1"/>',
  ),
  plus: line('<path d="M12 5v14M5 12h14"/>'),
  close: line('<path d="m6 6 12 12M18 6 6 18"/>'),
  check: line('<path d="m4.5 12.5 5 5 10-11"/>'),
  edit: line('<path d="M4 20h4L19.5 8.5 15.5 4.5 4 16z"/><path d="m13 7 4 4"/>'),
  send: line('<path d="M4 12 20.5 4 16 20.5l-4.5-6z"/><path d="M11.5 14.5 20.5 4"/>'),
  sync: line(
    '<path d="M19.5 9A8 8 0 0 0 5 7.5L3.5 9M4.5 15A8 8 0 0 0 19 16.5l1.5-1.5"/><path d="M3.5 4.5V9H8M20.5 19.5V15H16"/>',
  ),
  list: line(
    '<path d="M8 6h12M8 12h12M8 18h12"/><circle cx="4" cy="6" r=".8"/><circle cx="4" cy="12" r=".8"/><circle cx="4" cy="18" r=".8"/>',
  ),
  map: line('<path d="m3 6 6-2.5 6 2.5 6-2.5V18l-6 2.5L9 18l-6 2.5z"/><path d="M9 3.5V18M15 6v14.5"/>'),
  person: line('<circle cx="12" cy="8" r="4"/><path d="M4 20.5c.8-4 4-6 8-6s7.2 2 8 6"/>'),
  people: line(
    '<circle cx="9" cy="8.5" r="3.5"/><path d="M2.5 19.5c.6-3.4 3.2-5 6.5-5s5.9 1.6 6.5 5M16 5.5a3.5 3.5 0 0 1 0 6.5M17.5 14.8c2.2.6 3.6 2.2 4 4.7"/>',
  ),
  lock: line('<rect x="5" y="10.5" width="14" height="9.5" rx="1.5"/><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5"/>'),
  eye: line(
    '<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z"/><circle cx="12" cy="12" r="2.5"/>',
  ),
  clock: line('<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.5 2"/>'),
  hourglass: line(
    '<path d="M7 3.5h10M7 20.5h10M8 3.5c0 5 8 5.5 8 8.5s-8 3.5-8 8.5M16 3.5c0 5-8 5.5-8 8.5s8 3.5 8 8.5"/>',
  ),
  info: line('<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5.5M12 7.8v.2"/>'),
  warn: line('<path d="M12 3.5 22 20.5H2z"/><path d="M12 10v5M12 17.8v.2"/>'),
  none: line('<circle cx="12" cy="12" r="8.5"/><path d="m6 6 12 12"/>'),
  heart: line('<path d="M12 20s-7.5-4.3-7.5-9.8A4.2 4.2 0 0 1 12 7.5a4.2 4.2 0 0 1 7.5 2.7C19.5 15.7 12 20 12 20z"/>'),
  print: line('<path d="M7 9V3.5h10V9M7 17H4V9h16v8h-3"/><path d="M7 14h10v6.5H7z"/>'),
  download: line('<path d="M12 4v11M7.5 11l4.5 4.5 4.5-4.5M4.5 20h15"/>'),
  cloudOff: line(
    '<path d="M7 18.5h10.5a4 4 0 0 0 1.5-7.7 6.5 6.5 0 0 0-9.5-4.4M6.5 9.5a4.6 4.6 0 0 0 .5 9M3.5 3.5l17 17"/>',
  ),

  /** Settled. */
  tick: shape('<path d="m1.8 7.6 3.6 3.6 6.8-8" stroke-width="2.2"/>'),
  /** Open. */
  ring: shape('<circle cx="7" cy="7" r="5.2"/>'),
  /** Soon due. */
  half: shape('<circle cx="7" cy="7" r="5.5"/><path d="M7 3a4 4 0 0 1 0 8z" fill="currentColor" stroke="none"/>'),
  /** Late or dangerous. */
  triangle: shape('<path d="M7 1.2 13.4 12.6H.6z" fill="currentColor" stroke="none"/>'),
  /** Held: paused, sealed. */
  pause: shape('<path d="M3.5 2v10M10.5 2v10" stroke-width="2.6"/>'),
  reopened: shape(
    '<path d="M11.8 7a4.8 4.8 0 1 1-1.5-3.5"/><path d="M11.9.8v3.4H8.5z" fill="currentColor" stroke="none"/>',
  ),
  returned: shape('<path d="M5 3 1.8 6.2 5 9.4M2 6.2h6.5a3.3 3.3 0 0 1 0 6.3H6.5"/>'),
  /** Something that should be there is missing. */
  missing: shape('<path d="M7 1.3 12.7 7 7 12.7 1.3 7z"/><path d="M7 4.3v3.2M7 9.6v.1"/>'),
} as const satisfies Readonly<Record<string, Icon>>

export type IconName = keyof typeof icons
