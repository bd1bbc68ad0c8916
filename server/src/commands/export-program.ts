import { Command } from 'commander'
import { options } from '../config.js'
import { exportProgram } from '../transfer/export-program.js'
import { examples } from './examples.js'
import { programNamed } from './program-named.js'
import { withProgressBar } from './progress-bar.js'
import { rowsOf } from './rows-of.js'
import { usingDatabase } from './using-database.js'

/** `pollen-server export`: a program as a file, to be moved to another database or kept. */
export const exportProgramCommand = (): Command =>
  new Command('export')
    .description('write all that is known of a program to a file, secrets included')
    .argument('<public_id>', 'of the program')
    .argument('<file>', 'that is not there yet')
    .addOption(options.database())
    .option('--json', 'print nothing but JSON')
    .addHelpText('after', examples('export MOBTGEKX shop.ndjson'))
    .action(async (publicId: string, file: string, flags: { database: string; json?: true }) => {
      const { rows, sha256 } = await usingDatabase(flags.database, async (db) => {
        const { program_id } = await programNamed(db, publicId)
        return withProgressBar((onProgress) => exportProgram(db, program_id, file, onProgress))
      })
      if (flags.json) console.log(JSON.stringify({ public_id: publicId, file, rows, sha256 }))
      else console.log(`${publicId} is in ${file}: ${rowsOf(rows)}.`)
    })
