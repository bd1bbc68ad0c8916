import { describe, expect, it } from 'vitest'
import type { ProgramType } from '../../src/store/database.js'
import { createApi } from '../helpers/create-api.js'
import { createTestProgram, type TestProgram } from '../helpers/create-test-program.js'
import { databases } from '../helpers/databases.js'
import { startTestServer } from '../helpers/start-test-server.js'
import { n8n } from './n8n.js'
import { php } from './php.js'
import { python } from './python.js'
import { wordpress } from './wordpress.js'

describe.each(databases)('on $name', (database) => {
  const server = startTestServer(database)

  describe.each([php, python, wordpress, n8n])('the $name', ({ headers, reads, calls }) => {
    describe.each(Object.entries(calls))('in a program of the type %s', (type, rows) => {
      let program: Promise<TestProgram> | undefined
      const own = () => {
        program ??= createTestProgram(server, { type: type as ProgramType })
        return program
      }

      it.each(rows)('%s: %s', async (_name, request, body, status, answer) => {
        const { apiKey } = await own()
        const [method, path] = request.split(/ (.*)/s) as [string, string]
        const api = createApi(`${server.url}/v1`, { ...headers, authorization: `Bearer ${apiKey}` })
        const got = await api.send(method, path, body)
        expect(got).toMatchObject({ status, body: answer })
        expect(got.headers['content-type']).toBe('application/json')
        expect(reads(got.body)).toBe(true)
      })
    })
  })
})
