// Drafts belong to one account and outlive a page; without a database they live as long as the page does.
import { expect, test } from 'vitest'
import { draftOwner, dropAllDrafts, dropDraft, keepDraft, loadDrafts, readDraft, unsentDrafts } from './store.ts'

const draft = (name: string, failed = false) => ({
  name,
  key: 'key-of-this-draft',
  fields: { said: '今天上门看。' },
  photos: [],
  title: '楼道充电',
  page: '/matters/1?do=answer',
  failed,
})

test('a kept draft is read again with its key, and only failed ones count as unsent', async () => {
  await loadDrafts('a')
  keepDraft(draft('a/matter.answer/1/1'))
  keepDraft(draft('a/matter.finish/1/1', true))
  expect(readDraft('a/matter.answer/1/1')).toMatchObject({ key: 'key-of-this-draft', fields: { said: '今天上门看。' } })
  expect(unsentDrafts().map(({ name }) => name)).toEqual(['a/matter.finish/1/1'])
  dropDraft('a/matter.finish/1/1')
  expect(unsentDrafts()).toEqual([])
})

test("another account finds nothing of the first one's, and leaving takes all away", async () => {
  keepDraft(draft('a/matter.answer/2/1', true))
  await loadDrafts('b')
  expect(draftOwner()).toBe('b')
  expect(readDraft('a/matter.answer/2/1')).toBeUndefined()
  keepDraft(draft('b/matter.report'))
  dropAllDrafts()
  expect(readDraft('b/matter.report')).toBeUndefined()
  expect(draftOwner()).toBeUndefined()
})
