// What everybody may ask about rooms, with a scanned code or without.
import { z } from 'zod'
import { Id } from '#kernel/contract.ts'
import { Listed, Public } from './shapes.ts'

export const publicPromises = {
  near: {
    kind: 'query',
    summary: { zh: '附近的工作室和站点（公开）', en: 'Rooms near a scanned code (public)' },
    input: z.strictObject({ code: z.string().min(6).max(40) }),
    output: z.object({ name: z.string(), nameEn: z.string(), rooms: z.array(Listed) }),
  },
  around: {
    kind: 'query',
    summary: { zh: '一个街道的工作室和站点（公开）', en: 'Rooms of a subdistrict (public)' },
    /** Without a subdistrict: which ones have rooms. */
    input: z.strictObject({ district: Id, subdistrict: Id.optional() }),
    output: z.object({
      subdistricts: z.array(z.object({ id: Id, name: z.string(), nameEn: z.string(), rooms: z.number() })),
      rooms: z.array(Listed),
    }),
  },
  see: {
    kind: 'query',
    summary: { zh: '一个工作室或站点（公开）', en: 'One room (public)' },
    input: z.strictObject({ id: Id }),
    output: Public,
  },
} as const
