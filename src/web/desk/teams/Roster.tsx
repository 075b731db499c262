// A usual week: members as rows, weekdays as columns, and what nobody covers as the last row.
import { useState } from 'react'
import { pick, useLang, useWords } from '#web/lang.ts'
import { Mark } from '#web/parts/State.tsx'
import { spansWords } from '../rooms/RoomWeek.tsx'
import { focusFirst } from '../rooms/show-me.ts'
import { WEEKDAYS } from '../rooms/words.ts'
import { DutyForm } from './DutyForm.tsx'
import type { Rostered } from './TeamRecord.tsx'
import { teamWords } from './words.ts'

type Member = Rostered['team']['members'][number]

export function Roster({ rostered }: { readonly rostered: Rostered }) {
  const t = useWords(teamWords)
  const lang = useLang()
  const [open, setOpen] = useState<string>()
  const { team, shifts, gaps } = rostered
  const close = () => setOpen(undefined)
  const chosen = team.members.find(({ id }) => id === open)
  return (
    <section className="room-part">
      <h2>{t('roster')}</h2>
      <p className="s q">{t('rosterLead')}</p>
      {chosen ? (
        <div key={chosen.id} ref={focusFirst}>
          <DutyForm rostered={rostered} member={chosen} onDone={close} onCancel={close} />
        </div>
      ) : null}
      {/* Scrolls sideways on a narrow screen; without buttons in it the keyboard needs a way in. */}
      <section
        className="means-scroll"
        aria-label={t('roster')}
        {...(team.can.includes('setRoster') ? {} : { tabIndex: 0 })}
      >
        <table className="t means roster">
          <thead>
            <tr>
              <th>{t('who')}</th>
              {WEEKDAYS.map((day) => (
                <th key={day.en}>{day[lang]}</th>
              ))}
              <th>
                <span className="vh">{t('setDuty')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {team.members.map((member) => (
              <tr key={member.id}>
                <th scope="row">
                  <Who member={member} />
                </th>
                {WEEKDAYS.map((day, at) => (
                  <td key={day.en} className="s">
                    {shifts
                      .filter(({ memberId, weekday }) => memberId === member.id && weekday === at)
                      .map(({ id, from, to }) => (
                        <span key={id} className="duty-cell">
                          {spansWords([[from, to]])}
                        </span>
                      ))}
                  </td>
                ))}
                <td className="num">
                  {team.can.includes('setRoster') ? (
                    <button
                      type="button"
                      className="tool"
                      aria-expanded={member.id === open}
                      onClick={() => setOpen(member.id === open ? undefined : member.id)}
                    >
                      {t('setDuty')}
                      <span className="vh"> {pick(member.name, member.nameEn, lang)}</span>
                    </button>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
          {gaps.some((day) => day.length > 0) ? <Bare gaps={gaps} /> : null}
        </table>
      </section>
    </section>
  )
}

function Who({ member }: { readonly member: Member }) {
  const t = useWords(teamWords)
  const lang = useLang()
  const said = [
    t(member.seat),
    pick(member.taskZh, member.taskEn, lang),
    pick(member.bodyName, member.bodyNameEn, lang),
    !member.shown && t('hidden'),
  ]
  return (
    <>
      <b className="nw">{pick(member.name, member.nameEn, lang)}</b>
      <span className="sub-line s q">{said.filter(Boolean).join(' · ')}</span>
    </>
  )
}

function Bare({ gaps }: { readonly gaps: Rostered['gaps'] }) {
  const t = useWords(teamWords)
  const lang = useLang()
  return (
    <tfoot>
      <tr>
        <th scope="row">
          <Mark shape="missing" tone="need">
            {t('bare')}
          </Mark>
        </th>
        {gaps.map((day, at) => (
          <td key={WEEKDAYS[at]!.en} className="s">
            {day.map((gap) => (
              <b key={gap[0]} className="duty-cell" title={`${WEEKDAYS[at]![lang]} ${t('bare')}`}>
                {spansWords([gap])}
              </b>
            ))}
          </td>
        ))}
        <td />
      </tr>
    </tfoot>
  )
}
