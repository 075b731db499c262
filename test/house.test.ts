// The house rules, each proved on samples that keep it and samples that break it, then held over the whole repository.
import { describe, expect, test } from 'vitest'
import { modules } from '#modules/index.ts'
import { clean } from './house/clean.ts'
import { directions, knots } from './house/directions.ts'
import { names } from './house/names.ts'
import { outside } from './house/outside.ts'
import type { Rule } from './house/rule.ts'
import { FOLDER_ENTRIES, folders, lengths, quantile, sizes } from './house/sizes.ts'
import { readTree, sourceOf } from './house/source.ts'
import { styles } from './house/styles.ts'
import { KERNEL_TABLES, tables } from './house/tables.ts'
import { wording } from './house/wording.ts'

const RULES: readonly Rule[] = [
  ...directions,
  ...outside,
  ...tables,
  ...names,
  ...sizes,
  ...clean,
  ...styles,
  ...wording,
]
const tree = readTree()

describe.each(RULES.map((rule) => [rule.name, rule] as const))('%s', (_, { faults, good, bad }) => {
  test('good samples pass, each bad one is found', () => {
    const kept = good.map(sourceOf)
    expect(faults(kept)).toEqual([])
    for (const sample of bad) {
      const beside = kept.filter((file) => file.path !== sample[0])
      expect(faults([...beside, sourceOf(sample)]), sample[0]).not.toEqual([])
    }
  })

  test('the repository keeps it', () => {
    expect(faults(tree)).toEqual([])
  })
})

test('modules leave the tables of the kernel to the kernel', () => {
  const claimed = modules.flatMap((module) => module.tables.filter((table) => KERNEL_TABLES.includes(table)))
  expect(claimed).toEqual([])
})

test('files are short: median under 80 lines, 95 of 100 under 250', () => {
  const sorted = lengths(tree)
  const figures = {
    files: sorted.length,
    median: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    longest: sorted.at(-1)!,
  }
  const typeKnots = knots(
    tree.filter((file) => file.path.startsWith('src/web/')),
    'imports',
  ).map((knot) => knot[0])
  const crowded = [...folders(tree)].filter(([, entries]) => entries > FOLDER_ENTRIES)
  console.info(`house: ${JSON.stringify({ ...figures, foldersOver20: Object.fromEntries(crowded), typeKnots })}`)
  expect(figures.median).toBeLessThan(80)
  expect(figures.p95).toBeLessThan(250)
})
