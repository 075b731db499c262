// The open description, derived from the same contracts that the door checks: OpenAPI 3.1.
import type { AnyOperation } from '../operation.ts'
import { type Described, describe, type ProblemCodes } from './describe.ts'

const problem = {
  type: 'object',
  required: ['code', 'message', 'details'],
  properties: { code: { type: 'string' }, message: { type: 'string' }, details: { type: 'object' } },
}

const codesOf = ({ problems }: Described) => ({
  ...problem,
  properties: { ...problem.properties, code: { enum: problems.map(({ code }) => code) } },
})

function pathOf(op: Described) {
  const content: Record<string, object> = { 'application/json': { schema: op.input } }
  if (op.form) content['multipart/form-data'] = { schema: op.input }
  const answers = op.output
    ? { description: 'done', content: { 'application/json': { schema: op.output } } }
    : { description: 'a file', content: { '*/*': { schema: { type: 'string', format: 'binary' } } } }
  return {
    post: {
      operationId: op.name,
      tags: [op.module],
      summary: op.summary.en,
      description: `${op.summary.zh}\n\n${op.allowed.join(' · ')}`,
      ...(op.open ? { security: [{}, { bearer: [] }] } : {}),
      ...(op.keyed ? { parameters: [{ $ref: '#/components/parameters/IdempotencyKey' }] } : {}),
      /** The scope that a token needs, or why none is enough. */
      ...(op.inPerson ? { 'x-never-by-token': op.inPerson } : { 'x-scope': op.scope }),
      requestBody: { required: true, content },
      responses: {
        '200': answers,
        default: { description: 'refused', content: { 'application/json': { schema: codesOf(op) } } },
      },
    },
  }
}

export function openApi(operations: readonly AnyOperation[], url: string, problemCodes: ProblemCodes): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Linli 邻里',
      version: '0.1.0',
      description: 'Every operation of a subdistrict, one way in: POST /api/<module>.<verb>.',
    },
    servers: [{ url }],
    security: [{ bearer: [] }],
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          schema: { type: 'string', pattern: '^[A-Za-z0-9-]{8,80}$' },
          description: 'The same key with the same body has one effect and one answer, for good.',
        },
      },
    },
    paths: Object.fromEntries(
      operations.map((op) => describe(op, problemCodes)).map((op) => [`/api/${op.name}`, pathOf(op)]),
    ),
  }
}
