import { Command } from 'commander'
import { readBrowserFiles } from '../browser-files.js'
import { options, origin } from '../config.js'
import { filledSnippet } from '../domain/programs/filled-snippet.js'
import { pinnedSnippet } from '../domain/programs/pinned-snippet.js'
import { listLinkDomains } from '../store/link-domains.js'
import { keepPinnedScript } from '../store/pinned-scripts.js'
import { examples } from './examples.js'
import { programNamed } from './program-named.js'
import { usingDatabase } from './using-database.js'

interface Flags {
  database: string
  server: string
  pinned?: true
  json?: true
}

/** `pollen-server program snippet`: what a site pastes into the head of its pages. */
export const printSnippetCommand = (): Command =>
  new Command('snippet')
    .description('print the snippet of a program, for the head of every page')
    .argument('<public_id>', 'as `program list` shows it')
    .requiredOption('--server <url>', 'origin under which browsers reach this server', origin)
    .addOption(options.database())
    .option('--pinned', 'load this version for ever, by its hash; the server keeps it from now on')
    .option('--json', 'print nothing but JSON')
    .addHelpText(
      'after',
      examples(
        'program snippet MOBTGEKX --server https://pollen.example',
        'program snippet MOBTGEKX --server https://pollen.example --pinned',
      ),
    )
    .action(async (publicId: string, { server, database, pinned, json }: Flags) => {
      const files = readBrowserFiles()
      const bundle = files['universal.js']
      const template = files[pinned ? 'snippet-pinned.html' : 'snippet.html'].identity.toString()
      const filled = await usingDatabase(database, async (db) => {
        const program = await programNamed(db, publicId)
        const filled = filledSnippet(template, program, await listLinkDomains(db, publicId), server)
        if (!pinned) return filled
        await keepPinnedScript(db, {
          program_id: program.program_id,
          hash: bundle.hash,
          script: bundle.identity.toString(),
          created_at: Date.now(),
        })
        return pinnedSnippet(filled, bundle)
      })
      const snippet = filled.trimEnd()
      console.log(json ? JSON.stringify({ public_id: publicId, snippet }, undefined, 2) : snippet)
    })
