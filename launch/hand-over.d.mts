// What the measurements use of the launcher, which is plain JavaScript.
export const SERVER_ARGS: readonly string[]
