// Says which tools a room lends and how many there are. What is out can be renamed, not removed.
import { useWords } from '#web/lang.ts'
import type { FormProps } from '../parts/Buttons.tsx'
import { Form } from '../parts/Form.tsx'
import { LineRows, linesOf, useDrafts } from './LineRows.tsx'
import type { Room } from './RoomRecord.tsx'
import { useSaved } from './use-saved.ts'
import { roomWords } from './words.ts'

export function ToolsForm({ room, onDone, onCancel }: FormProps & { readonly room: Room }) {
  const t = useWords(roomWords)
  const rows = useDrafts(room.tools.map(({ id, zh, en, total, out }) => ({ id, zh, en, total, least: out })))
  const save = useSaved('room.setTools', onDone)
  return (
    <Form
      label={t('editTools')}
      send={t('saveTools')}
      busy={save.isPending}
      problem={save.error}
      onCancel={onCancel}
      onSend={(value) => {
        const tools = linesOf('tools', rows.drafts, value).map(({ id, zh, en, total = 1 }) => ({
          ...(id ? { id } : {}),
          ...{ zh, en, total },
        }))
        save.mutate({ input: { id: room.id, version: room.version, tools } })
      }}
    >
      <LineRows {...rows} name="tools" legend={t('tools')} help={t('toolsHelp')} most={[60, 120]} counted />
    </Form>
  )
}
