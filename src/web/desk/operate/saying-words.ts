// What is said of each part of the system, and what to do when it is not well. Whoever keeps a server reads this at night.
import type { PartState, Says } from '#modules/upkeep/contract.ts'
import type { Words } from '#web/lang.ts'

export const partNames = {
  database: { zh: '数据库', en: 'Database' },
  pool: { zh: '数据库连接', en: 'Connections' },
  migrations: { zh: '数据库结构', en: 'Schema' },
  clock: { zh: '时钟', en: 'Clock' },
  work: { zh: '后台工作', en: 'Work behind the pages' },
  sealing: { zh: '日志封印', en: 'Sealing the journal' },
  jobs: { zh: '后台任务', en: 'Jobs' },
  notices: { zh: '消息派发', en: 'Telling people' },
  sms: { zh: '短信', en: 'SMS' },
  email: { zh: '邮件', en: 'E-mail' },
  files: { zh: '照片存放', en: 'Photos' },
  disk: { zh: '磁盘', en: 'Disk' },
  backup: { zh: '备份', en: 'Backup' },
  proof: { zh: '恢复演练', en: 'Proof of a backup' },
  requests: { zh: '请求', en: 'Requests' },
  isolation: { zh: '隔离', en: 'Isolation' },
} satisfies Record<PartState['part'], Words[string]>

export const sayings = {
  'database.good': { zh: '正常，一问一答 {ms} 毫秒', en: 'answers within {ms} ms' },
  'database.slow': { zh: '回答慢：一问一答 {ms} 毫秒', en: 'slow: an answer takes {ms} ms' },
  'pool.good': { zh: '{most} 条里用着 {count} 条', en: '{count} of {most} in use' },
  'pool.full': { zh: '{most} 条都用着，还有请求在等', en: 'all {most} in use, and requests wait' },
  'migrations.good': { zh: '最新（{names}）', en: 'up to date ({names})' },
  'migrations.other': { zh: '和这个版本不一致：{names}', en: 'not as this version has it: {names}' },
  'clock.good': { zh: '和数据库一致', en: 'agrees with the database' },
  'clock.differs': {
    zh: '本机和数据库差 {seconds} 秒；时限按数据库的算，没有受影响',
    en: 'this machine and the database are {seconds} s apart; deadlines go by the database and are not touched',
  },
  'clock.unsettled': {
    zh: '数据库的时钟刚跳过，五分钟内不按时间自动办事',
    en: 'the database’s clock has just jumped; for five minutes nothing is done by time alone',
  },
  'work.good': { zh: '由本进程做，都在转', en: 'done by this process, all of it going' },
  'work.elsewhere': { zh: '由另一个进程做', en: 'done by another process' },
  'work.stuck': { zh: '{names} 已经 {seconds} 没有做成', en: '{names}: nothing done for {seconds}' },
  'work.failing': { zh: '{names} 最近一次失败了', en: '{names}: the last try failed' },
  'sealing.good': { zh: '正常，不到几秒就封上', en: 'sealed within seconds' },
  'sealing.late': {
    zh: '{count} 行日志还没封，最早的等了 {seconds}',
    en: '{count} rows are not sealed, the oldest for {seconds}',
  },
  'sealing.stopped': { zh: '{seconds} 没有封过', en: 'nothing sealed for {seconds}' },
  'jobs.good': { zh: '正常，{count} 个在等或在做', en: 'going; {count} waiting or being done' },
  'jobs.late': {
    zh: '{count} 个在等，最早的该在 {seconds} 前做',
    en: '{count} wait, the oldest was due {seconds} ago',
  },
  'jobs.failed': { zh: '一天内有 {count} 个试过六次都没做成', en: '{count} failed for good within a day' },
  'jobs.retrying': { zh: '{count} 个没做成，正在再试', en: '{count} failed and are being tried again' },
  'notices.good': { zh: '正常，都及时派发', en: 'everybody is told at once' },
  'notices.late': {
    zh: '{count} 件还没有告诉该知道的人，最早的等了 {seconds}',
    en: '{count} moves nobody was told of, the oldest for {seconds}',
  },
  'sms.good': { zh: '正常，{count} 条在等', en: 'going; {count} waiting' },
  'sms.demo': { zh: '没有接网关，发到演示手机', en: 'no gateway: they go to the demo phone' },
  'sms.none': { zh: '没有接网关，短信都发不出去', en: 'no gateway: no SMS leaves' },
  'sms.late': { zh: '{count} 条该发没发，最早的晚了 {seconds}', en: '{count} are late, the oldest by {seconds}' },
  'sms.failing': { zh: '{count} 条没发出去，正在再试', en: '{count} did not leave and are tried again' },
  'sms.givenUp': { zh: '一天内有 {count} 条放弃了', en: '{count} were given up within a day' },
  'email.good': { zh: '正常，{count} 封在等', en: 'going; {count} waiting' },
  'email.demo': { zh: '没有接邮件服务器，发到演示手机', en: 'no mail server: letters go to the demo phone' },
  'email.none': { zh: '没有接邮件服务器，邮件都发不出去', en: 'no mail server: no letter leaves' },
  'email.late': { zh: '{count} 封该发没发，最早的晚了 {seconds}', en: '{count} are late, the oldest by {seconds}' },
  'email.failing': { zh: '{count} 封没发出去，正在再试', en: '{count} did not leave and are tried again' },
  'email.givenUp': { zh: '一天内有 {count} 封放弃了', en: '{count} were given up within a day' },
  'files.good': { zh: '可以写入', en: 'can be written' },
  'files.unwritable': { zh: '写不进去，带照片的报告收不下', en: 'cannot be written: reports with photos are refused' },
  'disk.good': { zh: '{names}：还剩 {free}，共 {bytes}', en: '{names}: {free} of {bytes} free' },
  'disk.low': { zh: '{names}：只剩 {free}，共 {bytes}', en: '{names}: only {free} of {bytes} free' },
  'disk.full': { zh: '{names}：快满了，只剩 {free}', en: '{names}: nearly full, {free} free' },
  'disk.missing': { zh: '{names}：文件夹不在', en: '{names}: the folder is not there' },
  'backup.good': { zh: '{at} 做的，{bytes}', en: 'taken {at}, {bytes}' },
  'backup.none': { zh: '没有设每日备份，也没有做过', en: 'no daily backup is set, and none was ever taken' },
  'backup.never': { zh: '设了每日备份，还没有做过', en: 'a daily backup is set; none has been taken yet' },
  'backup.old': { zh: '最近一次是 {at}，已经 {seconds}', en: 'the newest is of {at}, {seconds} old' },
  'backup.failed': { zh: '{at} 那次没有做成', en: 'the one of {at} did not succeed' },
  'proof.good': { zh: '{at} 恢复过一份，完全一致', en: 'one was restored {at} and found equal' },
  'proof.never': { zh: '还没有演练过', en: 'none has been restored on trial yet' },
  'proof.old': { zh: '最近一次演练是 {at}', en: 'the last was restored on trial {at}' },
  'requests.good': { zh: '启动以来 {most} 次，没有意外', en: '{most} since the start, no fault' },
  'requests.faults': { zh: '启动以来 {most} 次，出过 {count} 次意外', en: '{count} faults in {most} since the start' },
  'isolation.on': { zh: '从备份恢复的系统，什么都不往外发', en: 'restored from a backup: nothing leaves' },
} satisfies Record<Says, Words[string]>

