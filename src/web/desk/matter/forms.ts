// The form of each move that asks for something; fetched when somebody opens it.
import { type ComponentType, lazy } from 'react'
import type { MoveFormProps } from './Actions.tsx'
import type { AtOnce, Move } from './moves.ts'

type Form = ComponentType<MoveFormProps>
const fetched = <K extends string>(fetch: () => Promise<{ readonly [P in K]: Form }>, name: K) =>
  lazy(async () => ({ default: (await fetch())[name] }))

export const FORMS: Record<Exclude<Move, AtOnce>, Form> = {
  answer: fetched(() => import('./forms/AnswerForm.tsx'), 'AnswerForm'),
  finish: fetched(() => import('./forms/FinishForm.tsx'), 'FinishForm'),
  verify: fetched(() => import('./forms/VerifyForm.tsx'), 'VerifyForm'),
  sendBack: fetched(() => import('./forms/SendBackForm.tsx'), 'SendBackForm'),
  acknowledge: fetched(() => import('./forms/SayForm.tsx'), 'AcknowledgeForm'),
  note: fetched(() => import('./forms/SayForm.tsx'), 'NoteForm'),
  urge: fetched(() => import('./forms/SayForm.tsx'), 'UrgeForm'),
  comment: fetched(() => import('./forms/SayForm.tsx'), 'CommentForm'),
  mark: fetched(() => import('./forms/MarkForm.tsx'), 'MarkForm'),
  decline: fetched(() => import('./forms/DeclineForm.tsx'), 'DeclineForm'),
  dispatch: fetched(() => import('./forms/DispatchForm.tsx'), 'DispatchForm'),
  return: fetched(() => import('./forms/ReturnForm.tsx'), 'ReturnForm'),
  rule: fetched(() => import('./forms/RuleForm.tsx'), 'RuleForm'),
  transfer: fetched(() => import('./forms/PassForm.tsx'), 'TransferForm'),
  invite: fetched(() => import('./forms/PassForm.tsx'), 'InviteForm'),
  ask: fetched(() => import('./forms/AskForm.tsx'), 'AskForm'),
  raise: fetched(() => import('./forms/RaiseForm.tsx'), 'RaiseForm'),
  meet: fetched(() => import('./forms/MeetForm.tsx'), 'MeetForm'),
  merge: fetched(() => import('./forms/MergeForm.tsx'), 'MergeForm'),
}
