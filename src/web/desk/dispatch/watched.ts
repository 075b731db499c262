// What supervision looks at, as views of the list.
export const WATCHED = ['overdue', 'reopened', 'returned', 'paused', 'urged'] as const
export type Watched = (typeof WATCHED)[number]
