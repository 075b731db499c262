// What a mediation file keeps of people, why, and for how long.
import { hidden, open, type PersonalField, PIPL, personalField, YEAR } from '#kernel/personal.ts'
import { maskName } from '#modules/register/index.ts'

/** 案卷 is kept as an archive: longer than what is kept for a task alone. */
const DUTY = `${PIPL.duty}；人民调解法 第二十七条；档案法 第十条`
const FILE = { from: 'closed', days: 10 * YEAR } as const

export const personal: readonly PersonalField[] = [
  personalField('mediation.party', ['mediation_party.name', 'mediation_party.phone', 'mediation_party.details'], {
    class: 'P',
    purpose: {
      zh: '当事人是谁、怎么联系：申请书、笔录、协议书上要写（司法部 2010 年人民调解文书格式）',
      en: 'Who the parties are and how to reach them, as the forms of a mediation file ask',
    },
    basis: DUTY,
    retention: FILE,
    kept: 'sealed',
    mask: maskName,
  }),
  personalField('mediation.entry', ['mediation_party.person_id', 'mediation.home_id', 'follow_up.home_id'], {
    class: 'P',
    purpose: {
      zh: '同一户的回访合成一次，调解员不调解自己家的事',
      en: 'Follow-ups of one home become one visit, and nobody mediates at home',
    },
    basis: DUTY,
    retention: FILE,
    kept: 'plain',
    mask: hidden,
  }),
  personalField(
    'mediation.words',
    [
      ...([
        'mediation.facts',
        'mediation.requests',
        'mediation.reply',
        'mediation_record.body',
        'mediation_evidence.name',
      ] as const),
      ...['mediation_agreement.body', 'mediation_term.words', 'follow_up.words', 'mediation_handover.words'],
      'mediation_opening.words',
      'mediation_meeting.place',
      'mediation_invitation.body',
      'mediation_proposal.words',
      ...(['mediation_step.words', 'mediation_disclosure.body', 'mediation_avoidance.body'] as const),
      'mediation_avoidance.decision',
    ],
    {
      class: 'S',
      purpose: {
        zh: '纠纷的经过、调解和协议：案卷依法要有，双方都可以看',
        en: 'What happened, was said together and agreed: the file that the law asks for, open to both sides',
      },
      basis: DUTY,
      retention: FILE,
      kept: 'sealed',
      mask: hidden,
    },
  ),
  personalField('mediation.apart', ['closed_note.words'], {
    class: 'S',
    purpose: {
      zh: '单方说的心里话，帮调解员找到双方都能接受的办法；不进案卷，不出本案调解员',
      en: 'What one side said in confidence, to find what both can accept; no part of the file, for its mediators alone',
    },
    basis: `${PIPL.consent}；人民调解法 第十五条第（四）项`,
    retention: { from: 'closed', days: 180 },
    kept: 'sealed',
    mask: hidden,
  }),
  personalField(
    'mediation.title',
    [
      ...(['mediation.title', 'mediation.address', 'mediation_agreement.court_no'] as const),
      ...['mediation_agreement.court', 'mediation_handover.receipt_no', 'mediation.letter_no'],
    ],
    {
      class: 'P',
      purpose: {
        zh: '在清单里认得出是哪件事：地点和事由，不写姓名；法院的案号',
        en: 'To know a file in a list: place and matter, without a name; the court’s number',
      },
      basis: DUTY,
      retention: FILE,
      kept: 'plain',
      mask: open,
    },
  ),
  personalField(
    'mediation.hand',
    [
      ...(['mediation.made_by', 'mediation.lead_id', 'mediation.mediator_ids', 'mediation_record.by_id'] as const),
      ...['mediation_meeting.by_id', 'mediation_invitation.by_id', 'mediation_proposal.by_id'],
      ...['closed_note.by_id', 'follow_up.owner_id', 'mediation_handover.sent_by', 'mediation_handover.received_by'],
      ...['mediation_step.actor_id', 'mediation_step.actor_name', 'mediation_signature.signer_id'],
      ...(['mediation_scan.by_id', 'mediation_archive.sealed_by', 'mediation_archive.filer'] as const),
      ...['mediation_archive.checker', 'mediation_opening.asked_by', 'mediation_opening.decided_by'],
      ...(['mediation_disclosure.mediator_id', 'mediation_avoidance.mediator_id'] as const),
      ...(['mediation_avoidance.asked_by', 'mediation_avoidance.decided_by'] as const),
    ],
    {
      class: 'P',
      purpose: { zh: '谁登记、谁调解、谁回访，谁签的字', en: 'Who registered, mediated, followed up and signed' },
      basis: `${PIPL.staff}；档案法 第十条`,
      retention: FILE,
      kept: 'plain',
      mask: open,
    },
  ),
]
