// Ctrl-C, a stop signal, or the end of whoever started us, for commands that clear away what they have begun.

export class BrokenOff extends Error {
  constructor() {
    super('已中止，没有留下半成品。 Broken off; nothing half done was left.')
  }
}

export function breakOff(): { readonly signal: AbortSignal; done(): void } {
  const controller = new AbortController()
  const abort = () => controller.abort(new BrokenOff())
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const name of signals) process.on(name, abort)
  process.on('disconnect', abort)
  return {
    signal: controller.signal,
    done() {
      for (const name of signals) process.off(name, abort)
      process.off('disconnect', abort)
    },
  }
}
