// The words of the roster.
const s = (zh: string, en: string) => ({ zh, en })

export const rosterWords = {
  file: s('人民调解组织名册', 'mediation-roster'),
  committees: s('调委会', 'Committees'),
  mediators: s('调解员', 'Mediators'),
  note: s(
    '人民调解委员会和人民调解员名册，{day}。依人民调解法第十条通报基层人民法院。',
    'Mediation committees and mediators on {day}, told to the basic court (People’s Mediation Law, article 10).',
  ),
  head: s('主任', 'Head'),
  member: s('调解员', 'Mediator'),
  committeeHeads: [
    s('名称', 'Name'),
    s('种类', 'Kind'),
    s('区域', 'Area'),
    s('案号字', 'File word'),
    s('主任', 'Head'),
    s('人数', 'Persons'),
    s('任期', 'Term'),
    s('电话', 'Phone'),
  ],
  mediatorHeads: [
    s('调委会', 'Committee'),
    s('姓名', 'Name'),
    s('职务', 'Seat'),
    s('专兼职', 'Mode'),
    s('产生方式', 'How'),
    s('证号', 'Certificate'),
    s('任期', 'Term'),
    s('专长', 'Versed in'),
  ],
} as const
