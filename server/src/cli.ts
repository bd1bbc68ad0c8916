import { Command } from 'commander'
import { accountCommand } from './commands/account.js'
import { apiKeysCommand } from './commands/api-keys.js'
import { backupCommand, restoreCommand } from './commands/backup.js'
import { createProgramCommand } from './commands/create-program.js'
import { exportProgramCommand } from './commands/export-program.js'
import { importProgramCommand } from './commands/import-program.js'
import { listProgramsCommand } from './commands/list-programs.js'
import { personCommand } from './commands/person.js'
import { printSnippetCommand } from './commands/print-snippet.js'
import { serveCommand } from './commands/serve.js'
import { webhooksCommand } from './commands/webhooks.js'
import { version } from './version.js'

const program = new Command('program')
  .description('set up programs')
  .addCommand(createProgramCommand())
  .addCommand(listProgramsCommand())
  .addCommand(printSnippetCommand())

const cli = new Command('pollen-server')
  .description('A self-hosted referral and affiliate server that speaks the Partnero REST API v1.')
  .version(version)
  .addCommand(serveCommand())
  .addCommand(program)
  .addCommand(accountCommand())
  .addCommand(apiKeysCommand())
  .addCommand(webhooksCommand())
  .addCommand(personCommand())
  .addCommand(backupCommand())
  .addCommand(restoreCommand())
  .addCommand(exportProgramCommand())
  .addCommand(importProgramCommand())
  .addHelpText(
    'after',
    `
Examples:
  $ pollen-server program create --name Shop --website https://shop.example --type affiliate
  $ pollen-server serve --port 4700 --database sqlite:./pollen.db`,
  )

try {
  await cli.parseAsync()
} catch (error) {
  console.error(`pollen-server: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}
