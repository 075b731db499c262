// The pages for people who write programs: made here from the open description, readable without a script.
import { byName, type Described } from '#kernel/http/describe.ts'
import type { Page } from '#kernel/http/page.ts'
import { remembersLanguage } from '#web/resident/switches.ts'
import { referenceScript, referenceStyle } from './assets.ts'
import { operationPage } from './operation.ts'
import { overviewPage } from './overview.ts'

/** `list`: every operation that somebody can ask, in the order of the modules. */
export function referencePages(list: readonly Described[]): readonly Page[] {
  const modules = [...new Set(list.map(({ module }) => module))]
  const sorted = modules.flatMap((module) => byName(list.filter((op) => op.module === module)))
  return [overviewPage(sorted), operationPage(sorted), referenceStyle.page, referenceScript.page].map(remembersLanguage)
}
