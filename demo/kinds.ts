// The demo's kinds of matters (事项类别) with their families, and the words after which emergency numbers stand first.
import { emergencyKinds } from './kinds/emergencies.ts'
import { fixtureKinds } from './kinds/fixtures.ts'
import { hazardKinds } from './kinds/hazards.ts'
import type { Bilingual, Kind } from './kinds/kind.ts'
import { peopleKinds } from './kinds/people.ts'
import { streetKinds } from './kinds/streets.ts'

/** All kinds in the order of their codes. */
export const kinds: readonly Kind[] = [
  ...hazardKinds,
  ...emergencyKinds,
  ...streetKinds,
  ...fixtureKinds,
  ...peopleKinds,
].sort((a, b) => a.code.localeCompare(b.code))

/** The families that kinds are grouped under, by the first two digits. */
export const families: readonly ({ code: string } & Bilingual)[] = [
  { code: '01', zh: '公共安全隐患', en: 'Safety hazards' },
  { code: '02', zh: '矛盾纠纷', en: 'Disputes' },
  { code: '03', zh: '环境卫生与市容', en: 'Cleanliness and street order' },
  { code: '04', zh: '公共设施', en: 'Public fixtures' },
  { code: '05', zh: '物业服务', en: 'Property services' },
  { code: '06', zh: '民生求助', en: 'Help for people' },
  { code: '07', zh: '治安防范', en: 'Order and prevention' },
  { code: '08', zh: '咨询与代办', en: 'Questions and errands' },
  { code: '09', zh: '应急事件', en: 'Emergencies' },
  { code: '10', zh: '议事提案', en: 'Proposals' },
  { code: '99', zh: '其他', en: 'Other' },
]

/** `{word}` in the sentence is the word that was found; a word inside one of `except` does not count. */
export type EmergencyWords = Bilingual & { words: string[]; except?: string[]; call: '119' | '120' | '110' }

// The first rows win: what can kill within minutes stands above what can wait for a second sentence.
export const emergencyWords: readonly EmergencyWords[] = [
  {
    words: [
      '燃气味',
      '煤气味',
      '天然气味',
      '液化气味',
      '漏气',
      '燃气泄漏',
      '煤气泄漏',
      'gas leak',
      'smell of gas',
      'gas smell',
    ],
    except: ['轮胎漏气', '车胎漏气', '气球漏气', 'tyre'],
    call: '119',
    zh: '您写了“{word}”。不要开关电器，关阀、开窗、到外面去，再打 119。',
    en: 'You wrote “{word}”. Touch no switches; close the valve, open the windows, go outside, then call 119.',
  },
  {
    words: ['煤气中毒', '一氧化碳', 'carbon monoxide'],
    call: '120',
    zh: '您写了“{word}”。先把人移到通风的地方，再打 120。',
    en: 'You wrote “{word}”. Get everyone into fresh air first, then call 120.',
  },
  {
    words: ['着火', '起火', '失火', '着起来', '火苗', '爆炸', 'on fire', 'caught fire', 'flames', 'explosion'],
    except: ['打不着火', '点不着火', '打着火', '已经灭', '灶着火'],
    call: '119',
    zh: '您写了“{word}”。人先离开，不坐电梯，再打 119。',
    en: 'You wrote “{word}”. Leave first, not by lift, then call 119.',
  },
  {
    words: ['冒烟', '浓烟', '焦味', '糊味', '烧焦', 'smoke', 'burning smell'],
    except: ['冒油烟', '烧糊的饭', 'smoke detector', 'smoke alarm test'],
    call: '119',
    zh: '您写了“{word}”。如果现在还在冒，先离开，再打 119。',
    en: 'You wrote “{word}”. If it is still going on, leave first, then call 119.',
  },
  {
    words: ['困在电梯', '电梯困人', '关在电梯', '被困', 'stuck in the lift', 'trapped'],
    call: '119',
    zh: '您写了“{word}”。请被困的人按电梯里的报警钮、不要扒门；没人答应，打 119。',
    en: 'You wrote “{word}”. Press the alarm inside and do not force the door; if nobody answers, call 119.',
  },
  {
    words: ['触电', '电着了', '被电', 'electric shock', 'electrocuted'],
    except: ['防触电', '怕触电', '被电动', '被电瓶', '被电话'],
    call: '120',
    zh: '您写了“{word}”。先拉闸，别直接碰人，再打 120。',
    en: 'You wrote “{word}”. Cut the power, do not touch the person, then call 120.',
  },
  {
    words: ['晕倒', '昏倒', '昏迷', '不省人事', '没有呼吸', '叫不醒', 'unconscious', 'fainted', 'not breathing'],
    call: '120',
    zh: '您写了“{word}”。现在就打 120，照电话里说的做，有人留在身边。',
    en: 'You wrote “{word}”. Call 120 now, do as they say, and stay with the person.',
  },
  {
    words: [
      '胸口疼',
      '胸痛',
      '抽搐',
      '大出血',
      '流血不止',
      '摔倒起不来',
      '摔伤',
      'chest pain',
      'bleeding badly',
      'seizure',
    ],
    call: '120',
    zh: '您写了“{word}”。先打 120，别急着扶起来；接着告诉我们，网格员会去接应救护车。',
    en: 'You wrote “{word}”. Call 120 first and do not lift the person; then tell us, and we will guide the ambulance.',
  },
  {
    words: ['不想活', '轻生', '跳楼', '割腕', '自杀', 'suicide', 'kill myself'],
    call: '110',
    zh: '您写了“{word}”。请现在就打 110，也可以打心理援助热线 12356；如果身边有人，别让他一个人待着。',
    en: 'You wrote “{word}”. Please call 110 now, or the support line 12356; let nobody in danger be alone.',
  },
  {
    words: ['持刀', '拿刀', '动刀', '砍人', '捅人', 'knife', 'stabbed'],
    except: ['拿刀来磨', '拿刀磨', 'knife sharpening'],
    call: '110',
    zh: '您写了“{word}”。先躲到能锁门的地方，再打 110，不要上前。',
    en: 'You wrote “{word}”. Get behind a door that locks, then call 110. Do not go near.',
  },
  {
    words: ['打架', '打人', '打起来', '动手打', '抢劫', 'fighting', 'beaten', 'robbed'],
    except: ['fire fighting', 'firefighting'],
    call: '110',
    zh: '您写了“{word}”。如果还在打，离远一点，打 110。',
    en: 'You wrote “{word}”. If it is still going on, keep away and call 110.',
  },
  {
    words: ['家暴', '打老婆', '打孩子', '不敢回家', 'domestic violence'],
    call: '110',
    zh: '您写了“{word}”。有危险就打 110。这里写的只有办这件事的人能看到。',
    en: 'You wrote “{word}”. If there is danger, call 110. Only those who handle this will read what you write here.',
  },
  {
    words: ['孩子不见', '走失', '走丢', '老人不见', 'missing child', 'child is missing'],
    call: '110',
    zh: '您写了“{word}”。现在就打 110，不用等。说清穿什么、在哪里最后见到。',
    en: 'You wrote “{word}”. Call 110 now, there is no need to wait. Say what they wore and where they were last seen.',
  },
  {
    words: ['入室', '撬门', '撬锁', '小偷', 'burglar', 'break-in'],
    call: '110',
    zh: '您写了“{word}”。人可能还在，先别进门，打 110。',
    en: 'You wrote “{word}”. Someone may still be there; do not go in, call 110.',
  },
]
