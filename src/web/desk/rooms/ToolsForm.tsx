// Says which tools a room lends and how many there are.
import { useWords } from '#web/lang.ts'
import type { FormProps } from '../parts/Buttons.tsx'
import { ProseField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import type { Room } from './RoomRecord.tsx'
import { useSaved } from './use-saved.ts'
import { roomWords } from './words.ts'
import { readTools } from './written-lines.ts'

export function ToolsForm({ room, onDone, onCancel }: FormProps & { readonly room: Room }) {
  const t = useWords(roomWords)
  const save = useSaved('room.setTools', onDone)
  return (
    <Form
      label={t('editTools')}
      send={t('saveTools')}
      busy={save.isPending}
      problem={save.error}
      onCancel={onCancel}
      onSend={(value) =>
        save.mutate({
          input: { id: room.id, version: room.version, tools: readTools(value('tools'), room.tools) ?? [] },
        })
      }
    >
      <ProseField
        name="tools"
        label={t('tools')}
        help={t('toolsHelp')}
        rows={6}
        defaultValue={room.tools.map(({ zh, en, total }) => `${zh} / ${en} / ${total}`).join('\n')}
        onChange={({ target }) => target.setCustomValidity(readTools(target.value, room.tools) ? '' : t('badTools'))}
      />
    </Form>
  )
}
