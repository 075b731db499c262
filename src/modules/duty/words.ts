// What the duty module says when something cannot be done.
import { problems } from '#kernel/problem.ts'

export const dutyProblems = problems('duty', {
  noKind: { kind: 'invalid', zh: '没有“{kind}”这种职责。', en: 'There is no duty “{kind}”.' },
  kindHeld: {
    kind: 'conflict',
    zh: '“{duty}”还有人担任，不能改级别或岗位。可以停用它，另建一种。',
    en: 'Somebody holds “{duty}”, so its level and post stay. It can be retired and another one added.',
  },
  wrongLevel: { kind: 'invalid', zh: '“{duty}”是{level}一级的职责。', en: '“{duty}” belongs to another level.' },
  nameNeeded: { kind: 'invalid', zh: '请写姓名，或者选一个账号。', en: 'Please give a name or choose an account.' },
  oneHead: { kind: 'invalid', zh: '一个工作组要有且只有一位组长。', en: 'A working group has exactly one head.' },
  oneLeader: { kind: 'invalid', zh: '一支队伍最多有一位队长。', en: 'A team has at most one leader.' },
  noTeamKind: { kind: 'invalid', zh: '没有“{kind}”这种队伍。', en: 'There is no kind of team “{kind}”.' },
  noBodyKind: { kind: 'invalid', zh: '没有“{kind}”这种单位。', en: 'There is no kind of body “{kind}”.' },
  kindRetired: {
    kind: 'conflict',
    zh: '“{kind}”这个种类已经停用。请选别的种类。',
    en: 'The kind “{kind}” is retired. Please choose another one.',
  },
  notOfTeam: {
    kind: 'invalid',
    zh: '值班的人要先加进这支队伍。',
    en: 'Whoever is on duty must be a member of the team first.',
  },
  otherWeekday: {
    kind: 'invalid',
    zh: '{day} 没有这一班，或者已经过去。请选这一班所在的星期几。',
    en: 'This shift is not on {day}, or the day has passed. Please choose a day of its weekday.',
  },
  stillSeconded: {
    kind: 'conflict',
    zh: '“{name}”还有 {count} 位派驻的人。请先结束他们的派驻。',
    en: '“{name}” still has {count} people seconded here. Please end their secondment first.',
  },
  endsBefore: { kind: 'invalid', zh: '结束那天不能早于开始那天。', en: 'It cannot end before it begins.' },
})
