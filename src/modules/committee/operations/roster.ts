// The roster of committees and mediators, as the justice desk sends it to the basic court (人民调解法 art. 10).
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { localDay } from '#kernel/clock.ts'
import { operation } from '#kernel/operation.ts'
import { writeXlsx } from '#kernel/sheets/write.ts'
import { type Lang, say } from '#kernel/words.ts'
import { committee } from '../contract.ts'
import { sits } from '../gaps.ts'
import { areaNamed, keeps, spanOf } from '../rights.ts'
import { rosterWords } from '../roster-words.ts'
import { type CommitteeRow, committeesWithin, type MediatorRow, mediationSkills, seatsOf } from '../store.ts'
import { modeWords, wayWords } from '../words.ts'

type Named = ReadonlyMap<string, { readonly zh: string; readonly en: string }>

const pick = (zh: string, en: string, lang: Lang) => (lang === 'en' && en ? en : zh)

const committeeLine = (row: CommitteeRow, seated: readonly MediatorRow[], lang: Lang, today: string): string[] => {
  const now = seated.filter((seat) => sits(seat, today))
  const head = now.find((seat) => seat.head)
  return [
    pick(row.name, row.name_en, lang),
    pick(row.kind_zh, row.kind_en, lang),
    pick(row.area_name, row.area_name_en, lang),
    row.word,
    pick(head?.name ?? '', head?.name_en ?? '', lang),
    String(now.length),
    `${row.term_start} – ${row.term_end}`,
    row.phone,
  ]
}

const seatLine = (seat: MediatorRow, home: CommitteeRow, skills: Named, lang: Lang): string[] => [
  pick(home.name, home.name_en, lang),
  pick(seat.name ?? '', seat.name_en ?? '', lang),
  say(seat.head ? rosterWords.head : rosterWords.member, lang),
  say(modeWords[seat.mode], lang),
  say(wayWords[seat.way], lang),
  seat.certificate,
  `${seat.from_on} – ${seat.to_on}`,
  seat.skills
    .flatMap((code) => skills.get(code) ?? [])
    .map((skill) => skill[lang])
    .join(lang === 'zh' ? '、' : ', '),
]

export const roster = operation(committee.roster, {
  permit: [keeps],
  sight: 'tenant',
  subject: areaNamed,
  async run({ input, tx, actor, now }) {
    const { tenant } = actor
    const { span } = await spanOf(tx, actor, input.areaId)
    const [rows, all] = await Promise.all([committeesWithin(tx, tenant, span, false), mediationSkills(tx, tenant)])
    const seated = await seatsOf(
      tx,
      tenant,
      rows.map((row) => row.id),
    )
    const [today, lang] = [localDay(now), input.lang ?? actor.lang]
    const of = Map.groupBy(seated, (seat) => seat.committee_id)
    const skills: Named = new Map(all.map((skill) => [skill.code, skill]))
    const note = say(rosterWords.note, lang).replace('{day}', today)
    const out = new PassThrough()
    const [bytes] = await Promise.all([
      buffer(out),
      writeXlsx(out, [
        {
          ...{ name: say(rosterWords.committees, lang), note, widths: [34, 18, 14, 8, 12, 8, 26, 16] },
          rows: [
            rosterWords.committeeHeads.map((head) => say(head, lang)),
            ...rows.map((row) => committeeLine(row, of.get(row.id) ?? [], lang, today)),
          ],
        },
        {
          ...{ name: say(rosterWords.mediators, lang), note, widths: [34, 14, 10, 10, 10, 16, 26, 40] },
          rows: [
            rosterWords.mediatorHeads.map((head) => say(head, lang)),
            ...rows.flatMap((row) =>
              (of.get(row.id) ?? [])
                .filter((seat) => sits(seat, today))
                .map((seat) => seatLine(seat, row, skills, lang)),
            ),
          ],
        },
      ]),
    ])
    const name = `${say(rosterWords.file, lang)}-${today}.xlsx`
    return { mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', name, bytes }
  },
})
