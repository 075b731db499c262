// Writing an answer for the library; a second person reviews it before anybody reads it.
import { useState } from 'react'
import { localDay } from '#kernel/clock.ts'
import { TOPIC_CODES, TOPICS, type Topic } from '#modules/counsel/words.ts'
import { useCommand } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { useMe } from '#web/session.ts'
import { LineField, PickField, ProseField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { counselFormWords } from './form-words.ts'

export function ProposeForm() {
  const t = useWords(counselFormWords)
  const lang = useLang()
  const today = localDay(useNow())
  const areaId = useMe().data?.posts[0]?.areaId
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  const propose = useCommand('counsel.proposeAnswer', { onDone: () => [tell(t('proposed')), close()] })
  if (!areaId) return null
  if (!open) return <Button onPress={() => setOpen(true)}>{t('propose')}</Button>
  return (
    <Form
      label={t('propose')}
      send={t('propose')}
      busy={propose.isPending}
      problem={propose.error}
      onCancel={close}
      onSend={(value) =>
        propose.mutate({
          input: {
            ...{ areaId, topic: value('topic') as Topic, question: value('question'), answer: value('answer') },
            ...{ articles: [{ law: value('law'), article: value('article') }], checkedOn: value('checkedOn') },
          },
        })
      }
    >
      <PickField
        name="topic"
        label={t('topic')}
        options={TOPIC_CODES.map((code) => ({ value: code, label: TOPICS[code][lang] }))}
      />
      <LineField name="question" label={t('question')} required minLength={4} maxLength={200} />
      <ProseField
        name="answer"
        label={t('answer')}
        help={t('answerHelp')}
        required
        minLength={10}
        maxLength={3000}
        rows={6}
      />
      <LineField name="law" label={t('law')} required minLength={2} maxLength={60} />
      <LineField name="article" label={t('article')} required maxLength={40} />
      <LineField name="checkedOn" label={t('checkedOn')} type="date" required max={today} defaultValue={today} />
    </Form>
  )
}
