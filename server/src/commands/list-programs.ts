import { Command } from 'commander'
import { options } from '../config.js'
import { programRecord } from '../records/program-record.js'
import { listPrograms } from '../store/programs.js'
import { examples } from './examples.js'
import { usingDatabase } from './using-database.js'

/** `pollen-server program list`: every program, the oldest first. */
export const listProgramsCommand = (): Command =>
  new Command('list')
    .description('list the programs')
    .addOption(options.database())
    .option('--json', 'print nothing but JSON')
    .addHelpText('after', examples('program list', 'program list --json'))
    .action(async ({ database, json }: { database: string; json?: true }) => {
      const records = (await usingDatabase(database, listPrograms)).map(programRecord)
      if (json) console.log(JSON.stringify(records, undefined, 2))
      else if (records.length === 0) console.log('No programs yet; `program create` makes one.')
      else console.table(records, ['public_id', 'name', 'type', 'website', 'commission'])
    })
