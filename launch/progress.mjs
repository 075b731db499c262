// One calm line for a step that takes a while.

/**
 * Shows `text` with the seconds it has taken; at a terminal the line is written over, elsewhere it is written once at
 * the start and once at the end.
 * @param {string} text
 */
export function startLine(text) {
  const since = performance.now()
  const terminal = process.stdout.isTTY === true
  const seconds = (/** @type {number} */ digits) => `${((performance.now() - since) / 1000).toFixed(digits)} s`
  process.stdout.write(terminal ? text : `${text} …\n`)
  const timer = terminal ? setInterval(() => process.stdout.write(`\r${text} … ${seconds(0)}`), 1000) : undefined
  return {
    /** @param {boolean} done */
    end(done) {
      clearInterval(timer)
      process.stdout.write(`${terminal ? '\r' : ''}${text} ${done ? '✓' : '✗'} ${seconds(1)}   \n`)
    },
  }
}
