// What a forger who owns the database would write into the journal.

/** For each column of the journal what a forger would write there. */
export const CHANGES: Readonly<Record<string, string>> = {
  tenant_id: `(select id from tenant where code = '990201')`,
  id: `'01980000-0000-7000-8000-00000000c0de'`,
  era: 'era + 1',
  // Into another seal, wherever the row lies.
  xid: '(select to_xid from seal where to_xid <> xid order by no limit 1)',
  at: `at + interval '1 second'`,
  actor_kind: `'machine'`,
  actor_id: 'gen_random_uuid()',
  operation: `'matter.verify'`,
  subject_kind: `'area'`,
  subject_id: 'gen_random_uuid()',
  subject_version: 'subject_version + 1',
  area_pos: 'area_pos + 1',
  from_state: `'reported'`,
  to_state: 'null',
  input: `jsonb_set(input, '{result}', '"cannot"')`,
  hash: `sha256('another')`,
  token_id: 'gen_random_uuid()',
}