/** What to do. A saying without one needs nothing. */
export const advice = {
  'database.slow': {
    zh: '看看服务器的负载和磁盘。备份、导入正在跑的时候慢一点是正常的。',
    en: 'Look at the load and the disk of the machine. While a backup or an import runs, some slowness is normal.',
  },
  'pool.full': {
    zh: '过一分钟再看。一直这样，就看下面哪个操作最慢，再看数据库的负载。',
    en: 'Look again in a minute. If it stays, see below which operation is slow, then the load of the database.',
  },
  'migrations.other': {
    zh: '有人用别的版本升级了数据库。把这台服务器换成同一个版本，重启。',
    en: 'Another version has changed the database. Put the same version on this machine and restart.',
  },
  'clock.differs': {
    zh: '在服务器上打开网络校时（timedatectl set-ntp true）。',
    en: 'Turn on network time on this machine (timedatectl set-ntp true).',
  },
  'clock.unsettled': {
    zh: '核对数据库所在机器的时间。对的话等五分钟；不对就校回来，什么都没有误办。',
    en: 'Check the time of the database’s machine. If it is right, wait five minutes; if not, set it right: nothing was done wrongly.',
  },
  'work.stuck': {
    zh: '重启邻里（systemctl restart linli）。还这样，把运行记录里最近的 fault 行交给维护的人。',
    en: 'Restart Linli (systemctl restart linli). If it comes back, give the last fault lines of the log to whoever maintains it.',
  },
  'work.failing': {
    zh: '会自己再试。一直不好，看运行记录：journalctl -u linli | grep fault。',
    en: 'It is tried again by itself. If it stays, see the log: journalctl -u linli | grep fault.',
  },
  'sealing.late': {
    zh: '封印停了，历史暂时没有保护。重启邻里；封印文件所在的盘满了就腾地方。',
    en: 'History is not protected meanwhile. Restart Linli; if the disk of the seals’ file is full, make room.',
  },
  'sealing.stopped': {
    zh: '封印停了，历史暂时没有保护。重启邻里；封印文件所在的盘满了就腾地方。',
    en: 'History is not protected meanwhile. Restart Linli; if the disk of the seals’ file is full, make room.',
  },
  'jobs.late': {
    zh: '没有进程在做后台工作。看 linli 服务是不是只开了 serve --no-work，或者 work 停了。',
    en: 'No process does the work. Is only serve --no-work running, or has work stopped?',
  },
  'jobs.failed': {
    zh: '看运行记录里的 fault 行，里面有是哪个任务、错在哪一行。修好后会随下一次变更重做。',
    en: 'The fault lines of the log name the job and the line. Once mended, the next change does it again.',
  },
  'jobs.retrying': { zh: '不用做什么，过几分钟再看。', en: 'Nothing to do; look again in a few minutes.' },
  'notices.late': {
    zh: '网格员可能没有收到新的事。先打电话给值班员，再重启邻里。',
    en: 'Grid workers may not know of new matters. Call the duty desk first, then restart Linli.',
  },
  'sms.none': { zh: '设置 SMS_URL 和 SMS_KEY，重启。', en: 'Set SMS_URL and SMS_KEY, and restart.' },
  'sms.late': {
    zh: '看后台工作是不是停了；没停，就问短信网关。',
    en: 'Has the work behind the pages stopped? If not, ask the gateway.',
  },
  'sms.failing': {
    zh: '多半是网关那边的事，会自己再试一天。在“发件箱”里看是什么原因。',
    en: 'Most likely the gateway’s side; it is tried for a day. The outbox says why.',
  },
  'sms.givenUp': {
    zh: '在“发件箱”里看原因，修好以后逐条重发。',
    en: 'The outbox says why; once mended, send them again there.',
  },
  'email.none': { zh: '设置 SMTP_URL 和 SMTP_FROM，重启。', en: 'Set SMTP_URL and SMTP_FROM, and restart.' },
  'email.late': {
    zh: '看后台工作是不是停了；没停，就问邮件服务器。',
    en: 'Has the work behind the pages stopped? If not, ask the mail server.',
  },
  'email.failing': {
    zh: '多半是邮件服务器那边的事，会自己再试一天。在“发件箱”里看是什么原因。',
    en: 'Most likely the mail server’s side; it is tried for a day. The outbox says why.',
  },
  'email.givenUp': {
    zh: '在“发件箱”里看原因，修好以后逐条重发。',
    en: 'The outbox says why; once mended, send them again there.',
  },
  'files.unwritable': {
    zh: '看 FILES_DIR 的盘在不在、满没满、是不是属于运行邻里的用户。',
    en: 'Is the disk of FILES_DIR there, has it room, does it belong to the user Linli runs as?',
  },
  'disk.low': {
    zh: '这几天就安排扩容，或者清理这个盘上别的东西。',
    en: 'Plan for a larger disk this week, or clear other things off it.',
  },
  'disk.full': {
    zh: '马上腾地方：剩不到 48 MB 就不再接收新的内容。先移走旧备份，不要动邻里的数据文件夹。',
    en: 'Make room now: with less than 48 MB left nothing more is taken in. Move old backups away first; leave Linli’s data folder alone.',
  },
  'disk.missing': {
    zh: '这个盘可能没有挂上。挂上以后这里会自己变好。',
    en: 'Its disk may not be mounted. Once it is, this line turns by itself.',
  },
  'backup.none': {
    zh: '设置 LINLI_BACKUP_DIR，指到另一个盘，重启。没有备份，坏一次盘就什么都没有了。',
    en: 'Set LINLI_BACKUP_DIR to another disk and restart. Without a backup one broken disk loses everything.',
  },
  'backup.never': {
    zh: '等到今晚，或者现在运行 bin/linli backup。',
    en: 'Wait for tonight, or run bin/linli backup now.',
  },
  'backup.old': {
    zh: '运行 bin/linli backup，看它说什么；再看后台工作是不是停了。',
    en: 'Run bin/linli backup and see what it says; then whether the work behind the pages has stopped.',
  },
  'backup.failed': {
    zh: '运行 bin/linli backup，看它说什么。多半是备份盘满了或者没挂上。',
    en: 'Run bin/linli backup and see what it says. Most often the backup disk is full or not mounted.',
  },
  'proof.never': {
    zh: '运行 bin/linli restore --prove 备份文件夹。没有恢复过的备份不算备份。',
    en: 'Run bin/linli restore --prove FOLDER. A backup that was never restored is none.',
  },
  'proof.old': {
    zh: '每季度一次：bin/linli restore --prove 备份文件夹。',
    en: 'Once a quarter: bin/linli restore --prove FOLDER.',
  },
  'requests.faults': {
    zh: '运行记录里每次意外一行，有编号和错在哪一行；报障的人手里是同一个编号。',
    en: 'The log has a line for each, with its number and place; whoever met it holds the same number.',
  },
  'isolation.on': {
    zh: '核对无误、原系统确已停用后，运行 bin/linli restore --release。',
    en: 'When all is right and the old system is off: bin/linli restore --release.',
  },
} satisfies Partial<Record<Says, Words[string]>>
