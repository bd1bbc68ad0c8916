// Writes docs/openapi.json anew: the description of the API as the built server gives it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '../dist/server.js'

const directory = mkdtempSync(join(tmpdir(), 'pollen-openapi-'))
const database = `sqlite:${join(directory, 'pollen.db')}`
const server = await startServer({ port: 0, database, logLevel: 'silent' })
try {
  const answer = await fetch(`${server.url}/docs/json`)
  if (!answer.ok) throw new Error(await answer.text())
  const document = await answer.json()
  writeFileSync(
    new URL('../../docs/openapi.json', import.meta.url),
    `${JSON.stringify(document, undefined, 2)}\n`,
  )
} finally {
  await server.close()
  rmSync(directory, { recursive: true, force: true })
}
