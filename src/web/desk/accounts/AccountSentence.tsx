// The accounts' filter as a sentence: 看【清荷社区】里的【网格员】.
import { roleWords } from '#modules/account/words.ts'
import { useAnswer } from '#web/call.ts'
import { fill, pick, useLang, useWords } from '#web/lang.ts'
import { useMe } from '#web/session.ts'
import { Word } from '../parts/Word.tsx'
import type { AccountFilter } from './AccountsPage.tsx'
import { POST_ROLES } from './roles.ts'
import { accountWords } from './words.ts'

const ALL = 'all'

type AccountSentenceProps = { readonly filter: AccountFilter; readonly onChange: (filter: AccountFilter) => void }

export function AccountSentence({ filter, onChange }: AccountSentenceProps) {
  const t = useWords(accountWords)
  const lang = useLang()
  const me = useMe()
  const home = me.data?.posts[0]
  const below = useAnswer('area.tree', { under: home?.areaId ?? '' }, { enabled: home !== undefined, staleMs: 600_000 })
  const own = home ? [{ id: home.areaId, label: home.areaName }] : []
  const areas = [
    ...own,
    ...(below.data?.areas ?? []).map(({ id, name, nameEn }) => ({ id, label: pick(name, nameEn, lang) })),
  ]
  const roles = POST_ROLES.map((id) => ({ id, label: roleWords[id][lang] }))
  const choose = (part: 'areaId' | 'role') => (id: string) => {
    const { [part]: _, ...rest } = filter
    onChange(id === ALL ? rest : ({ ...rest, [part]: id } as AccountFilter))
  }
  return (
    <p className="sentence">
      {fill(t('sentence'), {
        area: (
          <Word
            label={t('whichArea')}
            chosen={filter.areaId ?? ALL}
            groups={[{ title: '', choices: [{ id: ALL, label: t('everywhere') }, ...areas] }]}
            onChoose={choose('areaId')}
          />
        ),
        role: (
          <Word
            label={t('whichRole')}
            chosen={filter.role ?? ALL}
            groups={[{ title: '', choices: [{ id: ALL, label: t('anyRole') }, ...roles] }]}
            onChoose={choose('role')}
          />
        ),
      })}
    </p>
  )
}
