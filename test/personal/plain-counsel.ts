// Columns of sessions, bookings, numbers, panels and answers that hold nothing of anybody.
export const counselPlain: Readonly<Record<string, readonly string[]>> = {
  clinic: [
    ...['room_id', 'spot_zh', 'spot_en', 'day', 'from_minute', 'to_minute', 'slot_minutes', 'offers_zh', 'offers_en'],
    ...['state', 'why_zh', 'why_en', 'rotation_id', 'pattern_day', 'advised', 'handed_on'],
  ],
  clinic_booking: ['clinic_id', 'from_minute', 'topic', 'key_version', 'state', 'to_tell', 'lost'],
  clinic_seat: ['clinic_id'],
  // A number in a row of numbers; nobody is written down.
  clinic_ticket: ['clinic_id', 'no', 'state'],
  panel: ['mediation_id', 'room_id', 'day', 'from_minute', 'to_minute', 'key_version', 'state', 'closed_at'],
  panel_member: ['panel_id', 'mediation_id', 'role', 'state', 'key_version', 'said_at'],
  panel_measure: ['panel_id', 'mediation_id', 'no', 'due_on', 'done_on', 'key_version'],
  law_post: ['role', 'hours_zh', 'hours_en', 'trained_on', 'from_on', 'to_on', 'area_end'],
  // What was done and how many came; nobody who was advised is written down.
  law_service: ['post_id', 'kind', 'on_day', 'minutes', 'came'],
  aid_centre: ['zh', 'en', 'phone', 'address'],
  law_advice: [
    ...['on_day', 'way', 'topic', 'outcome', 'state', 'key_version', 'centre_id', 'letter_no', 'referred_on'],
    'answered_on',
  ],
  law_answer: ['topic', 'articles', 'checked_on', 'state'],
  rotation: ['room_id', 'weekday', 'from_minute', 'to_minute', 'slot_minutes', 'offers_zh', 'offers_en'],
}
