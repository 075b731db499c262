// The words of taking photos and of recording.
import type { Words } from '#web/lang.ts'

export const photoWords = {
  take: { zh: '拍照', en: 'Take photo' },
  choose: { zh: '从相册选', en: 'From album' },
  remove: { zh: '去掉第 {at} 张', en: 'Remove photo {at}' },
  before: { zh: '办之前', en: 'Before' },
  after: { zh: '办之后', en: 'After' },
  alt: { zh: '第 {at} 张，刚拍的', en: 'Photo {at}, just taken' },
  working: { zh: '正在把照片变小', en: 'Making the photo smaller' },
  unreadable: {
    zh: '这张照片手机打不开（可能是 HEIC）。请直接拍一张，或把相机格式改为“兼容性最佳”。',
    en: 'This photo cannot be opened (perhaps HEIC). Take one here, or set the camera to “Most compatible”.',
  },
  most: { zh: '最多 9 张。', en: '9 at most.' },
} satisfies Words

export const voiceWords = {
  start: { zh: '按一下，开始说', en: 'Tap and speak' },
  again: { zh: '再说一段', en: 'Say more' },
  stop: { zh: '说完了，停（{time}）', en: 'Tap when done ({time})' },
  name: { zh: '语音 {at}', en: 'Recording {at}' },
  remove: { zh: '去掉语音 {at}', en: 'Remove recording {at}' },
  denied: {
    zh: '手机没有让这一页用话筒。请在手机设置里允许，或者打字。',
    en: 'The phone did not let this page use the microphone. Allow it in the settings, or type.',
  },
} satisfies Words
