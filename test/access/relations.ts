// How the post of an actor may lie to the subject, which always lies in 第12网格 of 清荷社区, 邻里街道, 邻里区.

/** Where subjects with canaries lie. */
export const SPOTS = ['grid 12', 'building 3', 'grid 13', 'Tinglan', 'Yunhu'] as const
export type SpotName = (typeof SPOTS)[number]

export type District = '990101' | '990201'

export type Relation = {
  readonly name: string
  /** District code and area name of the post. */
  readonly district: District
  readonly area: string
  /** `covers`: the subject lies in the post's area; `part`: the post's area lies in the subject's; `apart`: neither. */
  readonly post: 'covers' | 'part' | 'apart'
  /** False: the posts are over, ended, or have not begun. */
  readonly running: boolean
  /** Spots that lie in the post's area. */
  readonly reaches: readonly SpotName[]
}

const in990101 = { district: '990101', running: true } as const

export const RELATIONS: readonly Relation[] = [
  { ...in990101, name: 'own grid', area: '第12网格', post: 'covers', reaches: ['grid 12', 'building 3'] },
  { ...in990101, name: 'sibling grid', area: '第13网格', post: 'apart', reaches: ['grid 13'] },
  {
    ...in990101,
    name: 'community above',
    area: '清荷社区',
    post: 'covers',
    reaches: ['grid 12', 'building 3', 'grid 13'],
  },
  {
    ...in990101,
    name: 'subdistrict above',
    area: '邻里街道',
    post: 'covers',
    reaches: ['grid 12', 'building 3', 'grid 13'],
  },
  {
    ...in990101,
    name: 'district above',
    area: '邻里区',
    post: 'covers',
    reaches: ['grid 12', 'building 3', 'grid 13', 'Tinglan'],
  },
  { ...in990101, name: 'building below', area: '清荷苑3号楼', post: 'part', reaches: ['building 3'] },
  { ...in990101, name: 'other community', area: '柳岸社区', post: 'apart', reaches: [] },
  { ...in990101, name: 'other subdistrict', area: '汀兰街道', post: 'apart', reaches: ['Tinglan'] },
  { district: '990201', running: true, name: 'other tenant', area: '云湖区', post: 'apart', reaches: ['Yunhu'] },
  { ...in990101, name: 'expired', area: '第12网格', post: 'apart', running: false, reaches: [] },
]

export const relation = (name: string): Relation => {
  const found = RELATIONS.find((one) => one.name === name)
  if (!found) throw new Error(`there is no relation ${name}`)
  return found
}
