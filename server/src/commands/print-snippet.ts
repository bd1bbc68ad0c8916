import { Command } from 'commander'
import { readBrowserFiles } from '../browser-files.js'
import { options, origin } from '../config.js'
import { filledSnippet } from '../domain/programs/filled-snippet.js'
import { listLinkDomains } from '../store/link-domains.js'
import { examples } from './examples.js'
import { programNamed } from './program-named.js'
import { usingDatabase } from './using-database.js'

interface Flags {
  database: string
  server: string
  json?: true
}

/** `pollen-server program snippet`: what a site pastes into the head of its pages. */
export const printSnippetCommand = (): Command =>
  new Command('snippet')
    .description('print the snippet of a program, for the head of every page')
    .argument('<public_id>', 'as `program list` shows it')
    .requiredOption('--server <url>', 'origin under which browsers reach this server', origin)
    .addOption(options.database())
    .option('--json', 'print nothing but JSON')
    .addHelpText('after', examples('program snippet MOBTGEKX --server https://pollen.example'))
    .action(async (publicId: string, { server, database, json }: Flags) => {
      const template = readBrowserFiles()['snippet.html'].identity.toString()
      const filled = await usingDatabase(database, async (db) => {
        const program = await programNamed(db, publicId)
        return filledSnippet(template, program, await listLinkDomains(db, publicId), server)
      })
      const snippet = filled.trimEnd()
      console.log(json ? JSON.stringify({ public_id: publicId, snippet }, undefined, 2) : snippet)
    })
