// What a reporter's page tells step by step: every step that has a sentence is told, in both languages.
import { expect, it } from 'vitest'
import { stepsSection } from './steps.ts'
import type { Story } from './story.ts'
import { stepWords } from './words.ts'

const NOW = new Date('2026-11-18T02:00:00Z')

const step = (move: string): Story['steps'][number] => ({
  ...{ move, at: '2026-11-18T01:00:00Z', name: '周晓岚', text: '', reason: null, route: null, until: null, to: '' },
  ...{ kept: null, minutes: null, limitMinutes: null, dueAt: null },
})

const storyOf = (move: string) => ({ state: 'handling', gridName: '第12网格', steps: [step(move)] }) as unknown as Story

it.each(Object.keys(stepWords))('%s, also one that is no move of the life', (move) => {
  for (const lang of ['zh', 'en'] as const) expect(stepsSection(storyOf(move), NOW, lang).text).toContain('<li')
})
