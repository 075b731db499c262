// All pages for residents, and what they load: made here, from operations, without a build and without needing a script.
import type { Page } from '#kernel/page.ts'
import { reportScript, residentMark, residentScript, residentStyle, storyScript } from './assets.ts'
import { demoPhonePage } from './demo/phone.ts'
import { codePage, homePage } from './home/home.ts'
import { elsewherePage } from './place/elsewhere.ts'
import { scanPage } from './place/scan.ts'
import { sendPage, whatPage, whoPage } from './report/pages.ts'
import { roomsPage } from './rooms/list.ts'
import { roomPage } from './rooms/room.ts'
import { forgetPage, ratePage, withdrawPage } from './story/acts.ts'
import { minePage } from './story/mine.ts'
import { storyPage } from './story/page.ts'
import { lettersPage, remembersLanguage } from './switches.ts'

export const residentPages: readonly Page[] = [
  homePage,
  codePage,
  scanPage,
  elsewherePage,
  roomsPage,
  roomPage,
  whatPage,
  whoPage,
  sendPage,
  storyPage,
  ratePage,
  withdrawPage,
  forgetPage,
  minePage,
  demoPhonePage,
  lettersPage,
  residentStyle.page,
  residentScript.page,
  reportScript.page,
  storyScript.page,
  residentMark.page,
].map(remembersLanguage)
