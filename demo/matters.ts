// The demo's scripted matters: invented words of invented residents, and how each went on up to the last working day.
import { dongliXinquMatters } from './matters/dongli-xinqu.ts'
import { elsewhereMatters } from './matters/elsewhere.ts'
import { guiyuanShiqiaoMatters } from './matters/guiyuan-shiqiao.ts'
import { liuanHepingliMatters } from './matters/liuan-hepingli.ts'
import type { DemoMatter } from './matters/matter.ts'
import { qingheMatters } from './matters/qinghe.ts'
import { wenmiaoWangxiMatters } from './matters/wenmiao-wangxi.ts'

/** In no particular order; sort by the times that `schedule` gives before they are entered. */
export const matters: readonly DemoMatter[] = [
  ...qingheMatters,
  ...liuanHepingliMatters,
  ...guiyuanShiqiaoMatters,
  ...wenmiaoWangxiMatters,
  ...dongliXinquMatters,
  ...elsewhereMatters,
]
