// What a reporter sends from his page: solved or not, withdraw, forget me. Each act leads back to the story.
import type { Page, PageAnswer, PageRequest } from '#kernel/http/page.ts'
import { matter } from '#modules/matter/contract.ts'
import { type Mistakes, one } from '../fields.ts'
import { receiptOf, returnedBy, showStory } from './page.ts'
import { type Answer, noAnswer } from './solved.ts'
import { storyWords as w } from './words.ts'

const KEY = /^[\w-]{8,80}$/
const LEAST_WHY = 2
const MOST_SAID = 1000

const keyOf = (request: PageRequest): string => {
  const key = one(request.fields, 'key')
  return KEY.test(key) ? key : request.newKey()
}

const backTo = (request: PageRequest): PageAnswer => ({ to: `/r/${receiptOf(request)}` })

export const ratePage: Page = {
  method: 'POST',
  path: '/r/:receipt/rate',
  answer: async (request) => {
    const receipt = receiptOf(request)
    const key = keyOf(request)
    const answer: Answer = {
      solved: one(request.fields, 'solved'),
      satisfaction: one(request.fields, 'satisfaction'),
      said: saidIn(request),
    }
    const mistakes = answerMistakes(answer, request)
    if (Object.keys(mistakes).length > 0) return showStory(request, { answer, mistakes, key, status: 400 })
    const satisfaction = /^[1-5]$/.test(answer.satisfaction) ? { satisfaction: Number(answer.satisfaction) } : {}
    try {
      if (answer.solved === 'yes')
        await request.ask(matter.rate, { receipt, said: answer.said, ...satisfaction }, { key })
      else await request.ask(matter.dispute, { receipt, why: answer.said, ...satisfaction }, { key })
      return backTo(request)
    } catch (error) {
      return returnedBy(error, answer.solved === 'yes' ? 'solved' : 'said', request, answer, key)
    }
  },
}

export const effectPage: Page = {
  method: 'POST',
  path: '/r/:receipt/effect',
  answer: async (request) => {
    const receipt = receiptOf(request)
    const key = keyOf(request)
    const answer: Answer = { solved: one(request.fields, 'solved'), satisfaction: '', said: saidIn(request) }
    const wrong = answerMistakes(answer, request)
    const mistakes = 'solved' in wrong ? { solved: w.effectChoose[request.lang] } : wrong
    if (Object.keys(mistakes).length > 0) return showStory(request, { answer, mistakes, key, status: 400 })
    try {
      if (answer.solved === 'yes') await request.ask(matter.confirm, { receipt }, { key })
      else await request.ask(matter.dispute, { receipt, why: answer.said }, { key })
      return backTo(request)
    } catch (error) {
      return returnedBy(error, answer.solved === 'yes' ? 'solved' : 'said', request, answer, key)
    }
  },
}

const saidIn = ({ fields }: PageRequest): string => one(fields, 'said').replace(/\r\n?/g, '\n').trim()

function answerMistakes({ solved, said }: Answer, { lang }: PageRequest): Mistakes {
  if (solved !== 'yes' && solved !== 'no') return { solved: w.choose[lang] }
  if (said.length > MOST_SAID) return { said: w.saidLong[lang] }
  if (solved === 'no' && said.length < LEAST_WHY) return { said: w.whyShort[lang] }
  return {}
}

export const withdrawPage: Page = {
  method: 'POST',
  path: '/r/:receipt/withdraw',
  answer: async (request) => {
    const key = keyOf(request)
    try {
      await request.ask(matter.withdraw, { receipt: receiptOf(request), why: one(request.fields, 'why') }, { key })
      return backTo(request)
    } catch (error) {
      return returnedBy(error, 'withdraw', request, noAnswer, key)
    }
  },
}

export const forgetPage: Page = {
  method: 'POST',
  path: '/r/:receipt/forget',
  answer: async (request) => {
    const key = keyOf(request)
    try {
      await request.ask(matter.forget, { receipt: receiptOf(request) }, { key })
      return backTo(request)
    } catch (error) {
      return returnedBy(error, 'forget', request, noAnswer, key)
    }
  },
}
