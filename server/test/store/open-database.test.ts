import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { databases } from '../helpers/databases.js'

/** Starts and stops a server in a process of its own, and prints the files of CommonJS packages it loaded. */
const SCRIPT = `
  import { createRequire } from 'node:module'
  import { startServer } from ${JSON.stringify(new URL('../../dist/server.js', import.meta.url))}
  const { close } = await startServer({ port: 0, logLevel: 'silent', database: process.argv[1] })
  await close()
  console.log(Object.keys(createRequire(import.meta.url).cache).join())`

it.each(databases)('a server on $name loads no other driver', async ({ name, create }) => {
  const database = await create()
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...['--input-type=module', '--eval', SCRIPT, database.url],
  ])
  await database.drop()
  const loaded = ['libsql', 'pg'].filter((driver) => stdout.includes(`/node_modules/${driver}/`))
  expect(loaded).toEqual([name === 'SQLite' ? 'libsql' : 'pg'])
})
