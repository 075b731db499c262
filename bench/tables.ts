// The tables that the door fills for a matter, and their columns in the order in which bench rows are copied.

export const COLUMNS = {
  matter: [
    'tenant_id', 'id', 'no', 'state', 'version', 'kind', 'way', 'words', 'title', 'grid_id', 'area_id', 'area_pos',
    'place_id', 'address', 'lon', 'lat', 'reporter_id', 'reporter_name', 'reporter_phone', 'photos', 'handler_id', 'hands',
    'clock', 'warn_at', 'due_at', 'late_times', 'answered_at', 'reply', 'solved', 'satisfaction', 'reported_at',
    'changed_at', 'replied_at', 'closed_at',
  ],
  matter_clock: [
    'tenant_id', 'id', 'matter_id', 'area_pos', 'round', 'kind', 'counting', 'limit_minutes', 'basis', 'started_at',
    'warn_at', 'due_at', 'provisional', 'stopped_at',
  ],
  matter_step: [
    'tenant_id', 'id', 'matter_id', 'area_pos', 'round', 'move', 'at', 'by', 'actor_id', 'actor_name', 'text', 'detail',
  ],
  journal: [
    'tenant_id', 'id', 'era', 'at', 'actor_kind', 'actor_id', 'operation', 'subject_kind', 'subject_id',
    'subject_version', 'area_pos', 'from_state', 'to_state', 'input', 'hash',
  ],
  command: ['tenant_id', 'key', 'actor_id', 'operation', 'body_mac', 'subject_id', 'answer', 'at'],
  directory: ['key_hash', 'kind', 'tenant_id', 'subject_id', 'made_at'],
  file: [
    'tenant_id', 'id', 'subject_id', 'area_pos', 'purpose', 'mime', 'bytes', 'width', 'height', 'sha256', 'made_by',
    'made_at',
  ],
} as const

export type BenchTable = keyof typeof COLUMNS
export const BENCH_TABLES = Object.keys(COLUMNS) as BenchTable[]
