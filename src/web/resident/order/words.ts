// Words of the menu of services.
export const orderWords = {
  first: { zh: '第 1 步', en: 'Step 1' },
  title: { zh: '点一项服务', en: 'Order a service' },
  within: { zh: '接单后 {limit}内', en: 'Within {limit}' },
  none: {
    zh: '街道还没有列出可以点的服务。坏了、堵了、需要帮忙，都可以直接报告。',
    en: 'The subdistrict has not listed any services yet. Whatever is broken, blocked or needs a hand can be reported.',
  },
  report: { zh: '不在里面？报告一件事', en: 'Not among them? Report something' },
  foot: {
    zh: '不用注册，不用下载。要收费的，上门前先跟您说清楚。',
    en: 'No account, no app. If something costs money, you are told before anybody comes.',
  },
} as const
