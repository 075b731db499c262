// How each course goes, step by step, in the words of the thing told.
import type { AgencyKey } from '../agencies.ts'
import type { Step } from '../matters/matter.ts'
import * as does from '../matters/steps.ts'
import type { CourseName } from './courses.ts'
import { between, dice, oneOf } from './dice.ts'
import * as phrases from './phrases.ts'
import { clerkOf, kindOf, nameOf, type Scene, Story } from './story.ts'

type Tell = (story: Story) => Story

const plain: Tell = (story) => story.take().finish(story.scene.worker).verify().rate()

/** Nobody came: the clock passes it to the desk, whose head answers for it. */
const takenLate: Tell = (story) => {
  const { pen, scene } = story
  story.add(does.clockDoes(pen.in(33))).sign(scene.desk)
  story.add(does.answer(pen.in(9), scene.desk, scene.said.first)).finish(scene.desk)
  return story
    .answerFor(oneOf(`${scene.label} late`, phrases.late))
    .verify(scene.head)
    .rate(true)
}

const finishedLate: Tell = (story) => {
  const { pen, scene } = story
  const taken = scene.minute + 8
  const days = kindOf(scene.said).limit.minutes / 420
  story.add(does.take(pen.in(8), scene.worker), does.answer(pen.in(20), scene.worker, scene.said.first))
  story.add(does.clockDoes(pen.on(days, taken + 3))).sign(scene.desk)
  return story
    .finish(scene.desk)
    .answerFor(oneOf(`${scene.label} late`, phrases.late))
    .verify(scene.head)
    .rate(true)
}

const sentBack: Tell = (story) => {
  const { pen, scene } = story
  story.take().finish(scene.worker)
  const checker = scene.desk === scene.worker ? scene.head : scene.desk
  story.add(does.sendBack(pen.in(50), checker, oneOf(`${scene.label} back`, phrases.notYet)))
  return story
    .finish(scene.worker, `${oneOf(`${scene.label} again`, phrases.again)}${scene.said.done}`)
    .verify()
    .rate()
}

const disputed: Tell = (story) => {
  const { pen, scene } = story
  story.take().finish(scene.worker).verify()
  story.add(
    does.dispute(
      pen.on(2, between(`${scene.label} dispute`, 520, 560)),
      oneOf(`${scene.label} why`, phrases.notSolved),
      2,
    ),
  )
  story.add(does.answer(pen.in(25), scene.worker, oneOf(`${scene.label} sorry`, phrases.sorry)))
  return story
    .finish(scene.worker, `${oneOf(`${scene.label} again`, phrases.again)}${scene.said.done}`)
    .verify()
    .rate(true)
}

/** So many working days after it was rated; by then the clock has asked. */
const ASKED = { '0106': 27, '0303': 27, '0201': 38, '0202': 38 } as Record<string, number>

const stillHolds: Tell = (story) => {
  const { pen, scene } = story
  story.take().finish(scene.worker).verify().rate(true)
  return story.add(does.confirm(pen.on(ASKED[scene.said.kind]!, between(`${scene.label} holds`, 540, 1100))))
}

const brokeAgain: Tell = (story) => {
  const { pen, scene } = story
  story.take().finish(scene.worker).verify().rate(true)
  const later = pen.on(ASKED[scene.said.kind]!, between(`${scene.label} dispute`, 520, 560))
  story.add(does.dispute(later, oneOf(`${scene.label} broke`, phrases.broke)))
  story.add(does.answer(pen.in(22), scene.worker, oneOf(`${scene.label} sorry`, phrases.sorry)))
  return story
    .finish(scene.worker, `${oneOf(`${scene.label} again`, phrases.again)}${scene.said.done}`)
    .verify()
    .rate(true)
}

/** Every third is taken up again by hand before the time is over. */
const paused: Tell = (story) => {
  const { pen, scene } = story
  const [reason, words] = scene.said.wait!
  const checker = scene.desk === scene.worker ? scene.head : scene.desk
  story.take().add(does.askPause(pen.on(1, 545), scene.worker, reason, words, 6), does.pause(pen.in(40), checker))
  // Taken up by hand before the time is over, or by the clock when it is.
  const early = dice(`${scene.label} early`) < 0.34
  if (early) story.add(does.resume(pen.on(3, 530), scene.worker))
  story.finish(scene.worker, scene.said.done, pen.on(early ? 2 : 8, between(`${scene.label} done`, 600, 690)))
  return story.verify().rate()
}

const extended: Tell = (story) => {
  const { pen, scene } = story
  const [reason, words] = scene.said.wait!
  const checker = scene.desk === scene.worker ? scene.head : scene.desk
  story.take().add(does.askMore(pen.on(2, 550), scene.worker, reason, words, 14), does.extend(pen.in(45), checker))
  story.finish(scene.worker, scene.said.done, pen.on(8, between(`${scene.label} done`, 600, 690)))
  return story.verify().rate()
}

/** What a rule hands on by itself needs no desk. */
const AT_ONCE = new Set(['0405', '0902'])

const dispatched: Tell = (story) => {
  const { said, label, staffed } = story.scene
  const key = said.agency!
  if (AT_ONCE.has(said.kind)) story.sign(clerkOf(key))
  else if (staffed && dice(`${label} first`) < 0.6) story.take().hand(key, oneOf(`${label} please`, phrases.please))
  else story.hand(key, oneOf(`${label} please`, phrases.please))
  if (!story.steps.some((step) => step.do === 'answer'))
    story.add(does.answer(story.pen.in(15), clerkOf(key), said.first))
  return story.finish(clerkOf(key)).verify().rate()
}

