// All pages for residents, and what they load: made here, from operations, without a build and without needing a script.
import type { Page } from '#kernel/http/page.ts'
import {
  nearScript,
  reportScript,
  residentMark,
  residentScript,
  residentStyle,
  storyScript,
  sumScript,
  voiceScript,
} from './assets.ts'
import { demoPhonePage } from './demo/phone.ts'
import { codePage, homePage } from './home/home.ts'
import { bookingPage, bookPage, dropBookingPage, sendBookingPage } from './law/booking.ts'
import { lawPage } from './law/page.ts'
import { queuePage, takeNumberPage } from './law/queue.ts'
import { askMediationPage, sendMediationPage } from './mediation/apply.ts'
import { partyActs, partyPage } from './mediation/own-page.ts'
import { askCorrectionPage, openByPhonePage, minePage as ownPage } from './mine/page.ts'
import { askCodePage, waysFormPage } from './mine/ways.ts'
import { menuPage } from './order/menu.ts'
import { elsewherePage } from './place/elsewhere.ts'
import { scanPage } from './place/scan.ts'
import { promisesPage } from './promises/page.ts'
import { applyPage, sendApplicationPage } from './recruiting/apply.ts'
import { applicationPage, mediatorsPage, withdrawApplicationPage } from './recruiting/page.ts'
import { nearPage } from './report/near.ts'
import { sendPage, whatPage, whoPage } from './report/pages.ts'
import { roomsPage } from './rooms/list.ts'
import { roomPage } from './rooms/room.ts'
import { effectPage, forgetPage, ratePage, withdrawPage } from './story/acts.ts'
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
  lawPage,
  bookPage,
  sendBookingPage,
  bookingPage,
  dropBookingPage,
  queuePage,
  takeNumberPage,
  mediatorsPage,
  applyPage,
  sendApplicationPage,
  applicationPage,
  withdrawApplicationPage,
  askMediationPage,
  sendMediationPage,
  partyPage,
  ...partyActs,
  menuPage,
  whatPage,
  nearPage,
  whoPage,
  sendPage,
  storyPage,
  ratePage,
  effectPage,
  withdrawPage,
  forgetPage,
  minePage,
  waysFormPage,
  askCodePage,
  openByPhonePage,
  ownPage,
  askCorrectionPage,
  promisesPage,
  demoPhonePage,
  lettersPage,
  residentStyle.page,
  residentScript.page,
  reportScript.page,
  nearScript.page,
  voiceScript.page,
  sumScript.page,
  storyScript.page,
  residentMark.page,
].map(remembersLanguage)
