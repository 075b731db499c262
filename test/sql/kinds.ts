// The kinds of tables (distributed.md, rule 4), and the statements that may look past one tenant, each with its reason.

/** The same on every node, rarely written. */
export const SHARED: readonly string[] = ['tenant']
/** On the coordinator alone. */
export const NODE: readonly string[] = [
  'seal',
  'clock_shift',
  'era',
  'key_check',
  'key_version',
  'migration',
  'backup_run',
  'ended_head',
  'restored',
  'rate_limit',
]
/** Asked before a tenant is known, so it is spread by its own hash and every question names that. */
export const BY_HASH: Readonly<Record<string, string>> = { directory: 'key_hash' }

export type Exception = { readonly text: RegExp; readonly why: string }

export const EXCEPTIONS: readonly Exception[] = [
  {
    text: /^select id, hash, xid, h\.xmin::text as horizon from journal, .* where era = \$1 and xid >= /s,
    why: 'the sealer takes the journal of all tenants in the order of transactions; node work, once a second, by index',
  },
  {
    text: /^select [\w, ]+ from journal where era = \$1 and xid >= \$2::xid8/,
    why: 'the live tail and the check of the journal read it in the order of transactions; node work, by index',
  },
  {
    text: /^select \* from journal where era = \$1 and xid >= \$2::xid8 and xid < \$3::xid8/,
    why: 'the check of the journal, batch by batch',
  },
  {
    text: /^select count\(\*\)::int as n from journal j (where not exists|left join \(select distinct on \(era\) era, to_xid from seal)/,
    why: 'the check of the journal counts what is not yet sealed',
  },
  {
    text: /^select \(extract\(epoch from clock_timestamp\(\)\) \* 1000\)::float8 as ms$/,
    why: 'the count of the present begins at the database; it names no table, so it runs where it was sent',
  },
]
