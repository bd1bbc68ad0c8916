import { Command } from 'commander'
import { options } from '../config.js'
import { importProgram } from '../transfer/import-program.js'
import { examples } from './examples.js'
import { withProgressBar } from './progress-bar.js'
import { rowsOf } from './rows-of.js'
import { usingDatabase } from './using-database.js'

/** `pollen-server import`: a program out of a file that `export` wrote, all of it or nothing. */
export const importProgramCommand = (): Command =>
  new Command('import')
    .description('put an exported program into a database')
    .argument('<file>', 'that `export` wrote')
    .addOption(options.database())
    .option('--json', 'print nothing but JSON')
    .addHelpText('after', examples('import shop.ndjson --database postgres://pollen@db/pollen'))
    .action(async (file: string, flags: { database: string; json?: true }) => {
      const { programId, rows, sha256 } = await usingDatabase(flags.database, (db) =>
        withProgressBar((onProgress) => importProgram(db, file, onProgress)),
      )
      if (flags.json) console.log(JSON.stringify({ public_id: programId, file, rows, sha256 }))
      else console.log(`${programId} is imported: ${rowsOf(rows)}.`)
    })
