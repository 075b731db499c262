// The life of one file sent into the registers 导入批次: from the upload to rows that everybody of the area sees, and back.
import { life } from '#kernel/lifecycle.ts'

export const batchLife = life(
  'register_batch',
  {
    received: { open: true, zh: '已上传', en: 'Received' },
    checking: { open: true, zh: '试读中', en: 'Being checked' },
    checked: { open: true, zh: '试读完毕', en: 'Checked' },
    loading: { open: true, zh: '导入中', en: 'Being loaded' },
    published: { open: false, zh: '已导入', en: 'Loaded' },
    undoing: { open: true, zh: '撤销中', en: 'Being undone' },
    undone: { open: false, zh: '已撤销', en: 'Undone' },
    cancelled: { open: false, zh: '已取消', en: 'Cancelled' },
    failed: { open: false, zh: '没有读成', en: 'Failed' },
  },
  {
    sendFile: { from: [null], to: 'received', zh: '上传', en: 'Send a file', asks: ['file', 'class', 'area'] },
    checkBatch: { from: ['received', 'checked'], to: 'checking', zh: '试读', en: 'Check', asks: ['mapping'] },
    noteChecked: { from: ['checking'], to: 'checked', zh: '试读完毕', en: 'It has been checked' },
    loadBatch: { from: ['checked'], to: 'loading', zh: '导入', en: 'Load', asks: ['choice'] },
    loadAtOnce: { from: ['received'], to: 'loading', zh: '不试读就导入', en: 'Load without checking first' },
    publishBatch: { from: ['loading'], to: 'published', zh: '导入完毕', en: 'It has been loaded' },
    undoBatch: { from: ['published'], to: 'undoing', zh: '撤销整批', en: 'Undo it all' },
    noteUndone: { from: ['undoing'], to: 'undone', zh: '撤销完毕', en: 'It has been undone' },
    cancelBatch: {
      from: ['received', 'checking', 'checked', 'loading'],
      to: 'cancelled',
      zh: '取消',
      en: 'Cancel',
    },
    noteFailed: { from: ['received', 'checking', 'loading'], to: 'failed', zh: '读不下去', en: 'It could not be read' },
  },
)
export type BatchState = keyof typeof batchLife.states
