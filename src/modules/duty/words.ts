// What the duty module says when something cannot be done.
import { problems } from '#kernel/problem.ts'

export const dutyProblems = problems('duty', {
  noKind: { kind: 'invalid', zh: '没有“{kind}”这种职责。', en: 'There is no duty “{kind}”.' },
  wrongLevel: { kind: 'invalid', zh: '“{duty}”是{level}一级的职责。', en: '“{duty}” belongs to another level.' },
  nameNeeded: { kind: 'invalid', zh: '请写姓名，或者选一个账号。', en: 'Please give a name or choose an account.' },
  oneHead: { kind: 'invalid', zh: '一个工作组要有且只有一位组长。', en: 'A working group has exactly one head.' },
})
