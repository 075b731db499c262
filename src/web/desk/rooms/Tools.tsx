// What a room lends: how many are in, which tags are out, lending and taking back.
import { useState } from 'react'
import { localDay } from '#kernel/clock.ts'
import type { Lang } from '#kernel/words.ts'
import { useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { Mark } from '#web/parts/State.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { dateWords } from '#web/parts/when.ts'
import type { FormProps } from '../parts/Buttons.tsx'
import { LineField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import type { Room } from './RoomRecord.tsx'
import { roomWords } from './words.ts'

type Tool = Room['tools'][number]
const DAY_MS = 86_400_000

/** “11月23日”; noon in Shanghai is the same day everywhere. */
const dayWords = (day: string, now: Date, lang: Lang): string => dateWords(`${day}T04:00:00Z`, now, lang)

export function Tools({ room }: { readonly room: Room }) {
  const t = useWords(roomWords)
  return (
    <section className="room-part">
      <h2>{t('tools')}</h2>
      {room.tools.length === 0 ? (
        <p className="q">{t('noTools')}</p>
      ) : (
        <>
          <p className="s q">{t('noName')}</p>
          <table className="t stacks tools-lent">
            <thead>
              <tr>
                <th>{t('tool')}</th>
                <th className="num">{t('left')}</th>
                <th>{t('out')}</th>
                <th>
                  <span className="vh">{t('lend')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {room.tools.map((tool) => (
                <ToolRow key={tool.id} room={room} tool={tool} />
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}

function ToolRow({ room, tool }: { readonly room: Room; readonly tool: Tool }) {
  const t = useWords(roomWords)
  const lang = useLang()
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  const left = tool.total - tool.out
  return (
    <>
      <tr>
        <td>{pick(tool.zh, tool.en, lang)}</td>
        <td className="num">
          {left} / {tool.total}
        </td>
        <td>
          <Loans room={room} loans={tool.loans} />
        </td>
        <td className="num">
          {left > 0 && room.can.includes('lend') ? (
            <button type="button" className="tool" aria-expanded={open} onClick={() => setOpen(!open)}>
              {t('lend')}
            </button>
          ) : null}
        </td>
      </tr>
      {open ? (
        <tr className="opened">
          <td colSpan={4}>
            <LendForm room={room} tool={tool} onDone={close} onCancel={close} />
          </td>
        </tr>
      ) : null}
    </>
  )
}

function Loans({ room, loans }: { readonly room: Room; readonly loans: Tool['loans'] }) {
  const t = useWords(roomWords)
  const lang = useLang()
  const now = useNow()
  const today = localDay(now)
  const back = useCommand('room.giveBack', { onDone: () => tell(t('backed')) })
  return (
    <ul className="loans">
      {loans.map(({ id, tag, backBy }) => (
        <li key={id}>
          {backBy < today ? (
            <Mark shape="triangle" tone="late">
              {t('overdue', { tag, day: dayWords(backBy, now, lang) })}
            </Mark>
          ) : (
            <span>{t(backBy === today ? 'tagToday' : 'tag', { tag, day: dayWords(backBy, now, lang) })}</span>
          )}
          {room.can.includes('giveBack') ? (
            <button
              type="button"
              className="tool"
              disabled={back.isPending}
              onClick={() => back.mutate({ input: { id: room.id, loanId: id } })}
            >
              {t('back')}
            </button>
          ) : null}
        </li>
      ))}
      <ProblemNote problem={back.error} />
    </ul>
  )
}

function LendForm({ room, tool, onDone, onCancel }: FormProps & { readonly room: Room; readonly tool: Tool }) {
  const t = useWords(roomWords)
  const now = useNow()
  const lend = useCommand('room.lend', {
    onDone: ({ tag }) => {
      tell(t('lent', { tag }))
      onDone()
    },
  })
  return (
    <Form
      label={t('lend')}
      send={t('lend')}
      busy={lend.isPending}
      problem={lend.error}
      onCancel={onCancel}
      onSend={(value) => lend.mutate({ input: { id: room.id, toolId: tool.id, backBy: value('backBy') } })}
    >
      <LineField
        name="backBy"
        label={t('backBy')}
        type="date"
        required
        min={localDay(now)}
        defaultValue={localDay(new Date(now.getTime() + DAY_MS))}
      />
    </Form>
  )
}
