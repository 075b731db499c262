// Invented grid workers, one to a grid; grids 29 and 34 have none, so that the gap can be seen.
import { gridCode } from '../geography.ts'
import { loginOf, mobile, type Person } from './person.ts'

type Row = readonly [grid: number, name: string, nameEn: string]

const linli: Row[] = [
  [1, '郭巧云', 'Guo Qiaoyun'],
  [2, '秦一鸣', 'Qin Yiming'],
  [3, '邵春梅', 'Shao Chunmei'],
  [4, '贺立新', 'He Lixin'],
  [5, '董小满', 'Dong Xiaoman'],
  [6, '葛秀芬', 'Ge Xiufen'],
  [7, '卢海宁', 'Lu Haining'],
  [8, '沈知秋', 'Shen Zhiqiu'],
  [9, '袁丽娟', 'Yuan Lijuan'],
  [10, '康建业', 'Kang Jianye'],
  [11, '马会珍', 'Ma Huizhen'],
  [12, '周晓岚', 'Zhou Xiaolan'],
  [13, '孔庆瑶', 'Kong Qingyao'],
  [14, '钱玉珠', 'Qian Yuzhu'],
  [15, '范小舟', 'Fan Xiaozhou'],
  [16, '罗春燕', 'Luo Chunyan'],
  [17, '毕文静', 'Bi Wenjing'],
  [18, '谭松涛', 'Tan Songtao'],
  [19, '尹红霞', 'Yin Hongxia'],
  [20, '乔雨晴', 'Qiao Yuqing'],
  [21, '武艳秋', 'Wu Yanqiu'],
  [22, '石卫东', 'Shi Weidong'],
  [23, '段晓敏', 'Duan Xiaomin'],
  [24, '冯爱莲', 'Feng Ailian'],
  [25, '崔永康', 'Cui Yongkang'],
  [26, '骆一帆', 'Luo Yifan'],
  [27, '梅雪晴', 'Mei Xueqing'],
  [28, '纪长河', 'Ji Changhe'],
  [30, '柳青禾', 'Liu Qinghe'],
  [31, '戚大勇', 'Qi Dayong'],
  [32, '常桂香', 'Chang Guixiang'],
  [33, '曹新月', 'Cao Xinyue'],
  [35, '顾小北', 'Gu Xiaobei'],
  [36, '汪淑敏', 'Wang Shumin'],
  [37, '裴正阳', 'Pei Zhengyang'],
  [38, '靳美玲', 'Jin Meiling'],
  [39, '侯春生', 'Hou Chunsheng'],
  [40, '温素琴', 'Wen Suqin'],
  [41, '阎国梁', 'Yan Guoliang'],
  [42, '苏盼盼', 'Su Panpan'],
  [43, '庞晓东', 'Pang Xiaodong'],
]

const tinglan: Row[] = [
  [1, '江雨薇', 'Jiang Yuwei'],
  [2, '路明芳', 'Lu Mingfang'],
  [3, '车晓峰', 'Che Xiaofeng'],
  [4, '甘小荷', 'Gan Xiaohe'],
  [5, '霍连胜', 'Huo Liansheng'],
  [6, '向秀云', 'Xiang Xiuyun'],
]

const yunhu: Row[] = [
  [1, '古丽萍', 'Gu Liping'],
  [2, '申屠安', 'Shentu An'],
  [3, '盛夏荷', 'Sheng Xiahe'],
]

// 汪淑敏 is away for three weeks; the worker of the next grid stands in.
const leaves: Record<string, NonNullable<Person['leave']>> = {
  wangshumin: { fromDay: -14, toDay: 5, standIn: 'guxiaobei' },
}

export const gridWorkers: Person[] = [
  ...linli.map((row) => worker('990101001', 2000, row)),
  ...tinglan.map((row) => worker('990101002', 2100, row)),
  ...yunhu.map((row) => worker('990201001', 2200, row)),
]

function worker(subdistrict: string, firstTail: number, [grid, name, nameEn]: Row): Person {
  const login = loginOf(nameEn)
  const leave = leaves[login]
  return {
    tenant: subdistrict.slice(0, 6),
    login,
    name,
    nameEn,
    role: 'grid_worker',
    area: gridCode(subdistrict, grid),
    phone: mobile(firstTail + grid),
    ...(leave ? { leave } : {}),
  }
}
