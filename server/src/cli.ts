import { styleText } from 'node:util'
import { pollenServer } from './pollen-server.js'

try {
  await pollenServer().parseAsync()
} catch (error) {
  const who = styleText('red', 'pollen-server:', { stream: process.stderr })
  console.error(`${who} ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}