const transferred: Tell = (story) => {
  const { said } = story.scene
  const other: AgencyKey = said.agency === 'roads' ? 'cleaning' : 'roads'
  story.take().hand(other)
  const why = `看过现场，这件事由${nameOf(said.agency!)}办更快，已经打过电话。`
  story.add(does.transfer(story.pen.in(22), clerkOf(other), said.agency!, why)).sign(clerkOf(said.agency!))
  return story.finish(clerkOf(said.agency!)).verify().rate()
}

const SUBDISTRICT = ['zhengyuan', 'yuewenbo', 'anxiaoya', 'tenglihua']

const signedLate: Tell = (story) => {
  const { said, label, desk, head } = story.scene
  const { pen } = story
  const who = oneOf(`${label} who`, SUBDISTRICT)
  story.take().add(does.dispatch(pen.in(8), desk, said.agency!, oneOf(`${label} please`, phrases.please)))
  story.add(does.clockDoes(pen.in(122))).sign(who)
  story
    .add(does.transfer(pen.in(10), who, said.agency!, '已经和值班的人通了电话，请马上签收到场。'))
    .sign(clerkOf(said.agency!))
  return story
    .finish(clerkOf(said.agency!))
    .answerFor(oneOf(`${label} late`, phrases.lateAgency))
    .verify(head)
    .rate(true)
}

const handedBack = (story: Story, at: 0 | 1): Story => {
  const [key, why, basis] = story.scene.said.refusals![at]!
  story.add(does.dispatch(story.pen.in(9), story.scene.desk, key))
  return story.add(
    does.giveBack(story.pen.in(between(`${story.scene.label} back ${at}`, 14, 26)), clerkOf(key), why, basis),
  )
}

const returned: Tell = (story) => {
  const { said } = story.scene
  handedBack(story.take(), 0).hand(said.agency!, '前一家已说明不归他们，请到场。')
  return story.finish(clerkOf(said.agency!)).verify().rate()
}

const ruled: Tell = (story) => {
  const { said, label } = story.scene
  handedBack(handedBack(story.take(), 0), 1)
  const leader = oneOf(`${label} leader`, ['hemingyuan', 'fangjingqiu'])
  const ruling = `先由${nameOf(said.agency!)}到场修好，费用和归属另行商定；以后同类的事照此办。`
  story.add(does.rule(story.pen.in(14), leader, said.agency!, ruling, '街道办公会议定事项')).sign(clerkOf(said.agency!))
  return story.finish(clerkOf(said.agency!)).verify().rate()
}

/** The lead and his helpers at one table. */
function sitDown(story: Story, who: string, when: Step['when']): Story {
  const { said } = story.scene
  const { minutes, what } = said.meeting!
  const all = [said.agency!, ...said.helpers!]
  const decisions = what.map((one, at) => ({ what: one, owner: nameOf(all[at] ?? all[0]!) }))
  return story.add(does.meet(when, who, all.map(nameOf), minutes, ...decisions))
}

const raised: Tell = (story) => {
  const { said, label } = story.scene
  const { pen } = story
  const who = oneOf(`${label} who`, SUBDISTRICT)
  const leader = oneOf(`${label} leader`, ['hemingyuan', 'fangjingqiu'])
  const clerk = clerkOf(said.agency!)
  story.take().hand(said.agency!)
  story.add(does.raise(pen.in(20), clerk, '要几家一起办，一家挖一家等，请街道牵头。')).sign(who)
  story.add(does.raise(pen.in(15), who, '请领导定一个牵头的人，限期办完。', leader, [who, clerk])).sign(leader)
  sitDown(story, leader, pen.on(1, 565))
  story.add(does.note(pen.on(1, 620), clerk, '按会上定的分工做完了前一半，明天收尾。'))
  return story.finish(leader, said.done, pen.on(1, 640)).verify().rate()
}

const joint: Tell = (story) => {
  const { said, label } = story.scene
  const { pen } = story
  const clerk = clerkOf(said.agency!)
  story.take().hand(said.agency!, '三家一起到场，省得居民跑三趟。', [...said.helpers!])
  sitDown(story, clerk, pen.on(1, 570))
  for (const helper of said.helpers!)
    story.add(
      does.note(pen.in(between(`${label} ${helper}`, 20, 40)), clerkOf(helper), `${nameOf(helper)}这边的活做完了。`),
    )
  return story.finish(clerk, said.done, pen.on(1, 630)).verify().rate()
}

const declined: Tell = (story) => {
  const { said, desk } = story.scene
  return story.add(does.decline(story.pen.in(18), desk, said.reply, said.route!))
}

const settled: Tell = (story) => {
  const { said, label, desk } = story.scene
  return story.verify(desk, `${said.done}${oneOf(`${label} closing`, phrases.closing)}`)
}

const tells: Record<CourseName, Tell> = {
  ...{ onTheSpot: settled, atCounter: settled, inLegalRoom: settled, plain, heard: plain, sentBack, disputed },
  ...{ takenLate, finishedLate, stillHolds, brokeAgain, paused, extended, dispatched, transferred, signedLate },
  ...{ returned, ruled, raised, joint, declined },
}

/** The steps after the report. */
export const tell = (course: CourseName, scene: Scene): Step[] => tells[course](new Story(scene)).steps
