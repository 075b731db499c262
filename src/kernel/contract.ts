// What an operation promises: its kind, input and output. Shared by server, pages and the open description.
import { z } from 'zod'
import type { Text } from './words.ts'

export type Signature<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  readonly name: string
  readonly kind: 'command' | 'query'
  readonly summary: Text
  readonly input: I
  readonly output: O
  /** Also takes urlencoded and multipart forms and answers 303, so that a page works without script. */
  readonly form?: true
  /** The answer holds unmasked personal values: the look is journalled and committed before the first byte leaves. */
  readonly discloses?: true
  /** The answer is `{ mime, name, bytes }`: sent as a file, and may be asked for with GET. */
  readonly bytes?: true
  /**
   * A large file comes as the whole body and the rest of the input in the address; this field names it.
   * It is sealed into the spool while it arrives (files/spool.ts).
   */
  readonly streams?: string
  /**
   * Strangers come in by this, so it is counted (kernel/guard/limits.ts): as what, and the field that names whose it is.
   * A sign-in by its login, a report by its code, an invitation by itself, another system by its key,
   * one's own entry by a telephone.
   */
  readonly counted?: {
    readonly as: 'signIn' | 'intake' | 'join' | 'system' | 'ownCode' | 'ownTry'
    readonly by: string
  }
  /** May wait longest when many ask at once: figures of many rows, that nobody stands in the rain for. */
  readonly canWait?: true
  /** Sign-in answers hold a fresh secret, so they are never kept for a repeat. */
  readonly forgets?: true
  /** Never by a token, only by the person himself; the reason is shown to whoever tries. */
  readonly inPerson?: Text
}

type Promised = Omit<Signature, 'name'>

export const contract = <const S extends Record<string, Promised>>(module: string, promises: S) =>
  Object.fromEntries(
    Object.entries(promises).map(([verb, promise]) => [verb, { ...promise, name: `${module}.${verb}` }]),
  ) as {
    readonly [K in keyof S]: S[K] & { readonly name: string }
  }

export type InputOf<S extends Signature> = z.input<S['input']>
export type OutputOf<S extends Signature> = z.output<S['output']>

/** Half of a character pair is no text; neither the journal nor the database could keep it. */
const isWhole = (text: string) => text.isWellFormed()

/** Text as people type it: trimmed, control characters refused (line breaks allowed), length in characters. */
export const line = (min: number, max: number) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
    .regex(/^[^\u0000-\u001f\u007f]*$/u)
    .refine(isWhole)

export const prose = (min: number, max: number) =>
  z
    .string()
    // What comes before a transform is what the open description shows.
    .meta({ minLength: min, maxLength: max })
    .transform((text) => text.replace(/\r\n?/g, '\n'))
    .pipe(
      z
        .string()
        .trim()
        .min(min)
        .max(max)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
        .regex(/^[^\u0000-\u0009\u000b-\u001f\u007f]*$/u)
        .refine(isWhole),
    )
    // Said here as well: what is checked behind a transformation stands in no schema of the input.
    .meta({ minLength: min, maxLength: max })

/** Text that somebody is still typing: whatever it is so far. */
export const typing = (max: number) => z.string().max(max).refine(isWhole)

export const Id = z.uuid()
export const Instant = z.iso.datetime()
/** A day of the calendar, as far back and ahead as anybody alive could mean. */
export const Day = z.iso.date().refine((day) => day >= '1900-01-01' && day < '2200-01-01')
/** What a row's version was when it was read; fits the column that counts it. */
export const Version = z
  .number()
  .int()
  .min(0)
  .max(2 ** 31 - 2)

/** Longitude and latitude in WGS-84 degrees, inside what a Chinese subdistrict can have. */
export const Lon = z.number().min(73).max(136)
export const Lat = z.number().min(3).max(54)

/** A number that a form sends as text; described as the number it is. */
export const typedIn = (schema: z.ZodNumber) => {
  const { $schema, ...described } = z.toJSONSchema(schema)
  return z.coerce.number().meta(described).pipe(schema)
}

/** Marks a field of an input as personal: the journal, logs and exports see only that it was given. */
export const personal = <T extends z.ZodType>(name: string, schema: T): T => schema.meta({ personal: name }) as T

/** Marks people's own words: the journal keeps a hash, never the text. */
export const words = <T extends z.ZodType>(schema: T): T => schema.meta({ words: true }) as T

/** Marks secrets: the journal keeps nothing of them. */
export const secret = <T extends z.ZodType>(schema: T): T => schema.meta({ secret: true }) as T

/** Ids of the photos that came with this very request; nothing else can be named here. */
export const Uploads = (max: number) => z.array(z.string().max(64)).max(max).default([]).meta({ uploads: 'photo' })
/** Ids of the recordings that came with this very request. */
export const Voices = (max: number) => z.array(z.string().max(64)).max(max).default([]).meta({ uploads: 'voice' })

/** The answer of an operation marked `bytes`. */
export const FileAnswer = z.object({ mime: z.string(), name: z.string(), bytes: z.instanceof(Uint8Array) })
