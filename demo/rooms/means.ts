// The demo's means ledger: what each community of 邻里街道 has, as it told the subdistrict. Where nothing stands, nobody has told yet.

/** lines, terminals, video, floor space in ㎡, bodies settled in, funding in 万元; `null` is a gap. */
type Told = readonly [
  lines: number | null,
  terminals: number | null,
  video: number | null,
  floor_space: number | null,
  settled: number | null,
  funding: number | null,
]

export const MEANS = ['lines', 'terminals', 'video', 'floor_space', 'settled', 'funding'] as const

export const means: Readonly<Record<string, { by: string; told: Told }>> = {
  '990101001': { by: 'anxiaoya', told: [2, 14, 2, 680, 8, 46] },
  '990101001001': { by: 'linhuizhen', told: [1, 5, 1, 210, 3, 12] },
  '990101001002': { by: 'dinghongbo', told: [1, 3, 1, 150, 2, 8.5] },
  '990101001003': { by: 'fuwenbin', told: [1, 3, null, 165, 1, 8] },
  '990101001004': { by: 'luyuzhi', told: [1, 4, 1, 180, 2, 9] },
  '990101001005': { by: 'zhansuhua', told: [1, 2, null, 120, null, null] },
  '990101001006': { by: 'lijianping', told: [1, 3, 1, 140, 1, 7.5] },
  '990101001007': { by: 'xiachangqing', told: [1, 2, null, 110, 1, 6] },
  '990101001008': { by: 'yanliping', told: [1, 4, 1, 175, 2, 9] },
}
