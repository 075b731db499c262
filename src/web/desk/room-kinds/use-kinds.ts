// Reads the kinds of a family, retired ones too, and saves one of them.
import { useAnswer, useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import type { Family, Kind } from './families.ts'
import { roomKindWords } from './words.ts'

export function useKinds(family: Family) {
  const places = useAnswer('place.kinds', {}, { enabled: family === 'rooms' })
  const teams = useAnswer('duty.teamKinds', {}, { enabled: family === 'teams' || family === 'bodies' })
  // The table of subdistricts is the short one; only its columns are wanted.
  const means = useAnswer('room.means', { level: 'subdistrict', retired: true }, { enabled: family === 'means' })
  const kinds: Record<Family, readonly Kind[] | undefined> = {
    rooms: places.data?.kinds.filter(({ room }) => room),
    teams: teams.data?.teams,
    bodies: teams.data?.bodies,
    means: means.data?.kinds,
  }
  const { error, refetch } = { rooms: places, teams, bodies: teams, means }[family]
  return { kinds: kinds[family], error, refetch }
}

/** `code`s of all kinds of places: a kind of room shares them with doors and venues. */
export const useTaken = (family: Family, kinds: readonly Kind[]): readonly string[] => {
  const { data } = useAnswer('place.kinds', {}, { enabled: family === 'rooms' })
  return [...(family === 'rooms' ? (data?.kinds ?? []) : []), ...kinds].map(({ code }) => code)
}

export function useSaveKind(family: Family, onSaved: (code: string) => void) {
  const t = useWords(roomKindWords)
  const lang = useLang()
  const room = useCommand('place.setKind', { touches: ['room'] })
  const team = useCommand('duty.setTeamKind', { touches: ['room'] })
  const body = useCommand('duty.setBodyKind')
  const means = useCommand('room.setMeansKind')
  const { isPending, error } = { rooms: room, teams: team, bodies: body, means }[family]
  const save = ({ level = null, expected = false, usual = [], unitZh = '', unitEn = '', ...kind }: Kind) => {
    const then = {
      onSuccess: ({ code }: { code: string }) => {
        tell(t(kind.retired ? 'savedRetired' : 'saved', { name: pick(kind.zh, kind.en, lang) }))
        onSaved(code)
      },
    }
    if (family === 'rooms')
      return room.mutate({ input: { ...kind, room: true, level, expected, usual: [...usual] } }, then)
    if (family === 'means') return means.mutate({ input: { ...kind, expected, unitZh, unitEn } }, then)
    return (family === 'teams' ? team : body).mutate({ input: kind }, then)
  }
  return { save, busy: isPending, problem: error }
}
