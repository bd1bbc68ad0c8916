import { Command } from 'commander'
import { readBrowserFiles } from '../browser-files.js'
import { options, origin } from '../config.js'
import { filledSnippet } from '../domain/filled-snippet.js'
import { listLinkDomains } from '../store/link-domains.js'
import { findProgram } from '../store/programs.js'
import { examples } from './examples.js'
import { usingDatabase } from './using-database.js'

/** `pollen-server program snippet`: what a site pastes into the head of its pages. */
export const printSnippetCommand = (): Command =>
  new Command('snippet')
    .description('print the snippet of a program, for the head of every page')
    .argument('<public_id>', 'as `program list` shows it')
    .requiredOption('--server <url>', 'origin under which browsers reach this server', origin)
    .addOption(options.database())
    .addHelpText('after', examples('program snippet MOBTGEKX --server https://pollen.example'))
    .action(
      async (publicId: string, { server, database }: { server: string; database: string }) => {
        const template = readBrowserFiles()['snippet.html'].identity.toString()
        const snippet = await usingDatabase(database, async (db) => {
          const program = await findProgram(db, publicId)
          if (!program)
            throw new Error(`There is no program ${publicId}; \`program list\` shows all.`)
          return filledSnippet(template, program, await listLinkDomains(db, publicId), server)
        })
        console.log(snippet.trimEnd())
      },
    )
