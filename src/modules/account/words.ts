// What the account module calls its roles, and what it says when something cannot be done.
import type { Role } from '#kernel/access.ts'
import { problems } from '#kernel/problem.ts'
import type { Text } from '#kernel/words.ts'

export const roleWords: Record<Role, Text> = {
  resident: { zh: '居民', en: 'Resident' },
  reporter: { zh: '报告人', en: 'Reporter' },
  grid_worker: { zh: '网格员', en: 'Grid worker' },
  building_head: { zh: '楼栋长', en: 'Building head' },
  volunteer: { zh: '志愿者', en: 'Volunteer' },
  patrol_member: { zh: '巡逻队员', en: 'Patrol member' },
  community_staff: { zh: '社区工作人员', en: 'Community staff' },
  community_head: { zh: '社区书记', en: 'Community head' },
  subdistrict_staff: { zh: '街道值班员', en: 'Subdistrict duty desk' },
  subdistrict_leader: { zh: '街道领导', en: 'Subdistrict leader' },
  department_clerk: { zh: '部门办事员', en: 'Department clerk' },
  mediator: { zh: '调解员', en: 'Mediator' },
  lawyer: { zh: '律师', en: 'Lawyer' },
  expert: { zh: '专家', en: 'Expert' },
  district_staff: { zh: '区级工作人员', en: 'District staff' },
  district_leader: { zh: '区级领导', en: 'District leader' },
  privacy_officer: { zh: '个人信息保护负责人', en: 'Privacy officer' },
  system_admin: { zh: '系统管理员', en: 'System administrator' },
  security_admin: { zh: '安全管理员', en: 'Security administrator' },
  audit_admin: { zh: '审计管理员', en: 'Audit administrator' },
  machine: { zh: '系统', en: 'Linli itself' },
}

/** What a module is about, as people who choose what a program may do read it. */
export const moduleWords = {
  area: { zh: '区域：街道、社区、网格、楼栋', en: 'Areas: subdistricts, communities, grids, buildings' },
  agency: { zh: '责任单位', en: 'Agencies' },
  account: { zh: '账号和岗位', en: 'Accounts and posts' },
  place: { zh: '场所和门牌码', en: 'Places and door codes' },
  calendar: { zh: '工作日和工作时间', en: 'Working days and hours' },
  duty: { zh: '责任链、队伍和排班', en: 'Duties, teams and rosters' },
  register: { zh: '人口房屋台账', en: 'Registers of people and homes' },
  room: { zh: '阵地驿站和手段台账', en: 'Rooms, stations and means' },
  matter: { zh: '事项', en: 'Matters' },
  finding: { zh: '查找', en: 'Finding' },
  committee: { zh: '调委会和调解员', en: 'Mediation committees and mediators' },
  mediation: { zh: '调解案卷', en: 'Mediation files' },
  counsel: { zh: '法律服务', en: 'Law at the doorstep' },
  study: { zh: '矛盾纠纷研判', en: 'Study of disputes' },
  kin: { zh: '亲属回避', en: 'Avoidance by kinship' },
  notice: { zh: '消息', en: 'Notices' },
  open311: { zh: '外部系统（Open311）', en: 'Other systems (Open311)' },
  callback: { zh: '回调', en: 'Callbacks' },
  retention: { zh: '留存与销毁', en: 'Retention' },
  upkeep: { zh: '备份和维护', en: 'Backups and upkeep' },
} as const satisfies Readonly<Record<string, Text>>

export const accountProblems = problems('account', {
  noAgency: {
    kind: 'invalid',
    zh: '只有部门经办人在责任单位里任职。',
    en: 'Only a department’s clerk works for an agency.',
  },
  wrongSignIn: {
    kind: 'unknown',
    zh: '登录名或密码不对，或者账号不能用。',
    en: 'Wrong name or password, or the account cannot be used.',
  },
  codeNeeded: {
    kind: 'unknown',
    zh: '请输入动态口令上的 6 位数字。',
    en: 'Please enter the 6 digits of your authenticator.',
  },
  wrongCode: {
    kind: 'unknown',
    zh: '动态口令不对，或者已经用过。请等下一组数字。',
    en: 'Wrong or used code. Please wait for the next digits.',
  },
  locked: { kind: 'tooMany', zh: '输错太多次，账号锁到 {until}。', en: 'Too many wrong tries; locked until {until}.' },
  loginTaken: { kind: 'conflict', zh: '登录名“{login}”已经有人用。', en: 'The login “{login}” is taken.' },
  invitationOver: {
    kind: 'invalid',
    zh: '邀请已经用过或过期。请管理员重新邀请。',
    en: 'This invitation was used or is over. Please ask for a new one.',
  },
  oneAdminOnly: {
    kind: 'conflict',
    zh: '系统、安全、审计三种管理员互相制约，一个账号只能担任一种，也不能兼业务岗位。',
    en: 'System, security and audit administrators check each other: one account holds one of them and no other post.',
  },
  notSelf: { kind: 'forbidden', zh: '不能给自己任命或解除岗位。', en: 'Nobody gives or ends his own posts.' },
  samePassword: {
    kind: 'invalid',
    zh: '新密码不能和旧密码一样。',
    en: 'The new password must differ from the old one.',
  },
  usualPassword: {
    kind: 'invalid',
    zh: '这个密码太常见，猜密码的人会先试它。请换一句只有您想得到的话。',
    en: 'This password is too usual: guessers try it first. Please take a sentence that only you would think of.',
  },
  postOver: { kind: 'conflict', zh: '这个岗位已经结束。', en: 'This post has ended.' },
})
