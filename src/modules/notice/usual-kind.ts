// The shape of a kind of notice as Linli comes with it, and what every kind for people at work has in common.
import type { z } from 'zod'
import type { Kind } from './contract.ts'

export type KindView = z.infer<typeof Kind>
export type Usual = Omit<KindView, 'version' | 'smsZh' | 'smsEn' | 'channels'> &
  Partial<Pick<KindView, 'smsZh' | 'smsEn'>> & { readonly channels: readonly KindView['channels'][number][] }

export const staff = { to: 'staff', urgent: false, channels: ['inbox'] } as const
