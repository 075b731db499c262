// What the study of disputes keeps about kinds, days and offices, never about people.
export const STUDY_COLUMNS = {
  study_meeting: ['about', 'every', 'on_day', 'from_day', 'to_day', 'figures', 'offices', 'held_at'],
  study_measure: ['meeting_id', 'due_on', 'done_on'],
  study_sweep: ['field', 'title', 'units', 'from_day', 'to_day', 'visited', 'prevented', 'closed_at'],
  study_prevented: ['month', 'kind', 'cases', 'people'],
} as const

/** Offices and units, never names; titles; months. */
export const STUDY_INPUTS = /^study\.(planSweep (title|units\[?\]?)|holdMeeting offices\[?\]?|notePrevented month)/
