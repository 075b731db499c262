// The face of the open311 module: its operations, its table, and its door for other systems.
import { endings } from './ending.ts'
import { addDemoKey, addKey, endKey, holder, keys } from './operations/keys.ts'
import { questions, setQuestion } from './operations/questions.ts'
import { requests, shown, shownUpdates, updates } from './operations/requests.ts'
import { send } from './operations/send.ts'
import { service, services } from './operations/services.ts'

export { open311Door } from './http/door.ts'
export { type Request as ShownRequest, toRequest, toUpdate } from './http/requests.ts'
export { shown as shownRequests } from './operations/requests.ts'
export { districtById } from './store.ts'

export const open311Module = {
  name: 'open311',
  endings,
  operations: [
    services,
    service,
    requests,
    updates,
    shown,
    shownUpdates,
    send,
    holder,
    keys,
    addKey,
    endKey,
    addDemoKey,
    questions,
    setQuestion,
  ],
  look: keys,
  tables: ['open311_key', 'open311_question'],
} as const
