// The open description, derived from the same contracts that the door checks: OpenAPI 3.1.
import { z } from 'zod'
import type { AnyOperation } from '../operation.ts'

const problem = {
  type: 'object',
  required: ['code', 'message', 'details'],
  properties: { code: { type: 'string' }, message: { type: 'string' }, details: { type: 'object' } },
}

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  }) as Record<string, unknown>
  return rest
}

export function openApi(operations: readonly AnyOperation[], url: string): object {
  const paths = Object.fromEntries(
    operations.map((op) => {
      const { name, summary, input, output, form, kind } = op.signature
      const schema = schemaOf(input, 'input')
      const content: Record<string, object> = { 'application/json': { schema } }
      if (form) content['multipart/form-data'] = { schema }
      const answers = op.signature.bytes
        ? { description: 'a file', content: { '*/*': { schema: { type: 'string', format: 'binary' } } } }
        : { description: 'done', content: { 'application/json': { schema: schemaOf(output, 'output') } } }
      return [
        `/api/${name}`,
        {
          post: {
            operationId: name,
            tags: [name.split('.')[0]],
            summary: summary.en,
            description: `${summary.zh}\n\n${op.permit.map((rule) => rule.label).join(' · ')}`,
            ...(kind === 'command' && !op.signature.forgets
              ? { parameters: [{ $ref: '#/components/parameters/IdempotencyKey' }] }
              : {}),
            requestBody: { required: true, content },
            responses: {
              '200': answers,
              default: { description: 'refused', content: { 'application/json': { schema: problem } } },
            },
          },
        },
      ]
    }),
  )
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
    paths,
  }
}
