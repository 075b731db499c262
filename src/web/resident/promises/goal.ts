// One promise: what is promised in plain words, the figure asked for, and the test that shows it.
import type { Text } from '#kernel/words.ts'

/** A file of test/long/results, where a long run left its figures. */
export type LongRun = string

export type Goal = {
  readonly id: string
  readonly group: 'lost' | 'seen' | 'history' | 'doors' | 'keeping'
  readonly said: Text
  readonly asked: Text
  /** A test that runs with every change, by file and name. */
  readonly shown: { readonly file: string; readonly test: string }
  readonly long?: LongRun
}

export const goal = (
  id: string,
  group: Goal['group'],
  said: Text,
  asked: Text,
  file: string,
  test: string,
  long?: LongRun,
): Goal => ({
  ...{ id, group, said, asked, shown: { file: `test/${file}.test.ts`, test } },
  ...(long ? { long } : {}),
})
