import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { createApiKey } from '../../domain/api-keys/create-api-key.js'
import { grantApiKey } from '../../domain/api-keys/grant-api-key.js'
import { parseTime } from '../../domain/time/parse-time.js'
import { PollenError } from '../../errors/pollen-error.js'
import { apiKeyRecord } from '../../records/api-key-record.js'
import { ApiKeyBody } from '../../schemas/api-keys.js'
import { RecordPath } from '../../schemas/identifiers.js'
import { PageQuery } from '../../schemas/page-query.js'
import { deleteApiKey, findApiKey, listApiKeys } from '../../store/api-keys.js'
import { pageAnswer, pageOf } from './page.js'

/** The API keys of a program. A key is shown by the answer that made it, and never again. */
export const apiKeys: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/api_keys', { schema: { querystring: PageQuery } }, async (request) => {
    const page = pageOf(request.query)
    const rows = await listApiKeys(app.db, request.program.program_id, page)
    return pageAnswer(request, page, rows, (rows) => rows.map(apiKeyRecord))
  })

  app.post('/api_keys', { schema: { body: ApiKeyBody } }, async (request, reply) => {
    const { name, scopes = ['read', 'write'], expires_at } = request.body
    const now = Date.now()
    const wanted = { name, scopes, expiresAt: expiresAt(expires_at) }
    const granted = grantApiKey(request.access, wanted, now)
    const { row, apiKey } = await createApiKey(app.db, request.program.program_id, granted, now)
    // Nothing between us and the client may keep what is shown this once.
    reply.code(201).header('cache-control', 'no-store')
    return { data: { ...apiKeyRecord(row), api_key: apiKey }, status: 1 }
  })

  app.get('/api_keys/:id', { schema: { params: RecordPath } }, async ({ program, params }) => {
    const row = await findApiKey(app.db, program.program_id, params.id)
    if (!row) throw new PollenError('api_key_not_found')
    return { data: apiKeyRecord(row), status: 1 }
  })

  app.delete('/api_keys/:id', { schema: { params: RecordPath } }, async ({ program, params }) => {
    const isDeleted = await deleteApiKey(app.db, program.program_id, params.id)
    if (!isDeleted) throw new PollenError('api_key_not_found')
    return { status: 1 }
  })
}

function expiresAt(value: unknown): number | null {
  if (value === undefined) return null
  const at = parseTime(value)
  if (at !== undefined) return at
  throw new PollenError('invalid', {
    expires_at: ['The expires_at must be a Unix time or ISO 8601, such as 2030-01-31T00:00:00Z.'],
  })
}
