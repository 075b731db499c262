// Why a matter waits, and where it is at home when it is not for the subdistrict: told to its reporter.
import type { PAUSES, ROUTES } from '#modules/matter/lifecycle.ts'

type Both = { readonly zh: string; readonly en: string }

/** As the beginning of a sentence. */
export const pauseWords: Readonly<Record<(typeof PAUSES)[number], Both>> = {
  weather: { zh: '天气不行，现在不能施工', en: 'The weather does not allow it' },
  season: { zh: '要等合适的季节才能做', en: 'It has to wait for the season' },
  law: { zh: '要等法定的程序走完', en: 'A legal procedure has to run its course' },
  parts: { zh: '在等配件、材料到货', en: 'Parts or materials are on their way' },
  reporter: { zh: '在等您这边方便', en: 'It waits until it suits you' },
  money: { zh: '在等经费批下来', en: 'It waits for the money to be granted' },
  mediation: { zh: '调委会正在调解', en: 'It is being mediated' },
}

/** What it is, in words; what one does there. The time for review: Administrative Reconsideration Law, article 20. */
export const routeWords: Readonly<Record<(typeof ROUTES)[number], { readonly name: Both; readonly how: Both }>> = {
  police: {
    name: { zh: '公安机关', en: 'the police' },
    how: {
      zh: '治安和违法犯罪由公安管。打 110，或者到派出所报案，会给您回执。',
      en: 'Public order and crime are for the police. Call 110 or report it at the police station; you get a receipt.',
    },
  },
  court: {
    name: { zh: '人民法院', en: 'the court' },
    how: {
      zh: '这类争议由法院审理，到法院立案窗口或者网上立案。怎么写、要什么材料，社区法律工作室可以先帮您看。',
      en: 'Such a dispute is for a court: file it at its window or online. The community’s legal room can look at your papers first.',
    },
  },
  petition: {
    name: { zh: '信访渠道', en: 'the petition office' },
    how: {
      zh: '可以到信访接待场所，也可以写信、网上反映。受理后会书面告诉您由谁办、何时答复。',
      en: 'Go to the petition office, write, or use its site. You are told in writing who deals with it and by when.',
    },
  },
  arbitration: {
    name: { zh: '仲裁机构', en: 'arbitration' },
    how: {
      zh: '工资、解除劳动合同等，向劳动人事争议仲裁委员会申请；合同里写明仲裁的，向约定的仲裁委员会申请。',
      en: 'For wages or dismissal, apply to the labour arbitration commission; where a contract names another one, to that.',
    },
  },
  administrative: {
    name: { zh: '行政复议', en: 'administrative review' },
    how: {
      zh: '对行政机关的决定不服，可以在知道后六十日内申请行政复议，由复议机关重新审查。',
      en: 'Against a decision of an authority you can apply for review within sixty days of learning of it.',
    },
  },
  private: {
    name: { zh: '双方协商或者调解', en: 'the other party, or mediation' },
    how: {
      zh: '这是您和对方之间的约定，先和对方谈；谈不拢，可以请社区人民调解，不收费。',
      en: 'This is between you and the other party. Talk first; if that fails, the community mediates free of charge.',
    },
  },
  other: {
    name: { zh: '别的部门', en: 'another body' },
    how: { zh: '找谁、怎么找，上面写了。', en: 'Whom to ask, and how, is written above.' },
  },
}
