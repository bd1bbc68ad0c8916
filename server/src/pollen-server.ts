import { Command } from 'commander'
import { accountCommand } from './commands/account.js'
import { apiKeysCommand } from './commands/api-keys.js'
import { backupCommand, restoreCommand } from './commands/backup.js'
import { createProgramCommand } from './commands/create-program.js'
import { doctorCommand } from './commands/doctor.js'
import { examples } from './commands/examples.js'
import { exportProgramCommand } from './commands/export-program.js'
import { importProgramCommand } from './commands/import-program.js'
import { listProgramsCommand } from './commands/list-programs.js'
import { personCommand } from './commands/person.js'
import { printSnippetCommand } from './commands/print-snippet.js'
import { serveCommand } from './commands/serve.js'
import { webhooksCommand } from './commands/webhooks.js'
import { version } from './version.js'

const programCommand = (): Command =>
  new Command('program')
    .description('set up programs')
    .addCommand(createProgramCommand())
    .addCommand(listProgramsCommand())
    .addCommand(printSnippetCommand())

/** The command line, with all commands. */
export const pollenServer = (): Command =>
  new Command('pollen-server')
    .description(
      'A self-hosted referral and affiliate server that speaks the Partnero REST API v1.',
    )
    .version(version)
    .addCommand(serveCommand())
    .addCommand(programCommand())
    .addCommand(accountCommand())
    .addCommand(apiKeysCommand())
    .addCommand(webhooksCommand())
    .addCommand(doctorCommand())
    .addCommand(personCommand())
    .addCommand(backupCommand())
    .addCommand(restoreCommand())
    .addCommand(exportProgramCommand())
    .addCommand(importProgramCommand())
    .addHelpText(
      'after',
      `${examples(
        'program create --name Shop --website https://shop.example --type affiliate',
        'account create --email you@shop.example',
        'serve --port 4700 --database sqlite:./pollen.db',
        'doctor --public-url https://pollen.example',
      )}

It ends with 0 when it has done what was asked, with 1 when it could not, or was asked wrongly; then
standard error says why. Each command has --help with examples.`,
    )
